import type { CellRefusal } from '../../../backend/types';
import shared from '../../../components/shared.module.css';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.classes.book;

/** Each refused cell: where it is, what it holds, which rule it breaks, what to do. */
export function RefusedCells({ cells }: { cells: readonly CellRefusal[] }) {
  return (
    <table className={`${shared.table} ${styles.report}`} aria-label={text.refused(cells.length)}>
      <thead>
        <tr>
          <th scope="col">{text.sheet}</th>
          <th scope="col">{text.cell}</th>
          <th scope="col">{text.value}</th>
          <th scope="col">{text.rule}</th>
          <th scope="col">{text.remedy}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={`${cell.sheet}!${cell.cell} ${cell.rule}`}>
            <td>{cell.sheet}</td>
            <td>{cell.cell}</td>
            <td>{cell.value}</td>
            <td>{cell.rule}</td>
            <td>{cell.remedy}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
