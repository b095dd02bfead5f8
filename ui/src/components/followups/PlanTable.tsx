import { Checkbox, TextInput } from '@mantine/core';
import type { FollowUpDraft } from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import { DateField } from '../DateField';
import shared from '../shared.module.css';
import { AskBoxes, RoleBoxes } from './Boxes';
import styles from './followups.module.css';

const text = id.followups.plan;

/** A line while it is edited: its day may be empty for a while. */
export type PlanLine = Omit<FollowUpDraft, 'due'> & { due: string | null };

export interface PlanTableProps {
  drafts: readonly PlanLine[];
  onChange: (drafts: PlanLine[]) => void;
  /** Refusals by field, such as `1.due`. */
  errors: Readonly<Record<string, string>>;
}

/** What closing a class plans: each line can be left out, renamed, moved to another day, asked of others. */
export function PlanTable({ drafts, onChange, errors }: PlanTableProps) {
  const change = (at: number, part: Partial<PlanLine>) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft)));
  return (
    <table className={`${shared.table} ${shared.tight} ${styles.plan}`} aria-label={text.title}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 32 }}>
            <span className="hidden">{id.lines.tools}</span>
          </th>
          <th scope="col" style={{ width: 132 }}>{text.name}</th>
          <th scope="col" style={{ width: 152 }}>{text.due}</th>
          <th scope="col">{text.roles}</th>
          <th scope="col">{text.asks}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft, at) => {
          const row = (label: string) => text.row(label, at + 1);
          const error = (field: string) => errors[`${at}.${field}`];
          return (
            <tr key={at} data-off={!draft.wanted || undefined}>
              <td>
                <Checkbox
                  mt={8}
                  aria-label={text.wanted(draft.name)}
                  checked={draft.wanted}
                  onChange={(event) => change(at, { wanted: event.currentTarget.checked })}
                />
              </td>
              <td>
                <TextInput
                  aria-label={row(text.name)}
                  autoComplete="off"
                  value={draft.name}
                  error={error('name')}
                  disabled={!draft.wanted}
                  onChange={(event) => change(at, { name: event.currentTarget.value })}
                />
              </td>
              <td>
                <DateField
                  label={row(text.due)}
                  hideLabel
                  value={draft.due}
                  error={error('due')}
                  disabled={!draft.wanted}
                  onChange={(due) => change(at, { due })}
                />
              </td>
              <td>
                <RoleBoxes
                  label={row(text.roles)}
                  hideLabel
                  value={draft.roles}
                  error={error('roles')}
                  disabled={!draft.wanted}
                  onChange={(roles) => change(at, { roles })}
                />
              </td>
              <td>
                <AskBoxes
                  label={row(text.asks)}
                  hideLabel
                  value={draft.asks}
                  error={error('asks')}
                  disabled={!draft.wanted}
                  onChange={(asks) => change(at, { asks })}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
