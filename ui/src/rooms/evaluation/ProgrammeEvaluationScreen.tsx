import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Icon } from '../../components/icons';
import { ImpactTable } from '../../components/ImpactTable';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import shared from '../../components/shared.module.css';
import { useProgrammePage, type ProgrammePage } from '../../data/evaluation/programmes';
import { useAddressId } from '../../data/open';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { roomCrumb } from './EvaluationHeader';
import styles from './followups.module.css';
import { LevelTable } from './LevelTable';

const room = id.followups;
const text = room.programme;
const { rupiah } = room.cost;

/** A programme with all four levels, its cost and JP, and the service figures of the units before and after. */
export function ProgrammeEvaluationScreen() {
  const programme = useAddressId();
  const navigate = useNavigate();
  const page = useProgrammePage(programme);
  return (
    <>
      <PageHeader
        title={page.data?.name ?? ''}
        crumbs={[roomCrumb]}
        actions={
          <Button
            variant="default"
            leftSection={<Icon name="chart" size={16} />}
            onClick={() => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'programme', id: programme } })}
          >
            {text.feedback}
          </Button>
        }
        primary={
          <Button
            leftSection={<Icon name="printer" size={16} />}
            onClick={() => void navigate({ to: '/evaluation/programmes/$id/print', params: { id: programme } })}
          >
            {text.print}
          </Button>
        }
      />
      <Loaded query={page}>
        {(shown) => (
          <div className={shared.sections}>
            <Facts page={shown} />
            <LevelTable levels={shown.levels} hidden={shown.hidden_rounds} />
            <section aria-label={room.impact.title}>
              <h2>{room.impact.title}</h2>
              <ImpactTable impact={shown.impact} />
            </section>
            <Classes page={shown} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Facts({ page }: { page: ProgrammePage }) {
  const { cost, classes } = page;
  const money = (amount: number | null) => (amount === null ? room.dash : rupiah(amount));
  const facts: [string, string, string?][] = [
    [text.participants, formatNumber(page.participants)],
    [text.jp, formatNumber(page.jp)],
    ...(cost.classes === 0
      ? ([[text.cost, room.dash, text.noCost]] as [string, string, string][])
      : ([
          [text.cost, rupiah(cost.amount), text.costOf(cost.classes, classes.length)],
          [text.perPerson, money(cost.per_person)],
          [text.perPersonJp, money(cost.per_person_jp)],
        ] as [string, string, string?][])),
  ];
  return (
    <section aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {note !== undefined && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Classes({ page }: { page: ProgrammePage }) {
  return (
    <section aria-label={text.classes}>
      <h2>{text.classes}</h2>
      <table className={shared.table} aria-label={text.classes}>
        <thead>
          <tr>
            <th scope="col">{text.class}</th>
            <th scope="col">{text.dates}</th>
            <th scope="col" className={shared.end} style={{ width: 96 }}>{text.participants}</th>
            <th scope="col" className={shared.end} style={{ width: 96 }}>{text.passedHead}</th>
            <th scope="col" className={shared.end} style={{ width: 72 }}>JP</th>
            <th scope="col" className={shared.end} style={{ width: 168 }}>{text.cost}</th>
          </tr>
        </thead>
        <tbody>
          {page.classes.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/classes/$id/evaluation" params={{ id: row.id }}>
                  {row.name}
                </Link>
              </td>
              <td>{dateRange(row.starts, row.ends)}</td>
              <td className={shared.end}>{formatNumber(row.participants)}</td>
              <td className={shared.end}>{row.closed ? formatNumber(row.passed) : room.dash}</td>
              <td className={shared.end}>{formatNumber(row.jp)}</td>
              <td className={shared.end}>{row.cost === null ? room.dash : rupiah(row.cost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
