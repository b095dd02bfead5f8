import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { usePersonGaps, type GapBand, type GapRow, type PersonGaps as Gaps } from '../../data/needs';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import { DateField } from '../DateField';
import { EmptyState } from '../EmptyState';
import { Icon } from '../icons';
import { Loaded } from '../Loaded';
import shared from '../shared.module.css';
import { StateBadge } from '../StateBadge';
import type { Tone } from '../tone';
import { GapHistory } from './GapHistory';
import styles from './gaps.module.css';

const room = id.needs;
const text = room.person;
const tones: Readonly<Record<GapBand, Tone>> = { none: 'good', low: 'info', middle: 'warn', high: 'bad' };

const level = (hundredths: number | null) =>
  hundredths === null ? <span className="muted">–</span> : formatHundredths(hundredths);

/** What a post needs and what is known of the person in it, opening down to every source; and the JPM through time. */
export function PersonGaps({ person }: { person: string }) {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const day = state.filters['day'] ?? null;
  const gaps = usePersonGaps(person, day);
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <DateField
          label={room.day}
          description={room.today}
          value={day}
          onChange={(next) => setState({ ...state, filters: next === null ? {} : { day: next } })}
        />
        <Button
          variant="default"
          leftSection={<Icon name="printer" size={16} />}
          onClick={() => void navigate({ to: `/needs/people/${person}/report`, search: day === null ? {} : { day } })}
        >
          {room.print}
        </Button>
      </div>
      <Loaded query={gaps}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState icon="chart" title={text.nothing} text={text.nothingText} />
          ) : (
            <>
              <Result gaps={data} />
              <Levels gaps={data} />
            </>
          )
        }
      </Loaded>
      <GapHistory person={person} />
    </div>
  );
}

function Result({ gaps }: { gaps: Gaps }) {
  return (
    <p className={styles.result}>
      <strong>
        {room.jpm} {gaps.jpm === null ? room.unknown : `${formatHundredths(gaps.jpm)} %`}
      </strong>
      {gaps.jpm_band !== '' && <StateBadge>{gaps.jpm_band}</StateBadge>}
      <span className="muted">
        {[text.assessed(formatNumber(gaps.assessed), formatNumber(gaps.required_count)), gaps.grade].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

function Levels({ gaps }: { gaps: Gaps }) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  };
  return (
    <table className={shared.table} aria-label={text.levels}>
      <thead>
        <tr>
          <th scope="col" style={{ width: 230 }}>{text.competency}</th>
          <th scope="col" className={shared.end} style={{ width: 72 }}>{text.required}</th>
          <th scope="col" className={shared.end} style={{ width: 72 }}>{text.actual}</th>
          <th scope="col" className={shared.end} style={{ width: 80 }}>{text.gap}</th>
          <th scope="col" style={{ width: 130 }}>{text.band}</th>
          <th scope="col">{text.why}</th>
          <th scope="col" style={{ width: 268 }}>{text.sources}</th>
        </tr>
      </thead>
      <tbody>
        {gaps.rows.map((row) => (
          <Fragment key={row.competency}>
            <Level row={row} opened={opened.has(row.competency)} onToggle={() => toggle(row.competency)} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Level({ row, opened, onToggle }: { row: GapRow; opened: boolean; onToggle: () => void }) {
  const inner = `sources-${row.competency}`;
  return (
    <>
      <tr>
        <th scope="row" title={room.kinds[row.kind]}>{row.name}</th>
        <td className={shared.end}>{level(row.required)}</td>
        <td className={shared.end}>{level(row.actual)}</td>
        <td className={shared.end}>{level(row.gap)}</td>
        <td>
          {row.band === null ? (
            <span className="muted">{room.unknown}</span>
          ) : (
            <StateBadge tone={tones[row.band]}>{room.bands[row.band]}</StateBadge>
          )}
        </td>
        <td>{row.why}</td>
        <td>
          {row.evidence.length === 0 ? (
            <span className="muted">{text.none}</span>
          ) : (
            <button type="button" className={styles.open} aria-expanded={opened} aria-controls={inner} onClick={onToggle}>
              {text.show(row.evidence.length)}
              <span className="hidden">, {row.name}</span>
            </button>
          )}
          {row.disputed && <StateBadge tone="warn">{text.disputed}</StateBadge>}
        </td>
      </tr>
      <tr id={inner} hidden={!opened}>
        <td colSpan={7}>
          {opened && row.disputed && <p className={styles.dispute}>{row.disputed.sentence}</p>}
          {opened && <Sources row={row} />}
        </td>
      </tr>
    </>
  );
}

/** Where evidence is kept. */
function addressOf(origin: GapRow['evidence'][number]['origin']): string {
  switch (origin.kind) {
    case 'inquiry':
      return `/needs/sources/${origin.inquiry}`;
    case 'class':
      return `/classes/${origin.class}`;
    case 'survey':
      return `/voice/surveys/${origin.survey}`;
  }
}

function Sources({ row }: { row: GapRow }) {
  return (
    <table className={`${shared.table} ${styles.sources}`} aria-label={text.sourcesOf(row.name)}>
      <thead>
        <tr>
          <th scope="col">{text.sources}</th>
          <th scope="col">{text.activity}</th>
          <th scope="col" style={{ width: 110 }}>{text.day}</th>
          <th scope="col" className={shared.end} style={{ width: 80 }}>{text.level}</th>
          <th scope="col" className={shared.end} style={{ width: 120 }}>{text.weight}</th>
        </tr>
      </thead>
      <tbody>
        {row.evidence.map((one, at) => (
          <tr key={`${at} ${one.label}`}>
            <td>{room.sources[one.source]}</td>
            <th scope="row">
              <Link to={addressOf(one.origin)}>{one.label}</Link>
            </th>
            <td>{shortDate(one.date)}</td>
            <td className={shared.end}>{formatHundredths(one.level)}</td>
            <td className={shared.end}>{one.counted ? one.weight : <span className="muted">{text.notCounted}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
