import type { ReactNode } from 'react';
import { StateBadge } from '../../components/StateBadge';
import type { SurveyView } from '../../data/voice';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { orDash } from './figures';
import { Quality } from './Quality';
import styles from './voice.module.css';

const text = id.voice.survey;

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A sample size that is advised, and whether there are as many answers. */
function Advised({ label, advised, answers }: { label: string; advised: number | null; answers: number }) {
  if (advised === null) return null;
  return (
    <li>
      <span>{label}</span>
      <strong className="number">{formatNumber(advised)}</strong>
      {answers >= advised ? (
        <StateBadge tone="good">{text.advice.enough}</StateBadge>
      ) : (
        <StateBadge tone="warn">{text.advice.lacking(advised - answers)}</StateBadge>
      )}
    </li>
  );
}

function Advice({ view }: { view: SurveyView }) {
  const { advice, survey, row } = view;
  return (
    <section className={styles.advice} aria-label={text.advice.title}>
      <h2>{text.advice.title}</h2>
      {survey.population === null ? (
        <p className="muted">{text.advice.noPopulation}</p>
      ) : (
        <>
          <p className="muted">{text.advice.population(survey.population)}</p>
          <ul>
            <Advised label={text.advice.krejcieMorgan} advised={advice.krejcie_morgan} answers={row.answers} />
            <Advised label={text.advice.slovin} advised={advice.slovin} answers={row.answers} />
          </ul>
        </>
      )}
    </section>
  );
}

/** The index large, the quality, how many answered and how many should. */
export function Figures({ view }: { view: SurveyView }) {
  const { result } = view;
  return (
    <div className={styles.figures}>
      <dl>
        <Figure label={text.ikm}>
          <span className={styles.index}>{orDash(result.ikm)}</span>
        </Figure>
        <Figure label={text.qualityLabel}>
          {result.ikm === null ? <span className="muted">{text.noQuality}</span> : <Quality letter={result.letter} band={result.band} />}
        </Figure>
        <Figure label={text.ni}>{orDash(result.ni)}</Figure>
        <Figure label={text.respondents}>{formatNumber(result.respondents)}</Figure>
      </dl>
      <Advice view={view} />
    </div>
  );
}
