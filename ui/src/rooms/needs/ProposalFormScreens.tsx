import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard, usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { RemoveButton } from '../../components/RemoveButton';
import { useStatus } from '../../data/home';
import { useDeleteProposal, useProposal, useSaveProposal, type Proposal, type ProposalView } from '../../data/needs';
import { useAddressId } from '../../data/open';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { DecisionDialog } from './DecisionDialog';
import { roomCrumb } from './NeedsHeader';
import { ProposalFields } from './ProposalFields';
import { valuesOf, type ProposalValues } from './proposalForm';
import styles from './needs.module.css';

const text = id.needs.proposals;
const crumbs = [roomCrumb, { label: id.needs.tabs.proposals, to: '/needs/proposals' }];

const blank = (today: string): Proposal => ({
  id: null,
  number: '',
  received_on: today,
  year: Number(today.slice(0, 4)),
  unit: null,
  title: '',
  programme: null,
  competency: null,
  people: 1,
  named: [],
  reason: '',
});

/** What a unit has asked for. */
export function NewProposalScreen() {
  return (
    <>
      <PageHeader title={text.form.new} crumbs={crumbs} />
      <Loaded query={useStatus()}>{({ today }) => <ProposalForm values={valuesOf(blank(today), [])} />}</Loaded>
    </>
  );
}

/** A proposal, to be put right and decided. */
export function ProposalScreen() {
  const at = useAddressId();
  return <Loaded query={useProposal(at)}>{(view) => <ProposalPage key={at} at={at} view={view} />}</Loaded>;
}

function ProposalPage({ at, view }: { at: string; view: ProposalView }) {
  const navigate = useNavigate();
  const { row, people } = view;
  const remove = useDeleteProposal(at, { onDone: () => void navigate({ to: '/needs/proposals' }) });
  const [deciding, setDeciding] = useState(false);
  const today = useStatus().data?.today;
  const decided = row.status === 'accepted' || row.status === 'rejected';
  return (
    <>
      <PageHeader
        title={text.page.title(row.proposal.number)}
        subtitle={row.unit_path}
        crumbs={crumbs}
        state={{
          label:
            row.decided_on === null
              ? text.statuses[row.status]
              : text.page.decided(text.statuses[row.status], longDate(row.decided_on)),
          tone: row.status === 'accepted' ? 'good' : row.status === 'rejected' ? 'bad' : 'info',
        }}
        primary={<Button disabled={today === undefined} onClick={() => setDeciding(true)}>{text.page.decide}</Button>}
        actions={
          <RemoveButton label={text.delete} title={text.deleteTitle} onConfirm={() => remove.mutateAsync(undefined)}>
            {text.deleteBody(row.proposal.number)}
          </RemoveButton>
        }
      />
      {deciding && today !== undefined && <DecisionDialog at={at} row={row} today={today} onClose={() => setDeciding(false)} />}
      {row.decision !== '' && <p>{row.decision}</p>}
      {decided && <p className={styles.lead}>{text.page.locked}</p>}
      <ProposalForm key={JSON.stringify(row.proposal)} values={valuesOf(row.proposal, people)} />
    </>
  );
}

function ProposalForm({ values }: { values: ProposalValues }) {
  const navigate = useNavigate();
  const form = useForm<ProposalValues>({ initialValues: values });
  const passing = usePassing();
  const save = useSaveProposal({
    onDone: (made) => {
      passing.current = true;
      void navigate({ to: `/needs/proposals/${made}`, replace: true });
    },
  });
  return (
    <div className={styles.formPage}>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={({ people_named, ...typed }) =>
          save.mutateAsync({
            ...typed,
            people: typeof typed.people === 'number' ? typed.people : 0,
            year: typeof typed.year === 'number' ? typed.year : 0,
            named: people_named.flatMap(({ person }) => (person === null ? [] : [person])),
          })
        }
        submitLabel={text.form.save}
        label={text.form.label}
        onCancel={() => void navigate({ to: '/needs/proposals' })}
      >
        <ProposalFields form={form} />
      </FormPage>
    </div>
  );
}
