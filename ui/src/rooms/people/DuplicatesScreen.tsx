import { Button, Radio } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EmptyState } from '../../components/EmptyState';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useDuplicates, useMerge, type DuplicateGroup, type DuplicatePerson } from '../../data/people';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import classes from './people.module.css';

const text = id.people.duplicate;
const crumbs = [{ label: id.people.title, to: '/people' }];

interface Pair {
  keep: DuplicatePerson;
  drop: DuplicatePerson;
}

/** People who may be in the register twice, side by side. */
export function DuplicatesScreen() {
  const groups = useDuplicates();
  const merge = useMerge();
  const [pair, setPair] = useState<Pair | null>(null);
  return (
    <>
      <PageHeader title={text.title} subtitle={text.subtitle} crumbs={crumbs} />
      <Loaded query={groups}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState icon="check" title={text.none} text={text.noneText} />
          ) : (
            <div className={classes.groups}>
              <p className="muted" role="status">
                {text.groups(found.length)}
              </p>
              {found.map((group) => (
                <Group key={group.people.map((one) => one.row.id).join(' ')} group={group} onMerge={setPair} />
              ))}
            </div>
          )
        }
      </Loaded>
      {pair && (
        <ConfirmDialog
          opened
          title={text.confirmTitle}
          confirmLabel={text.confirmButton}
          onConfirm={() => merge.mutateAsync({ keep: pair.keep.row.id, drop: pair.drop.row.id })}
          onClose={() => setPair(null)}
        >
          {text.confirm(who(pair.drop), who(pair.keep))}
        </ConfirmDialog>
      )}
    </>
  );
}

const who = ({ row }: DuplicatePerson) => (row.nip === '' ? row.name : `${row.name} (${formatNip(row.nip)})`);

/** The entry that is used most is the likely one to keep. */
function likely(people: readonly DuplicatePerson[]): DuplicatePerson | undefined {
  const weight = (one: DuplicatePerson) => one.certificates * 100 + one.classes * 10 + Number(one.row.active);
  return [...people].sort((a, b) => weight(b) - weight(a))[0];
}

const facts: readonly { label: string; of: (one: DuplicatePerson) => ReactNode }[] = [
  { label: id.people.columns.nip, of: ({ row }) => formatNip(row.nip) },
  { label: text.born, of: (one) => one.birth_date && shortDate(one.birth_date) },
  { label: id.people.filters.kind, of: ({ row }) => id.people.kinds[row.kind] },
  { label: id.people.columns.rank, of: ({ row }) => row.rank },
  { label: id.people.columns.position, of: ({ row }) => row.position },
  { label: id.people.columns.unit, of: ({ row }) => row.unit },
  { label: text.usage, of: (one) => text.usageText(one.classes, one.certificates) },
];

function Group({ group, onMerge }: { group: DuplicateGroup; onMerge: (pair: Pair) => void }) {
  const [chosen, setChosen] = useState(() => likely(group.people)?.row.id);
  const keep = group.people.find((one) => one.row.id === chosen);
  return (
    <section className={classes.group} aria-label={group.people[0]?.row.name}>
      <p>{group.reason}</p>
      <table>
        <thead>
          <tr>
            <td />
            {group.people.map((one) => (
              <th key={one.row.id} scope="col">
                <Radio
                  name={`keep ${group.people[0]?.row.id ?? ''}`}
                  label={<strong>{one.row.name}</strong>}
                  aria-label={text.keepLabel(one.row.name, formatNip(one.row.nip))}
                  checked={one === keep}
                  onChange={() => setChosen(one.row.id)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => {
            const shown = group.people.map(fact.of);
            return (
              <tr key={fact.label} data-differs={new Set(shown).size > 1 || undefined}>
                <th scope="row">{fact.label}</th>
                {group.people.map((one, at) => (
                  <td key={one.row.id}>{shown[at] || '–'}</td>
                ))}
              </tr>
            );
          })}
          <tr>
            <td />
            {group.people.map((one) => (
              <td key={one.row.id}>
                <span className={classes.pairActions}>
                  {one === keep ? (
                    <strong>{text.kept}</strong>
                  ) : (
                    keep && (
                      <Button variant="default" size="compact-sm" onClick={() => onMerge({ keep, drop: one })}>
                        {text.mergeShort}
                      </Button>
                    )
                  )}
                  <Link to="/people/$id" params={{ id: one.row.id }} className={classes.link}>
                    {text.open}
                  </Link>
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
