import { useRef } from 'react';
import { Icon } from '../../components/icons';
import shared from '../../components/shared.module.css';
import type { HeatBy, HeatCell, HeatMap, HeatRow } from '../../data/needs';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import styles from './needs.module.css';
import { moveAmongRows, useFirstRow } from './rowKeys';

const text = id.needs;
const room = text.map;

export interface HeatTableProps {
  map: HeatMap;
  by: HeatBy;
  onOpen: (row: HeatRow) => void;
}

const end = `${shared.end} ${styles.heatEnd}`;
const rowId = ({ key }: HeatRow) => JSON.stringify(key);

/** What a cell says beyond its colour and number. */
function meaning(cell: HeatCell): string {
  if (cell.required === 0) return room.notNeeded;
  if (cell.needs !== null && cell.level !== null) {
    return room.person(formatHundredths(cell.needs), formatHundredths(cell.level));
  }
  if (cell.assessed === 0) return room.unknown(formatNumber(cell.required));
  const detail = room.detail(formatNumber(cell.lacking), formatNumber(cell.assessed), formatNumber(cell.required));
  return cell.disputed === 0 ? detail : `${detail}; ${room.disputed(formatNumber(cell.disputed))}`;
}

function Cell({ cell }: { cell: HeatCell }) {
  const band = cell.required === 0 ? 'empty' : (cell.band ?? 'unknown');
  return (
    <td className={styles.heat} data-band={band} title={meaning(cell)}>
      {cell.gap === null ? <span aria-hidden>{cell.required === 0 ? '' : '?'}</span> : formatHundredths(cell.gap)}
      {cell.disputed > 0 && <Icon name="warning" size={12} />}
      <span className="hidden">
        {cell.band !== null && cell.gap !== null && `${room.cell(formatHundredths(cell.gap), text.bands[cell.band])}. `}
        {meaning(cell)}
      </span>
    </td>
  );
}

function Tail({ row }: { row: HeatRow }) {
  return (
    <>
      <td className={end} title={row.jpm_band}>
        {row.jpm === null ? (
          <span className="muted" title={text.unknown}>
            <span aria-hidden>?</span>
            <span className="hidden">{text.unknown}</span>
          </span>
        ) : (
          `${formatHundredths(row.jpm)} %`
        )}
      </td>
      <td className={end}>
        {formatNumber(row.assessed)}
        <span className="muted"> / {formatNumber(row.required)}</span>
      </td>
    </>
  );
}

/** Rows by competencies. The first cell of a row opens it. */
export function HeatTable({ map, by, onOpen }: HeatTableProps) {
  const table = useRef<HTMLTableElement>(null);
  useFirstRow(table, map.rows.map(rowId).join());
  return (
    <div className={styles.heatFrame} role="region" aria-label={room.label} tabIndex={0}>
      <table ref={table} className={`${shared.table} ${styles.heatTable}`} aria-label={room.label} onKeyDown={moveAmongRows}>
        <thead>
          <tr>
            <th scope="col" className={styles.heatName}>{room.row[by]}</th>
            <th scope="col" className={end}>{room.people}</th>
            {map.columns.map((column) => (
              <th key={column.id} scope="col" className={styles.heatHead} title={`${column.name}, ${text.kinds[column.kind]}`}>
                <span>{column.name}</span>
              </th>
            ))}
            <th scope="col" className={end} title={text.jpmLong}>{text.jpm}</th>
            <th scope="col" className={end}>{room.assessed}</th>
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row) => (
            <tr key={rowId(row)}>
              <th scope="row" className={styles.heatName}>
                <button type="button" onClick={() => onOpen(row)} title={row.detail}>
                  {row.label}
                </button>
                {row.detail !== '' && <span className={styles.heatDetail}>{row.detail}</span>}
              </th>
              <td className={end}>{formatNumber(row.people)}</td>
              {row.cells.map((cell, at) => (
                <Cell key={map.columns[at]?.id ?? at} cell={cell} />
              ))}
              <Tail row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.heatName}>{room.all}</th>
            <td className={end}>{formatNumber(map.all.people)}</td>
            {map.all.cells.map((cell, at) => (
              <Cell key={map.columns[at]?.id ?? at} cell={cell} />
            ))}
            <Tail row={map.all} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
