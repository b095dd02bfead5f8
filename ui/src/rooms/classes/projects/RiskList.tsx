import { StateBadge } from '../../../components/StateBadge';
import type { Risk } from '../../../data/classes/projects';
import { id } from '../../../i18n/id';
import styles from './projects.module.css';

const text = id.projects.risks;
const form = id.projects.form;
const levels = [1, 2, 3] as const;

/** Likelihood times impact: up to 2 is small, up to 4 middling, above that great. */
function tone(score: number): 'good' | 'warn' | 'bad' {
  if (score <= 2) return 'good';
  return score <= 4 ? 'warn' : 'bad';
}

const word = (level: number) => form.levels[level as 1 | 2 | 3];

/** Risks, the greatest first, and how many stand where. */
export function RiskList({ risks }: { risks: readonly Risk[] }) {
  const sorted = [...risks].sort((one, other) => other.likelihood * other.impact - one.likelihood * one.impact);
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      {risks.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <>
          <Matrix risks={risks} />
          <ul className={styles.plain}>
            {sorted.map((risk) => (
              <li key={risk.id}>
                <StateBadge tone={tone(risk.likelihood * risk.impact)}>
                  {`${text.score} ${risk.likelihood * risk.impact}`}
                </StateBadge>{' '}
                {risk.risk}
                <div className="muted">{risk.response === '' ? text.noResponse : risk.response}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Matrix({ risks }: { risks: readonly Risk[] }) {
  const count = (likelihood: number, impact: number) =>
    risks.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
  return (
    <table className={styles.matrix} aria-label={text.matrix}>
      <thead>
        <tr>
          <th scope="col">{`${form.likelihood} \\ ${form.impact}`}</th>
          {levels.map((impact) => (
            <th key={impact} scope="col">
              {word(impact)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...levels].reverse().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{word(likelihood)}</th>
            {levels.map((impact) => (
              <td key={impact} data-level={tone(likelihood * impact)}>
                {count(likelihood, impact) || ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
