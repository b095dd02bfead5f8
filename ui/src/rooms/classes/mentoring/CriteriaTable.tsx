import { Fragment } from 'react';
import type { Explanation, MoveRow } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import styles from './mentoring.module.css';
import { points } from './points';

const text = id.pairing.why;

/** What each criterion gives: points times weight. */
export function CriteriaTable({ criteria }: { criteria: Explanation['criteria'] }) {
  const sum = criteria.reduce((total, line) => total + line.score, 0);
  return (
    <section className={styles.part}>
      <h3>{text.criteria}</h3>
      <table className={styles.criteria}>
        <thead>
          <tr>
            <th scope="col">{text.criterion}</th>
            <th scope="col" className="number">
              {text.points}
            </th>
            <th scope="col" className="number">
              {text.weight}
            </th>
            <th scope="col" className="number">
              {text.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((line) => (
            <Fragment key={line.criterion}>
              <tr data-first>
                <th scope="row">{id.pairing.criteria[line.criterion]}</th>
                <td className="number">{line.points}</td>
                <td className="number">{line.weight}</td>
                <td className="number">{points(line.score)}</td>
              </tr>
              <tr>
                <td colSpan={4} className={styles.sentence}>
                  {line.sentence}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {text.sum}
            </th>
            <td className="number">{points(sum)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Who goes from whom to whom. */
export function MoveList({ moves }: { moves: readonly MoveRow[] }) {
  if (moves.length === 0) return <p className="muted">{text.noMoves}</p>;
  const nobody = id.pairing.board.nobody;
  return (
    <ul className={styles.moves} aria-label={text.moves}>
      {moves.map((move) => (
        <li key={move.enrolment}>{id.pairing.board.moveLine(move.name, move.from ?? nobody, move.to ?? nobody)}</li>
      ))}
    </ul>
  );
}
