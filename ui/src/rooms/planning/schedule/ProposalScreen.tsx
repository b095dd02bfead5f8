import { Button } from '@mantine/core';
import { useState } from 'react';
import { RefusalError } from '../../../backend/backend';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { ProgressPanel } from '../../../components/ProgressPanel';
import type { RuleBody } from '../../../components/RuleForm';
import { useStatus } from '../../../data/home';
import { refusalText } from '../../../data/mutation';
import { useRules } from '../../../data/office';
import {
  useAcceptProposal, useProposal, type PlacedSession, type ProposalRequest, type ScheduleProposal,
} from '../../../data/planning/schedule';
import { addDays } from '../../../i18n/days';
import { id } from '../../../i18n/id';
import { RequestForm } from './proposal/RequestForm';
import { ResultView } from './proposal/ResultView';
import { quarter } from './ranges';
import styles from './schedule.module.css';
import { ScheduleHeader } from './ScheduleHeader';

const text = id.schedule.proposal;

/** The sentence of a refusal, the first of its fields before it. */
const sentence = (error: unknown) =>
  (error instanceof RefusalError ? error.fields[0]?.message : undefined) ?? refusalText(error);

function Proposal({ today, parts }: { today: string; parts: RuleBody<'schedule'>['parts'] }) {
  const [request, setRequest] = useState<ProposalRequest>({
    classes: [],
    from: addDays(today, 1),
    to: addDays(today, quarter),
    parts: [],
    keep_locked: true,
    effort: 'normal',
  });
  const [proposal, setProposal] = useState<ScheduleProposal | null>(null);
  const { search, done, stop } = useProposal(setProposal);
  const accept = useAcceptProposal();
  const run = () => {
    setProposal(null);
    search.mutate(request);
  };
  const takeOver = (placements: PlacedSession[], again: boolean) => {
    if (!proposal) return;
    accept.mutate(
      { classes: request.classes, state: proposal.state, placements },
      {
        onSuccess: () => {
          if (again) run();
          else setProposal(null);
        },
      },
    );
  };
  if (search.isPending) {
    return (
      <>
        <ScheduleHeader />
        <div className={styles.center}>
          <ProgressPanel label={text.running} done={done.done} total={done.total} onCancel={stop} />
        </div>
      </>
    );
  }
  if (proposal) {
    return (
      <>
        <LeaveGuard unsaved />
        <ScheduleHeader
          primary={
            <Button
              loading={accept.isPending}
              disabled={proposal.placements.length === 0}
              onClick={() => takeOver(proposal.placements, false)}
            >
              {text.accept(proposal.placements.filter((row) => row.moved).length)}
            </Button>
          }
          actions={
            <>
              <Button variant="default" onClick={() => setProposal(null)}>
                {text.back}
              </Button>
              <Button variant="default" disabled={accept.isPending} onClick={run}>
                {text.again}
              </Button>
            </>
          }
        />
        <ResultView
          proposal={proposal}
          busy={accept.isPending}
          onLock={(placements) => takeOver(placements, true)}
        />
      </>
    );
  }
  return (
    <>
      <ScheduleHeader
        primary={
          <Button disabled={request.classes.length === 0} onClick={run}>
            {text.run(request.classes.length)}
          </Button>
        }
      />
      <RequestForm
        request={request}
        onRequest={setRequest}
        parts={parts}
        refused={search.error ? sentence(search.error) : null}
      />
    </>
  );
}

/** A schedule that the program looks for: without hard conflicts, with little disturbance of daily work. */
export function ProposalScreen() {
  const status = useStatus();
  const rules = useRules();
  return (
    <Loaded query={status}>
      {({ today }) => <Loaded query={rules}>{({ schedule }) => <Proposal today={today} parts={schedule.parts} />}</Loaded>}
    </Loaded>
  );
}
