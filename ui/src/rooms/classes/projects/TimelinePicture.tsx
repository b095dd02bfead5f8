import type { MilestoneRow, ProjectView } from '../../../data/classes/projects';
import { months, shortDate } from '../../../i18n/dates';
import { dayNumber } from '../../../i18n/days';
import { id } from '../../../i18n/id';
import { monthStarts } from './days';
import styles from './projects.module.css';

const text = id.projects.timeline;

/** Units of the picture; at 1366 x 768 one of them is about a pixel. */
const wide = 1080;
const names = 300;
const row = 30;
const head = 34;
const bar = 14;
const longest = 42;

const cut = (name: string) => (name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name);

function stateOf(milestone: MilestoneRow): string {
  if (milestone.done_on !== null) return id.projects.done;
  const percent = `${milestone.percent}%`;
  return milestone.overdue ? `${percent}, ${id.projects.overdue.toLowerCase()}` : percent;
}

/** Months as labels, as many as fit beside each other. */
function labels(from: string, to: string, x: (iso: string) => number) {
  let free = 0;
  return [from, ...monthStarts(from, to).filter((first) => first !== from)].flatMap((first) => {
    const [year = '', month = '1'] = first.split('-');
    const at = x(first) + 4;
    if (at < free || at + 56 > wide) return [];
    free = at + 62;
    return [{ first, at, label: `${(months[Number(month) - 1] ?? '').slice(0, 3)} ${year}` }];
  });
}

/** A bar for each milestone between its two days, filled as far as it is done, with a line for today. */
export function TimelinePicture({ view }: { view: ProjectView }) {
  const { milestones, starts, ends, today } = view;
  const days = dayNumber(ends) - dayNumber(starts) + 1;
  const x = (iso: string, after = 0) => {
    const at = Math.min(Math.max(dayNumber(iso) - dayNumber(starts) + after, 0), days);
    return names + ((wide - names) * at) / days;
  };
  const tall = head + milestones.length * row + 4;
  const within = today >= starts && today <= ends;
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${wide} ${tall}`}
      role="img"
      aria-label={text.picture(view.title)}
    >
      {monthStarts(starts, ends).map((first) => (
        <line key={first} className={styles.grid} x1={x(first)} x2={x(first)} y1={18} y2={tall} />
      ))}
      {labels(starts, ends, x).map((month) => (
        <text key={month.first} className={styles.months} x={month.at} y={14}>
          {month.label}
        </text>
      ))}
      {within && (
        <>
          <line className={styles.today} x1={x(today)} x2={x(today)} y1={20} y2={tall} />
          <text className={styles.todayWord} x={Math.min(x(today) + 4, wide - 48)} y={28}>
            {text.today}
          </text>
        </>
      )}
      {milestones.map((milestone, at) => (
        <Step key={milestone.id} milestone={milestone} top={head + at * row} x={x} />
      ))}
    </svg>
  );
}

function Step({ milestone, top, x }: { milestone: MilestoneRow; top: number; x: (iso: string, after?: number) => number }) {
  const from = x(milestone.starts);
  const width = Math.max(x(milestone.due, 1) - from, 4);
  const late = milestone.overdue;
  const state = stateOf(milestone);
  const label = text.bar(milestone.name, shortDate(milestone.starts), shortDate(milestone.due), state);
  const right = from + width + 6;
  const outside = right + state.length * 7 < wide;
  return (
    <g>
      <title>{label}</title>
      <line className={styles.grid} x1={0} x2={wide} y1={top} y2={top} />
      <text className={late ? styles.lateName : styles.name} x={8} y={top + 19}>
        {cut(milestone.name)}
      </text>
      <rect className={late ? styles.lateTrack : styles.open} x={from} y={top + 8} width={width} height={bar} rx={2} />
      <rect
        className={late ? styles.late : styles.done}
        x={from}
        y={top + 8}
        width={(width * milestone.percent) / 100}
        height={bar}
        rx={2}
      />
      <text className={`${styles.word} ${late ? styles.lateName : styles.months}`} x={outside ? right : from - 6} y={top + 19} textAnchor={outside ? 'start' : 'end'}>
        {state}
      </text>
    </g>
  );
}
