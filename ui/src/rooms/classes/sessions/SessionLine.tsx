import { ActionIcon, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { DateField } from '../../../components/DateField';
import { Icon } from '../../../components/icons';
import shared from '../../../components/shared.module.css';
import { TimeField } from '../../../components/TimeField';
import type { Session } from '../../../data/classes';
import type { SessionPlan } from '../../../data/planning/schedule';
import { weekday } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
import { shownWhole, wholeNumber } from '../numbers';

const text = id.classes.sessions;

/** A session while it is typed: the date may be missing for a moment. */
export type SessionDraft = Omit<Session, 'date'> & { date: string | null; key: string };

export interface SessionLineProps {
  row: SessionDraft;
  at: number;
  errors: Readonly<Record<string, string>>;
  readOnly: boolean;
  /** Where it is held and by whom; undefined while it is not saved. */
  place: SessionPlan | undefined;
  onPlace: () => void;
  onChange: (part: Partial<SessionDraft>) => void;
  onRemove: () => void;
  /** After Enter in the topic of the last line. */
  onNext?: () => void;
}

/** Room and speakers, as far as they are known; the subject stands in the column of the topic. */
const placeText = ({ room_name, speakers }: SessionPlan) =>
  [room_name, speakers.map((speaker) => speaker.name).join('; ')].filter((part) => part !== '').join(' · ') || text.noPlace;

export function SessionLine({ row, at, errors, readOnly, place, onPlace, onChange, onRemove, onNext }: SessionLineProps) {
  const path = (field: string) => `sessions.${at}.${field}`;
  const error = (field: string) => errors[path(field)];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || !onNext || readOnly) return;
    event.preventDefault();
    onNext();
  };
  return (
    <tr>
      <td className={shared.order}>{at + 1}</td>
      <td className={styles.day}>{row.date === null ? '' : weekday(row.date)}</td>
      <td>
        <DateField
          label={text.at(at + 1, text.date)}
          hideLabel
          value={row.date}
          disabled={readOnly}
          error={error('date')}
          data-path={path('date')}
          onChange={(date) => onChange({ date })}
        />
      </td>
      <td>
        <TimeField
          hideLabel
          label={text.at(at + 1, text.starts)}
          data-path={path('starts')}
          value={row.starts}
          error={error('starts')}
          readOnly={readOnly}
          onChange={(starts) => onChange({ starts })}
        />
      </td>
      <td>
        <TimeField
          hideLabel
          label={text.at(at + 1, text.ends)}
          data-path={path('ends')}
          value={row.ends}
          error={error('ends')}
          readOnly={readOnly}
          onChange={(ends) => onChange({ ends })}
        />
      </td>
      <td className={shared.end}>
        <TextInput
          aria-label={text.at(at + 1, text.jp)}
          data-path={path('jp')}
          inputMode="numeric"
          value={shownWhole(row.jp)}
          error={error('jp')}
          readOnly={readOnly}
          onChange={(event) => onChange({ jp: wholeNumber(event.currentTarget.value) })}
        />
      </td>
      <td>
        <TextInput
          aria-label={text.at(at + 1, text.topic)}
          data-path={path('topic')}
          value={row.topic}
          placeholder={place?.subject_name}
          title={place?.subject_name}
          error={error('topic')}
          readOnly={readOnly}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange({ topic: event.currentTarget.value })}
        />
      </td>
      <td>
        {place ? (
          <button type="button" className={styles.place} aria-label={`${text.at(at + 1, text.place)}: ${placeText(place)}`} title={placeText(place)} onClick={onPlace}>
            {place.locked && <Icon name="lock" size={14} />}
            <span>{placeText(place)}</span>
          </button>
        ) : (
          <span className={`muted ${styles.placeLater}`}>{text.placeLater}</span>
        )}
      </td>
      <td className={shared.tools}>
        {!readOnly && (
          <ActionIcon tabIndex={-1} size={28} aria-label={text.remove(at + 1)} title={text.remove(at + 1)} onClick={onRemove}>
            <Icon name="trash" size={16} />
          </ActionIcon>
        )}
      </td>
    </tr>
  );
}
