import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { RefusalError } from '../../../backend/backend';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { ReasonList } from '../../../components/ReasonList';
import { PlaceDialog } from '../../../components/session/PlaceDialog';
import shared from '../../../components/shared.module.css';
import { useSaveSessions, type ClassView, type Session } from '../../../data/classes';
import { refusalText } from '../../../data/mutation';
import type { SessionPlan } from '../../../data/planning/schedule';
import { useCommands, type Command } from '../../../frame/commands';
import { addDays } from '../../../i18n/days';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import styles from '../classes.module.css';
import { ProposeSessions } from './ProposeSessions';
import { SessionLine, type SessionDraft } from './SessionLine';

const text = id.classes.sessions;

let fresh = 0;
const asDraft = (session: Session): SessionDraft => ({ ...session, key: session.id ?? `new-${++fresh}` });
const asSession = ({ id: known, starts, ends, jp, topic }: SessionDraft, date: string): Session => ({
  id: known,
  date,
  starts,
  ends,
  jp,
  topic,
});

interface Props {
  classId: string;
  view: ClassView;
  stored: readonly Session[];
  /** Where they are held and by whom; those that are not saved yet have no place. */
  places: readonly SessionPlan[];
}

/** The sessions as a table of fields; nothing is stored before it is saved. */
export function SessionsEditor({ classId, view, stored, places }: Props) {
  const [rows, setRows] = useState(() => stored.map(asDraft));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<string | null>(null);
  const closed = view.state === 'closed';
  const [placing, setPlacing] = useState<string | null>(null);
  const placeOf = (session: string | null) => places.find((one) => one.session === session);
  const place = placing === null ? undefined : placeOf(placing);
  const dirty = useMemo(() => {
    const plain = rows.map((row) => asSession(row, row.date ?? ''));
    return JSON.stringify(plain) !== JSON.stringify(stored);
  }, [rows, stored]);
  const save = useSaveSessions(classId, { inForm: true });

  useEffect(() => {
    const path = wanted.current;
    wanted.current = null;
    if (path) body.current?.querySelector<HTMLInputElement>(`[data-path="${path}"]`)?.focus();
  }, [rows]);

  const set = (at: number, part: Partial<SessionDraft>) =>
    setRows((before) => before.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const add = () => {
    const last = rows.at(-1);
    const after = last?.date ? addDays(last.date, 1) : view.class.starts;
    const date = after > view.class.ends ? (last?.date ?? view.class.ends) : after;
    wanted.current = `sessions.${rows.length}.date`;
    setRows([...rows, asDraft({ id: null, date, starts: last?.starts ?? null, ends: last?.ends ?? null, jp: last?.jp ?? 8, topic: '' })]);
  };
  const remove = (at: number) => setRows(rows.filter((_, index) => index !== at));

  const run = async () => {
    if (save.isPending || closed) return;
    const missing = rows.findIndex((row) => row.date === null);
    if (missing >= 0) {
      setErrors({ [`sessions.${missing}.date`]: id.classes.form.dateMissing });
      return;
    }
    setErrors({});
    setFailure(null);
    try {
      await save.mutateAsync(rows.map((row) => asSession(row, row.date ?? '')));
    } catch (refused) {
      const fields = refused instanceof RefusalError ? refused.fields : [];
      setErrors(Object.fromEntries(fields.map((field) => [field.field, field.message])));
      setFailure(refusalText(refused));
    }
  };
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'sessions.save',
          label: text.save,
          keys: ['Ctrl+Enter', 'Ctrl+S'],
          group: id.frame.groups.work,
          run: () => void newest.current(),
        },
      ],
      [],
    ),
  );

  const subjectsJp = view.class.subjects.reduce((sum, subject) => sum + subject.jp, 0);
  const jp = rows.reduce((sum, row) => sum + row.jp, 0);
  const compared = jp === subjectsJp ? text.same(jp) : jp < subjectsJp ? text.less(subjectsJp - jp, subjectsJp) : text.more(jp - subjectsJp, subjectsJp);
  const propose = <ProposeSessions classId={classId} onProposed={(sessions) => setRows(sessions.map(asDraft))} />;

  if (rows.length === 0 && !dirty) {
    return closed ? <ClosedNote /> : <EmptyState icon="calendar" title={text.empty} text={text.emptyText} action={propose} link={<Button variant="subtle" onClick={add}>{text.add}</Button>} />;
  }
  return (
    <>
      {closed && <ClosedNote />}
      <div className={styles.bar}>
        <strong role="status">{text.sum(rows.length, jp)}</strong>
        <span className={jp === subjectsJp ? 'muted' : styles.low}>
          {jp !== subjectsJp && <Icon name="warning" size={16} />}
          {compared}
        </span>
        {!closed && (
          <span className={styles.push}>
            {propose}
            <Button disabled={!dirty} loading={save.isPending} title="Ctrl+Enter" onClick={() => void run()}>
              {text.save}
            </Button>
          </span>
        )}
      </div>
      {failure && (
        <div role="alert" className={styles.block}>
          <ReasonList reasons={[{ tone: 'bad', text: failure }]} />
        </div>
      )}
      <div className={styles.scroll}>
        <table className={`${shared.table} ${shared.tight}`} aria-label={text.label}>
          <colgroup>
            <col style={{ width: 40 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 160 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 88 }} />
            <col style={{ width: 72 }} />
            <col />
            <col style={{ width: '30%' }} />
            <col style={{ width: 48 }} />
          </colgroup>
          <thead>
            <tr>
              <th className={shared.end}>
                <span className="hidden">No.</span>
              </th>
              <th scope="col">{text.day}</th>
              <th scope="col">{text.date}</th>
              <th scope="col">{text.starts}</th>
              <th scope="col">{text.ends}</th>
              <th scope="col" className={shared.end}>
                {text.jp}
              </th>
              <th scope="col">{text.topic}</th>
              <th scope="col">{text.place}</th>
              <th>
                <span className="hidden">{id.actions.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, at) => (
              <SessionLine
                key={row.key}
                row={row}
                at={at}
                errors={errors}
                readOnly={closed}
                place={placeOf(row.id)}
                onPlace={() => setPlacing(row.id)}
                onChange={(part) => set(at, part)}
                onRemove={() => remove(at)}
                onNext={at === rows.length - 1 ? add : undefined}
              />
            ))}
          </tbody>
        </table>
        {!closed && (
          <div className={shared.lineFoot}>
            <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
              {text.add}
            </Button>
            <span className="muted">{text.hint}</span>
          </div>
        )}
      </div>
      {place && <PlaceDialog key={place.session} session={place} onClose={() => setPlacing(null)} />}
      <LeaveGuard unsaved={dirty} />
    </>
  );
}
