import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../components/icons';
import { LeaveGuard } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useStatus } from '../../data/home';
import { usePair, useReopenPair, type Meeting, type PairView } from '../../data/mentoring';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { EndPair } from './EndPair';
import { Judgements } from './Judgements';
import { MeetingForm } from './MeetingForm';
import { MeetingLog } from './MeetingLog';
import styles from './mentoring.module.css';
import { roomCrumb } from './MentoringHeader';
import { PairFacts } from './PairFacts';

const room = id.mentoring;
const text = room.pair;

function stateOf({ row }: PairView) {
  if (row.state === 'silent') return { label: room.silentFor(row.quiet_days), tone: 'warn' as const };
  if (row.state === 'running') return { label: room.states.running, tone: 'good' as const };
  return { label: row.ending === null ? room.states.ended : room.endings[row.ending], tone: 'neutral' as const };
}

/** One pair: its log with the form for the next meeting, who they are, what they say of each other. */
export function PairScreen() {
  const at = useAddressId();
  const today = useStatus();
  return (
    <Loaded query={usePair(at)}>
      {(view) => <Loaded query={today}>{(status) => <PairPage key={at} view={view} today={status.today} />}</Loaded>}
    </Loaded>
  );
}

function PairPage({ view, today }: { view: PairView; today: string }) {
  const { row } = view;
  const navigate = useNavigate();
  const [ending, setEnding] = useState(false);
  /** What the form holds: a meeting to change, or none for a new one. The number makes it a fresh form. */
  const [entry, setEntry] = useState<{ number: number; meeting: Meeting | null }>({ number: 0, meeting: null });
  const [unsaved, setUnsaved] = useState(false);
  const reopen = useReopenPair(row.id);
  const running = row.ends === null;
  const fresh = (meeting: Meeting | null) => {
    setUnsaved(false);
    setEntry({ number: entry.number + 1, meeting });
  };
  const print = (what: 'form' | 'log', label: string) => (
    <Button
      variant="default"
      leftSection={<Icon name="printer" size={16} />}
      onClick={() => void navigate({ to: `/mentoring/pairs/${row.id}/${what}` })}
    >
      {label}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={row.mentee}
        crumbs={[roomCrumb, { label: room.tabs.pairs, to: '/mentoring' }]}
        subtitle={[`${text.mentor} ${row.mentor}`, row.class_name, text.totals(row.meetings, row.jp)].join(' · ')}
        state={stateOf(view)}
        actions={
          <>
            {running && print('form', text.print)}
            {print('log', text.printLog)}
            {running ? (
              <Button variant="default" onClick={() => setEnding(true)}>
                {text.end}
              </Button>
            ) : (
              <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
                {text.reopen}
              </Button>
            )}
          </>
        }
      />
      <LeaveGuard unsaved={unsaved} />
      <div className={styles.pairPage}>
        <div className={styles.log}>
          {running ? (
            <MeetingForm
              key={entry.number}
              pair={row.id}
              meeting={entry.meeting}
              today={today}
              onUnsaved={setUnsaved}
              onSaved={() => fresh(null)}
              onCancel={entry.meeting === null ? undefined : () => fresh(null)}
            />
          ) : (
            <p className={styles.lead}>{text.ended}</p>
          )}
          <MeetingLog rows={view.meetings} edited={entry.meeting?.id ?? null} onEdit={running ? fresh : undefined} />
        </div>
        <aside className={styles.aside}>
          <Judgements view={view} today={today} />
          <PairFacts view={view} />
        </aside>
      </div>
      <EndPair row={row} today={today} opened={ending} onClose={() => setEnding(false)} />
    </>
  );
}
