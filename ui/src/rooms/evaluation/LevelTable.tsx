import { Bar } from '../../components/Bar';
import shared from '../../components/shared.module.css';
import type { Learning, Levels } from '../../data/evaluation/programmes';
import { id } from '../../i18n/id';
import { formatHundredths } from '../../i18n/numbers';
import styles from './followups.module.css';

const room = id.followups;
const text = room.programme;

interface Line {
  name: string;
  source: string;
  /** Hundredths of a percent or of a point. */
  value: number | null;
  figure: string;
  note?: string;
  n: number;
  expected: number;
  share: number | null;
}

const points = (value: number | null) => (value === null ? room.dash : formatHundredths(value));

function learningLines(learning: Learning): Line[] {
  const { n, expected, tested } = learning;
  const result: Line = {
    name: text.names.learning,
    source: text.sources.learning,
    value: learning.score,
    figure: text.score(points(learning.score)),
    note: n > 0 ? text.passed(learning.passed, n) : undefined,
    n,
    expected,
    share: learning.share,
  };
  if (tested === 0) return [result];
  const share = expected === 0 ? null : Math.round((tested * 100) / expected);
  const figure = text.tests(points(learning.before), points(learning.after));
  return [result, { name: '', source: text.sources.tests, value: learning.after, figure, n: tested, expected, share }];
}

/** The four levels, each with how many stand behind it and what share of those asked they are. */
export function LevelTable({ levels, hidden }: { levels: Levels; hidden: number }) {
  const sheet = (level: 'reaction' | 'behaviour' | 'effect'): Line => ({
    ...levels[level],
    name: text.names[level],
    source: level === 'reaction' ? text.sources.reaction : text.sources.followups,
    value: levels[level].percent,
    figure: levels[level].percent === null ? room.dash : room.percent(formatHundredths(levels[level].percent)),
  });
  const lines = [sheet('reaction'), ...learningLines(levels.learning), sheet('behaviour'), sheet('effect')];
  return (
    <section aria-label={text.levels}>
      <h2>{text.levels}</h2>
      <table className={shared.table} aria-label={text.levels}>
        <thead>
          <tr>
            <th scope="col">{text.level}</th>
            <th scope="col">{text.source}</th>
            <th scope="col" style={{ width: 280 }}>{text.figure}</th>
            <th scope="col" className={shared.end} style={{ width: 132 }}>{text.n}</th>
            <th scope="col" className={shared.end} style={{ width: 84 }}>{text.share}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name + line.source}>
              <td>{line.name}</td>
              <td className="muted">{line.source}</td>
              <td>
                <span className={styles.cell}>
                  {line.value === null || line.n === 0 ? room.dash : <Bar percent={line.value / 100}>{line.figure}</Bar>}
                  {line.note !== undefined && <small>{line.note}</small>}
                </span>
              </td>
              <td className={shared.end}>{room.of(line.n, line.expected)}</td>
              <td className={shared.end}>{line.share === null ? room.dash : room.percent(String(line.share))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className="muted">{text.hidden(hidden)}</p>}
    </section>
  );
}
