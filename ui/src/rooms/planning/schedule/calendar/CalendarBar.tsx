import { ActionIcon, Button, Group, SegmentedControl, Select } from '@mantine/core';
import { Icon } from '../../../../components/icons';
import { PersonField } from '../../../../components/PersonField';
import { UnitPicker } from '../../../../components/UnitPicker';
import { months, dateRange } from '../../../../i18n/dates';
import { addDays, addMonths, weekOf } from '../../../../i18n/days';
import { id } from '../../../../i18n/id';
import styles from './calendar.module.css';
import { GivenDate } from '../GivenDate';
import type { CalendarState } from './useCalendarState';

const text = id.schedule.calendar;

export interface Option {
  value: string;
  label: string;
}

export interface CalendarBarProps {
  state: CalendarState;
  onState: (part: Partial<CalendarState>) => void;
  today: string;
  rooms: readonly Option[];
  classes: readonly Option[];
  /** Name of the speaker that is asked for, where it is known. */
  speakerName: string;
}

/** `Maret 2026`, or the days of the week. */
export function periodTitle({ view, day }: Pick<CalendarState, 'view' | 'day'>): string {
  if (view === 'month') return `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
  const days = weekOf(day);
  return dateRange(days[0] ?? day, days[6] ?? day);
}

/** Which days are shown, how, and of whom. */
export function CalendarBar({ state, onState, today, rooms, classes, speakerName }: CalendarBarProps) {
  const { view, day, by } = state;
  const move = (by: number) => onState({ day: view === 'month' ? addMonths(day, by) : addDays(day, 7 * by) });
  const filtered = [state.room, state.speaker, state.unit, state.class].some((one) => one !== null);
  return (
    <div role="group" aria-label={text.bar} className={styles.bar}>
      <div className={styles.barLine}>
        <Group gap={4}>
          <ActionIcon variant="default" size={32} aria-label={text.before[view]} title={text.before[view]} onClick={() => move(-1)}>
            <Icon name="chevronLeft" />
          </ActionIcon>
          <Button variant="default" onClick={() => onState({ day: today })}>
            {text.today}
          </Button>
          <ActionIcon variant="default" size={32} aria-label={text.after[view]} title={text.after[view]} onClick={() => move(1)}>
            <Icon name="chevronRight" />
          </ActionIcon>
        </Group>
        <h2 aria-live="polite">{periodTitle(state)}</h2>
        <span className={styles.jump}>
          <GivenDate label={text.jump} hideLabel value={day} onChange={(next) => onState({ day: next })} />
        </span>
        <SegmentedControl
          size="xs"
          aria-label={text.view}
          value={view}
          onChange={(next) => onState({ view: next })}
          data={(['month', 'week'] as const).map((value) => ({ value, label: text.views[value] }))}
        />
        {view === 'week' && (
          <SegmentedControl
            size="xs"
            aria-label={text.by}
            value={by}
            onChange={(next) => onState({ by: next })}
            data={(['all', 'room', 'speaker', 'class'] as const).map((value) => ({ value, label: text.rows[value] }))}
          />
        )}
      </div>
      <div className={styles.filters}>
        <Select
          aria-label={text.class}
          placeholder={text.allClasses}
          data={classes}
          value={state.class}
          onChange={(next) => onState({ class: next })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.class}`, tabIndex: -1 }}
          comboboxProps={{ width: 420, position: 'bottom-start' }}
        />
        <Select
          aria-label={text.room}
          placeholder={text.allRooms}
          data={rooms}
          value={state.room}
          onChange={(next) => onState({ room: next })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.room}`, tabIndex: -1 }}
        />
        <PersonField
          label={text.speaker}
          hideLabel
          placeholder={text.allSpeakers}
          value={state.speaker}
          name={speakerName}
          onChange={(next) => onState({ speaker: next })}
        />
        <UnitPicker
          label={text.unit}
          hideLabel
          placeholder={text.allUnits}
          value={state.unit}
          onChange={(next) => onState({ unit: next })}
        />
        {filtered && (
          <Button variant="subtle" onClick={() => onState({ room: null, speaker: null, unit: null, class: null })}>
            {text.clear}
          </Button>
        )}
      </div>
    </div>
  );
}
