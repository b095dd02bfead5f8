import { Button, Checkbox, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { planningCrumb } from '../../../components/PlanningHeader';
import shared from '../../../components/shared.module.css';
import { useComparison, usePlans, type Comparison } from '../../../data/planning/plan';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { level } from './figures';
import styles from './plan.module.css';
import { titleOf } from './PlanScreen';

const text = id.plan.compare;

/** Two plans side by side: drafts to think with, or versions. */
export function CompareScreen() {
  const [state, setState] = useListState();
  const plans = usePlans().data ?? [];
  const one = state.filters['one'] ?? '';
  const other = state.filters['other'] ?? '';
  const comparison = useComparison(one, other);
  const options = plans.map(({ head }) => ({ value: head.id, label: `${text.short(head.year, head.version)}: ${head.name}` }));
  const pick = (side: 'one' | 'other') => (value: string | null) =>
    setState({ ...state, filters: { ...state.filters, [side]: value ?? '' } });
  const both = one !== '' && other !== '';
  return (
    <>
      <PageHeader
        title={text.title}
        crumbs={[planningCrumb]}
        actions={
          both && (
            <Button
              component={Link}
              to="/planning/compare/print"
              search={{ one, other } as never}
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
            >
              {text.print}
            </Button>
          )
        }
      />
      <div className={styles.bar}>
        <Select label={text.one} data={options} value={one || null} onChange={pick('one')} w={380} searchable />
        <Select label={text.other} data={options} value={other || null} onChange={pick('other')} w={380} searchable />
      </div>
      {both ? <Loaded query={comparison}>{(found) => <Tables found={found} />}</Loaded> : <p className="muted">{text.pick}</p>}
    </>
  );
}

function Tables({ found }: { found: Comparison }) {
  const heads = [titleOf(found.one), titleOf(found.other)];
  const { one_figures: one, other_figures: other } = found;
  const figures: [string, string, string][] = [
    [text.chosen, formatNumber(one.chosen), formatNumber(other.chosen)],
    [text.people, formatNumber(one.participants), formatNumber(other.participants)],
    [text.cost, formatNumber(one.cost), formatNumber(other.cost)],
    [text.ceiling, formatNumber(one.ceiling), formatNumber(other.ceiling)],
    [text.value, level(one.value), level(other.value)],
  ];
  const ceiling = (pair: readonly [number, number] | null) =>
    pair === null ? id.voice.dash : text.ceilingSide(formatNumber(pair[0]), formatNumber(pair[1]));
  return (
    <div className={styles.scroll}>
      <Pairs title={text.figures} heads={heads} rows={figures.map(([label, ...sides]) => ({ label, sides, differs: sides[0] !== sides[1] }))} />
      {found.ceilings.length > 0 && (
        <Pairs
          title={text.ceilings}
          heads={heads}
          rows={found.ceilings.map((line) => ({ label: line.label, sides: [ceiling(line.one), ceiling(line.other)], differs: line.differs }))}
        />
      )}
      <Items found={found} heads={heads} />
    </div>
  );
}

interface PairsProps {
  title: string;
  heads: readonly string[];
  rows: readonly { label: string; sides: readonly string[]; differs: boolean }[];
}

function Pairs({ title, heads, rows }: PairsProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <table className={shared.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {heads.map((head, at) => (
              <th key={`${head} ${at}`} scope="col" className={shared.end}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, sides, differs }) => (
            <tr key={label} className={differs ? styles.chosen : undefined}>
              <th scope="row">{label}</th>
              {sides.map((side, at) => (
                <td key={heads[at]} className={shared.end}>
                  {side}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Items({ found, heads }: { found: Comparison; heads: readonly string[] }) {
  // The tables above name the plans in full.
  const shorts = [found.one, found.other].map((head) => text.short(head.year, head.version));
  const [changed, setChanged] = useState(true);
  const rows = found.items.filter((item) => !changed || item.changes.length > 0);
  const side = (of: Comparison['items'][number]['one']) => (of === null ? id.voice.dash : of.chosen ? formatNumber(of.cost) : text.not);
  return (
    <section className={styles.section}>
      <h2>{text.items}</h2>
      <Checkbox label={text.onlyChanged} checked={changed} mb="xs" onChange={(event) => setChanged(event.currentTarget.checked)} />
      <table className={shared.table} aria-label={text.items}>
        <thead>
          <tr>
            <th scope="col">{text.items}</th>
            {heads.map((head, at) => (
              <th key={`${head} ${at}`} scope="col" className={shared.end} style={{ width: 170 }} title={head}>
                {shorts[at]}
              </th>
            ))}
            <th scope="col" style={{ width: '34%' }}>{text.changes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => (
            <tr key={`${item.name} ${item.one?.item ?? ''}`} className={item.changes.length > 0 ? styles.chosen : undefined}>
              <td>{item.name}</td>
              <td className={shared.end}>{side(item.one)}</td>
              <td className={shared.end}>{side(item.other)}</td>
              <td>{item.changes.length === 0 ? <span className="muted">{text.same}</span> : item.changes.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
