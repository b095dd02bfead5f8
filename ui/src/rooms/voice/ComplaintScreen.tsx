import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import shared from '../../components/shared.module.css';
import { useStatus } from '../../data/home';
import { useAddressId } from '../../data/open';
import {
  states, useComplaint, useDeleteComplaint, type ComplaintState, type ComplaintView, type Step,
} from '../../data/voice/complaints';
import { longDate, shortDate, weekday } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { ComplaintFacts } from './ComplaintFacts';
import { StateOf, toneOf } from './Deadline';
import { LinkedCompetencies } from './LinkedCompetencies';
import { ReporterBox } from './ReporterBox';
import { StepForm } from './StepForm';
import { roomCrumb } from './VoiceHeader';
import styles from './voice.module.css';

const room = id.complaints;
const text = room.page;
const crumbs = [roomCrumb, { label: id.voice.tabs.complaints, to: '/voice/complaints' }];

/** One complaint: what it says, how far it has come, by when the next step is due, what it teaches. */
export function ComplaintScreen() {
  const at = useAddressId();
  const today = useStatus();
  return (
    <Loaded query={useComplaint(at)}>
      {(view) => <Loaded query={today}>{(status) => <ComplaintPage key={at} at={at} view={view} today={status.today} />}</Loaded>}
    </Loaded>
  );
}

function ComplaintPage({ at, view, today }: { at: string; view: ComplaintView; today: string }) {
  const { complaint, steps, row } = view;
  const [usual, ...others] = usualFirst(row.state, view.next);
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const passing = usePassing();
  const remove = useDeleteComplaint(at, {
    onDone: () => {
      passing.current = true;
      void navigate({ to: '/voice/complaints', replace: true });
    },
  });
  const next = row.state === 'masuk' ? text.next.masuk(longDate(row.due)) : text.next.other(longDate(row.due));
  return (
    <>
      <PageHeader
        title={text.title(complaint.ticket)}
        crumbs={crumbs}
        subtitle={[room.kinds[complaint.kind], longDate(complaint.received_on), complaint.channel].filter(Boolean).join(' · ')}
        state={{ label: room.states[row.state], tone: toneOf(row.state) }}
        nextStep={usual === undefined ? undefined : next}
        actions={
          <Button component={Link} to={`/voice/complaints/${at}/edit`} variant="default">
            {text.edit}
          </Button>
        }
        menu={[{ label: text.delete, icon: 'trash', run: () => setAsking(true) }]}
      />
      <LeaveGuard unsaved={unsaved} passing={passing} />
      <div className={styles.page}>
        <div className={styles.main}>
          <section aria-label={text.text}>
            <p className={styles.said}>{complaint.text}</p>
          </section>
          {usual !== undefined && (
            <StepForm key={steps.length} complaint={at} next={[usual, ...others]} today={today} onUnsaved={setUnsaved} />
          )}
          <Steps steps={steps} />
        </div>
        <aside className={styles.aside}>
          <LinkedCompetencies view={view} />
          <ComplaintFacts view={view} today={today} />
          <ReporterBox view={view} />
        </aside>
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.deleteTitle}
        confirmLabel={text.deleteConfirm}
        danger
        onConfirm={() => remove.mutateAsync(undefined)}
        onClose={() => setAsking(false)}
      >
        {text.deleteBody(complaint.ticket)}
      </ConfirmDialog>
    </>
  );
}

/** The states that may follow, with the one after this in the usual order before the rest. */
function usualFirst(state: ComplaintState, next: readonly ComplaintState[]): readonly ComplaintState[] {
  const usual = states[states.indexOf(state) + 1];
  return [...next].sort((one, other) => Number(other === usual) - Number(one === usual));
}

/** The latest on top. */
function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <section className={styles.steps} aria-label={text.steps}>
      <h2>{text.steps}</h2>
      <table className={shared.table}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '120px' }}>{text.date}</th>
            <th scope="col" style={{ width: '150px' }}>{text.state}</th>
            <th scope="col">{text.note}</th>
          </tr>
        </thead>
        <tbody>
          {[...steps].reverse().map((step) => (
            <tr key={step.id}>
              <td>
                {shortDate(step.date)}
                <br />
                <span className="muted">{weekday(step.date)}</span>
              </td>
              <td>
                <StateOf state={step.state} />
              </td>
              <td className={styles.said}>{step.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
