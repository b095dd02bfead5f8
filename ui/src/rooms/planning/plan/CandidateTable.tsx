import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../components/icons';
import shared from '../../../components/shared.module.css';
import { useSetItem, type ChoiceExplanation, type ItemRow, type LeftOut, type PlanWish } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { level, monthOf } from './figures';
import styles from './plan.module.css';

const text = id.plan.choice;
const wishes = Object.entries(text.wishes).map(([value, label]) => ({ value, label }));

/** What would happen if a candidate were in. */
function consequence({ loss, proven, leaves, joins, impossible }: LeftOut): string | null {
  if (impossible !== '') return impossible;
  if (loss === null) return null;
  const told = loss < 0 ? text.gain(level(-loss)) : proven ? text.loss(level(loss)) : text.lossAbout(level(loss));
  const gone = leaves.length === 0 ? '' : text.leaves(leaves.join(', '));
  return `${told}${gone}${joins.length === 0 ? '' : text.joins(joins.join(', '))}.`;
}

function Why({ row, explanation }: { row: ItemRow; explanation: ChoiceExplanation | null }) {
  if (row.item.chosen) return null;
  const line = explanation?.left_out.find(({ item }) => item === row.item.id);
  const more = line ? consequence(line) : null;
  return (
    <div className={styles.why}>
      {row.lacks.map((lack) => (
        <p key={lack}>{lack}</p>
      ))}
      {row.lacks.length === 0 && <p className="muted">{text.fits}</p>}
      {more !== null && <p>{more}</p>}
    </div>
  );
}

export interface CandidateTableProps {
  rows: readonly ItemRow[];
  readOnly: boolean;
  explanation: ChoiceExplanation | null;
}

/** Each candidate with what the office demands of it, whether it is in, and why it is not. */
export function CandidateTable({ rows, readOnly, explanation }: CandidateTableProps) {
  const set = useSetItem();
  return (
    <table className={shared.table} aria-label={text.candidates}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 76 }}>{text.in}</th>
          <th scope="col">{text.name}</th>
          <th scope="col" className={shared.end} style={{ width: 84 }}>{text.people}</th>
          <th scope="col" className={shared.end} style={{ width: 88 }}>{text.value}</th>
          <th scope="col" className={shared.end} style={{ width: 122 }}>{id.plan.list.cost}</th>
          <th scope="col" style={{ width: 122 }}>{text.wish}</th>
          <th scope="col" style={{ width: 70 }}>{text.lock}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { item } = row;
          const change = (to: Parameters<typeof set.mutate>[0]['change']) => set.mutate({ item: item.id, change: to });
          const bound = item.wish !== 'free';
          return (
            <tr key={item.id} className={item.chosen ? styles.chosen : undefined}>
              <td>
                <Checkbox
                  aria-label={text.inOf(item.name)}
                  checked={item.chosen}
                  disabled={readOnly || bound}
                  onChange={(event) => change({ chosen: event.currentTarget.checked })}
                />
              </td>
              <td>
                <div className={styles.name}>
                  <Link to="/planning/items/$id" params={{ id: item.id }}>{item.name}</Link>
                  <span className="muted">{detailOf(row)}</span>
                </div>
                <Why row={row} explanation={explanation} />
              </td>
              <td className={shared.end}>{formatNumber(item.participants)}</td>
              <td className={shared.end}>{level(item.value)}</td>
              <td className={shared.end}>{formatNumber(row.cost)}</td>
              <td>
                <NativeSelect
                  aria-label={text.wishOf(item.name)}
                  data={wishes}
                  value={item.wish}
                  disabled={readOnly}
                  onChange={(event) => change({ wish: event.currentTarget.value as PlanWish })}
                />
              </td>
              <td>
                <ActionIcon
                  variant={item.locked ? 'filled' : 'default'}
                  aria-label={text.lockOf(item.name)}
                  title={text.lockOf(item.name)}
                  aria-pressed={item.locked}
                  disabled={readOnly || bound}
                  onClick={() => change({ locked: !item.locked })}
                >
                  <Icon name="lock" size={16} />
                </ActionIcon>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function detailOf({ item, programme }: ItemRow): string {
  const month = item.month === null ? null : monthOf(item.month);
  const name = programme === item.name ? null : programme;
  const word = item.alternative === '' ? null : text.alternative(item.alternative);
  return [name, month, item.sub_activity, word].filter((part) => part !== null && part !== '').join(' · ');
}
