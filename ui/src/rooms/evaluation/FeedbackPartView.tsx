import { Bar } from '../../components/Bar';
import shared from '../../components/shared.module.css';
import { StateBadge } from '../../components/StateBadge';
import type { FeedbackPart, ItemResult, Scale } from '../../data/evaluation/feedback';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatFixed, formatNumber } from '../../i18n/numbers';
import styles from './evaluation.module.css';

const room = id.feedback;
const text = room.report;

const limits = (scale: Scale): [number, number] => (scale.kind === 'percent' ? [0, 100] : [1, scale.words.length]);

/** How much of the scale a mean in hundredths reaches, for the length of its bar. */
function length(scale: Scale, mean: number): number {
  const [lowest, highest] = limits(scale);
  return (mean / 100 - lowest) / (highest - lowest) * 100;
}

/** The answers that are counted: the words of the scale, or steps of ten. */
function answersOf(scale: Scale, items: readonly ItemResult[]): readonly { short: string; long: string }[] {
  if (scale.kind === 'words') return scale.words.map((word, at) => ({ short: String(at + 1), long: `${at + 1} ${word}` }));
  const steps = Math.max(...items.map((item) => item.counts.length), 0);
  return Array.from({ length: steps }, (_, at) => ({ short: text.step(at), long: text.step(at) }));
}

function change(now: number, before: number): string {
  if (now === before) return text.same;
  const difference = formatFixed(Math.abs(now - before), 2);
  return now > before ? text.up(difference) : text.down(difference);
}

/** One instrument: its mean, what earlier ones gave, and every item with its figures. */
export function FeedbackPartView({ part }: { part: FeedbackPart }) {
  const [, highest] = limits(part.scale);
  return (
    <section aria-label={part.instrument}>
      <h2>
        {part.instrument} <span className="muted">{room.sheets(part.sheets)}</span>
      </h2>
      {part.hidden ? (
        <p className={styles.hidden}>{text.hidden(part.sheets)}</p>
      ) : (
        <>
          <p className={styles.figures}>
            {part.mean !== null && (
              <strong title={text.meanTitle}>{text.of(formatFixed(part.mean, 2), highest)}</strong>
            )}
            {part.percent !== null && part.scale.kind === 'words' && <span>{text.ofScale(formatFixed(part.percent, 2))}</span>}
            <Before part={part} />
          </p>
          <Items part={part} />
        </>
      )}
      {!part.hidden && part.left_out > 0 && <p className="muted">{text.leftOut(part.left_out)}</p>}
      {part.classes.length > 0 && <Classes part={part} />}
    </section>
  );
}

/** The mean of earlier rounds, and how this one differs. */
function Before({ part: { before, mean } }: { part: FeedbackPart }) {
  if (before === null || before.mean === null) return null;
  return (
    <span>
      {text.before(before.label, formatFixed(before.mean, 2), before.sheets)}
      {mean !== null && `, ${change(mean, before.mean)}`}
    </span>
  );
}

function Items({ part: { scale, items } }: { part: FeedbackPart }) {
  const answers = answersOf(scale, items);
  const compared = items.some((item) => item.before !== null);
  const wide = scale.kind === 'percent' ? 56 : 36;
  return (
    <table className={`${shared.table} ${styles.items}`}>
      <thead>
        <tr>
          <th scope="col" className={shared.end} style={{ width: 44 }}>
            {text.number}
          </th>
          <th scope="col">{text.item}</th>
          <th scope="col" style={{ width: 204 }}>
            {text.mean}
          </th>
          {answers.map((answer) => (
            <th key={answer.long} scope="col" className={shared.end} style={{ width: wide }} title={answer.long} aria-label={answer.long}>
              {answer.short}
            </th>
          ))}
          <th scope="col" className={shared.end} style={{ width: 80 }}>
            {text.n}
          </th>
          {compared && (
            <th scope="col" className={shared.end} style={{ width: 148 }}>
              {text.beforeHead}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item, at) => (
          <tr key={item.id} data-lowest={item.lowest || undefined}>
            <td className={shared.end}>{at + 1}</td>
            <td>
              {item.text} {item.lowest && <StateBadge tone="warn">{text.lowest}</StateBadge>}
            </td>
            <td>
              {item.mean === null ? (
                <span className="muted">{room.dash}</span>
              ) : (
                <Bar percent={length(scale, item.mean)} tone={item.lowest ? 'warn' : undefined}>
                  {formatFixed(item.mean, 2)}
                </Bar>
              )}
            </td>
            {answers.map((answer, step) => (
              <td key={answer.long} className={shared.end}>
                {item.counts[step] === undefined ? '' : formatNumber(item.counts[step])}
              </td>
            ))}
            <td className={shared.end}>{formatNumber(item.n)}</td>
            {compared && (
              <td className={shared.end}>
                {item.before === null ? room.dash : formatFixed(item.before, 2)}
                {item.before !== null && item.mean !== null && (
                  <span className={styles.change}>{change(item.mean, item.before)}</span>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What each class said, the earliest first. */
function Classes({ part: { classes, scale } }: { part: FeedbackPart }) {
  return (
    <>
      <h3>{text.classes}</h3>
      <table className={`${shared.table} ${styles.classes}`}>
        <thead>
          <tr>
            <th scope="col">{text.class}</th>
            <th scope="col" style={{ width: 112 }}>
              {text.starts}
            </th>
            <th scope="col" className={shared.end} style={{ width: 88 }}>
              {room.list.sheets}
            </th>
            <th scope="col" style={{ width: 220 }}>
              {text.mean}
            </th>
          </tr>
        </thead>
        <tbody>
          {classes.map((row) => (
            <tr key={row.class}>
              <td>{row.title}</td>
              <td>{shortDate(row.starts)}</td>
              <td className={shared.end}>{formatNumber(row.sheets)}</td>
              <td>
                {row.mean === null ? (
                  <span className="muted">{room.dash}</span>
                ) : (
                  <Bar percent={length(scale, row.mean)}>{formatFixed(row.mean, 2)}</Bar>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
