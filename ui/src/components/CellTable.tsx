import type { CellRefusal } from '../backend/types';
import { id } from '../i18n/id';
import classes from './shared.module.css';

const text = id.cells;

/** Cells of a file that something is wrong with: where each is, what it holds, which rule it breaks, what to do. */
export function CellTable({ label, cells }: { label: string; cells: readonly CellRefusal[] }) {
  return (
    <table className={`${classes.table} ${classes.loose}`} aria-label={label}>
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
        {cells.map((cell, at) => (
          <tr key={`${at} ${cell.sheet}!${cell.cell}`}>
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
