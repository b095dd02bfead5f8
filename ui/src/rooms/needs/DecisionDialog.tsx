import { Modal, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import { proposalStatuses, useDecideProposal, type ProposalDecision, type ProposalRow } from '../../data/needs';
import { id } from '../../i18n/id';

const text = id.needs.proposals;
const options = proposalStatuses.map((value) => ({ value, label: text.statuses[value] }));

interface DecisionProps {
  at: string;
  row: ProposalRow;
  today: string;
  onClose: () => void;
}

/** Where the proposal stands from now on, and why. */
export function DecisionDialog({ at, row, today, onClose }: DecisionProps) {
  const decide = useDecideProposal(at, { onDone: onClose });
  const form = useForm<ProposalDecision>({
    initialValues: { status: row.status, date: row.decided_on ?? today, reason: row.decision },
  });
  return (
    <Modal opened onClose={onClose} size={520} title={text.page.decide}>
      <FormPage form={form} onSubmit={decide.mutateAsync} submitLabel={text.page.save} onCancel={onClose} label={text.page.decide}>
        <Select data-autofocus label={text.page.status} data={options} allowDeselect={false} {...form.getInputProps('status')} />
        <DateField label={text.page.date} required {...form.getInputProps('date')} />
        <TextInput label={text.page.reason} description={text.page.reasonHint} autoComplete="off" {...form.getInputProps('reason')} />
      </FormPage>
    </Modal>
  );
}
