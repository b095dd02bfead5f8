import { ActionIcon } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { Icon } from '../../components/icons';
import { StateBadge } from '../../components/StateBadge';
import shared from '../../components/shared.module.css';
import { useDeleteMeeting, type Meeting, type MeetingRow } from '../../data/mentoring';
import { shortDate, weekday } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import styles from './mentoring.module.css';

const text = id.mentoring.meeting;

export interface MeetingLogProps {
  /** The oldest first, as they come. */
  rows: readonly MeetingRow[];
  /** The one that the form beside holds. */
  edited: string | null;
  /** Without it the log can only be read. */
  onEdit?: (meeting: Meeting) => void;
}

function Signs({ meeting }: { meeting: Meeting }) {
  if (meeting.confirmed_mentor && meeting.confirmed_mentee) return <StateBadge tone="good">{text.signs.both}</StateBadge>;
  if (meeting.confirmed_mentor) return <StateBadge tone="warn">{text.signs.mentor}</StateBadge>;
  return <StateBadge tone="warn">{meeting.confirmed_mentee ? text.signs.mentee : text.signs.none}</StateBadge>;
}

/** What was said: the latest meeting on top, right below the form that adds to it. */
export function MeetingLog({ rows, edited, onEdit }: MeetingLogProps) {
  const [doomed, setDoomed] = useState<Meeting | null>(null);
  const remove = useDeleteMeeting();
  return (
    <section className={styles.meetings} aria-label={text.log}>
      <h2>{text.log}</h2>
      {rows.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <table className={shared.table}>
          <thead>
            <tr>
              <th scope="col" style={{ width: '112px' }}>{text.date}</th>
              <th scope="col">{text.topic}</th>
              <th scope="col" style={{ width: '128px' }}>{text.signed}</th>
              <th scope="col" style={{ width: '190px' }}>{text.jp}</th>
              {onEdit && (
                <th scope="col" style={{ width: '96px' }}>
                  <span className="hidden">{id.actions.more}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {[...rows].reverse().map((row) => (
              <Line key={row.meeting.id} row={row} edited={row.meeting.id === edited} onEdit={onEdit} onRemove={setDoomed} />
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        opened={doomed !== null}
        title={text.removeTitle}
        confirmLabel={text.removeConfirm}
        danger
        onConfirm={() => remove.mutateAsync(doomed?.id ?? '')}
        onClose={() => setDoomed(null)}
      >
        {doomed && text.removeBody(shortDate(doomed.date), doomed.topic)}
      </ConfirmDialog>
    </section>
  );
}

interface LineProps {
  row: MeetingRow;
  edited: boolean;
  onEdit?: (meeting: Meeting) => void;
  onRemove: (meeting: Meeting) => void;
}

function Line({ row, edited, onEdit, onRemove }: LineProps) {
  const { meeting, jp, jp_note: why } = row;
  const what = text.act(shortDate(meeting.date), meeting.topic);
  return (
    <tr data-edited={edited || undefined}>
      <td>
        {shortDate(meeting.date)}
        <br />
        <span className="muted">{weekday(meeting.date)}</span>
      </td>
      <td>
        <strong>{meeting.topic}</strong>
        {meeting.notes !== '' && <p className={styles.said}>{meeting.notes}</p>}
        {meeting.next_step !== '' && (
          <p className={styles.said}>
            <span className="muted">{text.next}: </span>
            {meeting.next_step}
          </p>
        )}
      </td>
      <td>
        <Signs meeting={meeting} />
      </td>
      <td>
        {formatNumber(jp)}
        {why !== '' && <span className="muted"> · {why}</span>}
      </td>
      {onEdit && (
        <td className={styles.acts}>
          <ActionIcon aria-label={`${text.change} ${what}`} title={text.change} onClick={() => onEdit(meeting)}>
            <Icon name="edit" />
          </ActionIcon>
          <ActionIcon aria-label={`${text.remove} ${what}`} title={text.remove} onClick={() => onRemove(meeting)}>
            <Icon name="trash" />
          </ActionIcon>
        </td>
      )}
    </tr>
  );
}
