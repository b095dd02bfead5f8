import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { blankPlan, FollowUpDialog } from '../../../components/FollowUpDialog';
import { FollowUpBadge } from '../../../components/followups/FollowUpBadge';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import shared from '../../../components/shared.module.css';
import { useFollowUpResults, type FollowUpPlan, type FollowUpResult, type InstrumentKind } from '../../../data/evaluation/followups';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import styles from './evaluation.module.css';

const room = id.followups;
const text = room.section;
const list = room.list;

/** The looks back at a class: each with its answers so far. */
export function FollowUpSection({ classId, closed }: { classId: string; closed: boolean }) {
  const results = useFollowUpResults(classId);
  const [plan, setPlan] = useState<FollowUpPlan | null>(null);
  return (
    <section aria-label={text.title}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        {closed && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="plus" size={16} />}
            onClick={() => setPlan(blankPlan(classId))}
          >
            {room.form.add}
          </Button>
        )}
      </div>
      <Loaded query={results}>
        {(rows) =>
          rows.length === 0 ? <p className="muted">{closed ? text.none : text.open}</p> : <FollowUpTable rows={rows} />
        }
      </Loaded>
      <FollowUpDialog plan={plan} onClose={() => setPlan(null)} />
    </section>
  );
}

/** How far a kind of instrument reaches its scale; a dash where it is not asked or not answered. */
function reached(result: FollowUpResult, kind: InstrumentKind): string {
  const percent = result.parts.find((one) => one.kind === kind)?.percent ?? null;
  return percent === null ? room.dash : room.percent(formatHundredths(percent));
}

function FollowUpTable({ rows }: { rows: readonly FollowUpResult[] }) {
  return (
    <table className={shared.table} aria-label={text.title}>
      <thead>
        <tr>
          <th scope="col">{list.name}</th>
          <th scope="col" style={{ width: 112 }}>{list.due}</th>
          <th scope="col" style={{ width: 124 }}>{list.state}</th>
          <th scope="col" className={shared.end} style={{ width: 132 }}>{list.answered}</th>
          <th scope="col" className={shared.end} style={{ width: 76 }}>{list.share}</th>
          <th scope="col" className={shared.end} style={{ width: 104 }}>{text.behaviour}</th>
          <th scope="col" className={shared.end} style={{ width: 104 }}>{text.effect}</th>
          <th scope="col" style={{ width: 120 }}>
            <span className="hidden">{id.lines.tools}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((result) => {
          const { row } = result;
          return (
            <tr key={row.id}>
              <td>{row.name}</td>
              <td>{shortDate(row.due)}</td>
              <td>
                <FollowUpBadge row={row} />
              </td>
              <td className={shared.end}>{room.of(row.answered, row.expected)}</td>
              <td className={shared.end}>{row.share === null ? room.dash : room.percent(String(row.share))}</td>
              <td className={shared.end}>{reached(result, 'behaviour')}</td>
              <td className={shared.end}>{reached(result, 'effect')}</td>
              <td>
                <span className={styles.links}>
                  <Link to="/evaluation/followups/$id" params={{ id: row.id }} aria-label={text.typeFor(row.name)}>
                    {text.type}
                  </Link>
                  <Link to="/evaluation/followups/$id/result" params={{ id: row.id }} aria-label={text.resultFor(row.name)}>
                    {text.result}
                  </Link>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
