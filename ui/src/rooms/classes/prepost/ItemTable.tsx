import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import shared from '../../../components/shared.module.css';
import type { ItemAnalysis, TestView } from '../../../data/evaluation/classTests';
import { id } from '../../../i18n/id';
import { formatFixed } from '../../../i18n/numbers';
import styles from '../classes.module.css';

const text = id.evaluation.tests.items;

/** Below this, in hundredths, a question hardly tells who knows more: the border of the word “buruk”. */
const weakBelow = 20;

const isWeak = ({ discrimination }: ItemAnalysis) => discrimination !== null && discrimination < weakBelow;
const shown = (value: number | null) => (value === null ? '–' : formatFixed(value, 2));

/** What each question was worth: how hard it was, and whether those who know more answered it more often. */
export function ItemTable({ view }: { view: TestView }) {
  if (view.takers === 0) return <EmptyState icon="info" title={text.none} text={text.noneText} />;
  const weak = view.analysis.filter(isWeak);
  const letters = view.analysis[0]?.choices.map(([letter]) => letter) ?? [];
  return (
    <>
      <p className={styles.paragraph} role="status">
        {weak.length === 0 ? text.sound : text.weak(weak.map((item) => item.number))}
      </p>
      {/* Takes the focus so that the arrows scroll it. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={text.title}>
        <table className={`${shared.table} ${styles.report} ${styles.staying}`} aria-label={text.title}>
          <thead>
            <tr>
              <th scope="col" className={shared.end}>
                {text.number}
              </th>
              <th scope="col">{text.key}</th>
              <th scope="col" className={shared.end}>
                {text.correct}
              </th>
              <th scope="col" className={shared.end}>
                {text.difficulty}
              </th>
              <th scope="col">{text.difficultyWord}</th>
              <th scope="col" className={shared.end}>
                {text.discrimination}
              </th>
              <th scope="col">{text.discriminationWord}</th>
              {letters.map((letter) => (
                <th key={letter} scope="col" className={shared.end}>
                  {letter === '-' ? text.blank : letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.analysis.map((item) => (
              <Item key={item.number} item={item} answer={view.key.charAt(item.number - 1)} takers={view.takers} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Item({ item, answer, takers }: { item: ItemAnalysis; answer: string; takers: number }) {
  return (
    <tr>
      <th scope="row" className={shared.end}>
        {item.number}
      </th>
      <td>{answer}</td>
      <td className={shared.end}>{text.of(item.correct, takers)}</td>
      <td className={shared.end}>{shown(item.difficulty)}</td>
      <td>{item.difficulty_word}</td>
      <td className={shared.end}>{shown(item.discrimination)}</td>
      <td>
        {isWeak(item) ? (
          <span className={styles.low}>
            <Icon name="warning" size={14} />
            {item.discrimination_word}
          </span>
        ) : (
          item.discrimination_word
        )}
      </td>
      {item.choices.map(([letter, count]) => (
        <td key={letter} className={shared.end}>
          {letter === answer ? <strong>{count}</strong> : count}
        </td>
      ))}
    </tr>
  );
}
