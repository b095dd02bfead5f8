import { Button } from '@mantine/core';
import { useState } from 'react';
import { Bar } from '../../components/Bar';
import { blankImprovement, ImprovementDialog } from '../../components/Improvements';
import { StateBadge } from '../../components/StateBadge';
import shared from '../../components/shared.module.css';
import { useImprovements, type Improvement } from '../../data/evaluation/improvements';
import type { ElementResult, SkmResult } from '../../data/voice';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { orDash, twoPlaces } from './figures';
import styles from './voice.module.css';

const text = id.voice.elements;

/** Answers go from 1 to 4; the bar shows how far the mean has come on that way. */
const share = (nrr: number) => (nrr * 100) / 400;

/** Each element with its mean; the three lowest are marked and ask for a plan. */
export function ElementsTable({ survey, result }: { survey: string; result: SkmResult }) {
  const [opened, setOpened] = useState<Improvement | null>(null);
  const plans = useImprovements({ survey }).data?.rows ?? [];
  const planned = (element: string) => plans.find((row) => row.improvement.item === element)?.improvement;
  const draft = ({ element, title, nrr }: ElementResult) =>
    blankImprovement({ survey, item: element, finding: text.finding(`${element} ${title}`, nrr === null ? '' : twoPlaces(nrr)) });
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      <table className={`${shared.table} ${styles.elements}`}>
        <thead>
          <tr>
            <th scope="col">{text.element}</th>
            <th scope="col" className={shared.end} style={{ width: 88 }}>{text.answers}</th>
            <th scope="col" className={shared.end} style={{ width: 112 }}>{text.total}</th>
            <th scope="col" style={{ width: 240 }}>{text.nrr}</th>
            <th scope="col" style={{ width: 300 }}>{text.lowestHead}</th>
          </tr>
        </thead>
        <tbody>
          {result.elements.map((row) => (
            <tr key={row.element} data-lowest={row.lowest || undefined}>
              <th scope="row">
                <span className={styles.code}>{row.element}</span> {row.title}
              </th>
              <td className={shared.end}>{formatNumber(row.n)}</td>
              <td className={shared.end}>{formatNumber(row.total)}</td>
              <td>
                {row.nrr === null ? (
                  <span className="muted">{orDash(null)}</span>
                ) : (
                  <Bar percent={share(row.nrr)} tone={row.lowest ? 'warn' : undefined}>
                    {twoPlaces(row.nrr)}
                  </Bar>
                )}
              </td>
              <td>
                {row.lowest && (
                  <span className={styles.lowest}>
                    <StateBadge tone="warn">{text.lowest}</StateBadge>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={planned(row.element) ? text.openPlanOf(row.title) : text.planOf(row.title)}
                      onClick={() => setOpened(planned(row.element) ?? draft(row))}
                    >
                      {planned(row.element) ? text.openPlan : text.plan}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ImprovementDialog improvement={opened} onClose={() => setOpened(null)} />
    </section>
  );
}
