import { Button, NumberInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ProgressPanel } from '../../../components/ProgressPanel';
import shared from '../../../components/shared.module.css';
import { refusalText } from '../../../data/mutation';
import { useChoose, useStopChoice, type ChoiceExplanation, type Chosen, type PlanView, type useExplain } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatFixed, formatNumber } from '../../../i18n/numbers';
import { level, rupiah } from './figures';
import styles from './plan.module.css';

const text = id.plan.choice;

type ChoicePanelProps = { view: PlanView } & ReturnType<typeof useExplain>;

/** What the choice came to, how good it is, and what more money would bring. */
export function ChoicePanel({ view, explain, progress, explanation }: ChoicePanelProps) {
  const [seconds, setSeconds] = useState<number | string>(10);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const stop = useStopChoice();
  const choosing = useChoose(view.row.head.id, setChosen);
  const { row } = view;
  const time = Number(seconds) || 10;
  const running = choosing.choose.isPending || explain.isPending;
  const next = useRef<HTMLButtonElement>(null);
  const ran = useRef(false);
  // The button that began it is gone while it runs: the keyboard goes on where the next step is.
  useEffect(() => {
    if (ran.current && !running && document.activeElement === document.body) next.current?.focus({ preventScroll: true });
    ran.current = running;
  }, [running]);
  if (running) {
    const at = choosing.choose.isPending ? choosing.progress : progress;
    return (
      <ProgressPanel
        label={choosing.choose.isPending ? text.running : text.explaining}
        done={at?.done ?? 0}
        total={at?.total ?? 0}
        detail={at?.text}
        onCancel={stop}
      />
    );
  }
  return (
    <section className={styles.panel} aria-label={text.summary}>
      <h2>{text.summary}</h2>
      <dl className={styles.figures}>
        <dt>{text.classes}</dt>
        <dd>{id.plan.list.ofCandidates(row.chosen, row.candidates)}</dd>
        <dt>{text.people}</dt>
        <dd>{formatNumber(row.participants)}</dd>
        <dt>{text.cost}</dt>
        <dd>{rupiah(row.cost)}</dd>
        <dt />
        <dd className="muted">{text.ofCeiling(formatNumber(row.ceiling))}</dd>
        <dt title={text.valueHint}>{text.value}</dt>
        <dd>{level(row.value)}</dd>
      </dl>
      {explanation && <Standing explanation={explanation} />}
      {!explanation && chosen && <Result chosen={chosen} value={row.value} />}
      {row.head.status === 'draft' && (
        <div className={styles.bar}>
          <NumberInput
            label={text.seconds}
            min={1}
            max={600}
            allowDecimal={false}
            hideControls
            value={seconds}
            onChange={setSeconds}
          />
          <Button onClick={() => choosing.choose.mutate(time)}>{text.run}</Button>
        </div>
      )}
      <Button ref={next} variant="default" onClick={() => explain.mutate(time)}>
        {text.explain}
      </Button>
      {explain.error && <p role="alert">{refusalText(explain.error)}</p>}
      {explanation && <Worth explanation={explanation} view={view} />}
    </section>
  );
}

/** What choosing has just come to. */
function Result({ chosen, value }: { chosen: Chosen; value: number }) {
  if (chosen.value !== value) return null;
  const moved = chosen.joined.length + chosen.left.length > 0;
  return (
    <div className={styles.section} role="status">
      <p>{chosen.proven ? text.proven : text.within(formatFixed(chosen.gap, 2))}</p>
      {!moved && <p>{text.same}</p>}
      {chosen.joined.length > 0 && <p>{text.joined(chosen.joined.join(', '))}</p>}
      {chosen.left.length > 0 && <p>{text.left(chosen.left.join(', '))}</p>}
    </div>
  );
}

/** How the present choice stands against the best. */
function Standing({ explanation }: { explanation: ChoiceExplanation }) {
  const { value, best, bound, proven, kept, cut } = explanation;
  const gap = bound > 0 ? Math.ceil(((bound - value) * 10_000) / bound) : 0;
  const said = !kept ? text.broken : best > value ? text.better(level(best)) : proven ? text.proven : text.within(formatFixed(gap, 2));
  return (
    <div className={styles.section} role="status">
      <p>{said}</p>
      {cut && <p className="muted">{text.cut}</p>}
    </div>
  );
}

/** What one million rupiah more would bring, ceiling by ceiling. */
function Worth({ explanation, view }: { explanation: ChoiceExplanation; view: PlanView }) {
  if (explanation.worth.length === 0) return null;
  const left = new Map(view.ceilings.map(({ ceiling, used }) => [ceiling.id, ceiling.amount - used]));
  return (
    <table className={`${shared.table} ${styles.worth}`} aria-label={text.ceilings} style={{ marginTop: 12 }}>
      <thead>
        <tr>
          <th scope="col" className={shared.end}>{text.free}</th>
          <th scope="col" className={shared.end}>{text.ceilings}</th>
        </tr>
      </thead>
      {explanation.worth.map((line) => (
        <tbody key={line.label}>
          <tr>
            <th scope="rowgroup" colSpan={2}>{line.label}</th>
          </tr>
          <tr>
            <td className={shared.end}>{formatNumber(left.get(line.ceiling) ?? 0)}</td>
            <td className={shared.end} title={text.million}>
              {level(line.gained)}
              {!line.proven && <div className="muted">{text.atMost(level(line.bound))}</div>}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
