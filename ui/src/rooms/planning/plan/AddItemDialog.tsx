import { Autocomplete, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormPage } from '../../../components/FormPage';
import { UnitPicker } from '../../../components/UnitPicker';
import { useProgrammes } from '../../../data/classes';
import { useRules } from '../../../data/office';
import { useAcceptedProposals, useAddItem, type PlanView, type ServedBy } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';

const text = id.plan.add;
const kinds = ['gap', 'proposal', 'nobody'] as const;

interface Values extends Record<string, unknown> {
  programme: string | null;
  name: string;
  sub_activity: string;
  kind: ServedBy['kind'];
  unit: string | null;
  proposal: string | null;
}

const servedBy = ({ kind, unit, proposal }: Values): ServedBy =>
  kind === 'gap' ? { kind, unit } : kind === 'proposal' ? { kind, id: proposal ?? '' } : { kind };

/** A programme of the catalogue as a candidate, and whom it would serve. */
export function AddItemDialog({ view, onClose }: { view: PlanView; onClose: () => void }) {
  const { head } = view.row;
  const programmes = useProgrammes(false).data ?? [];
  const subs = useRules().data?.budget.sub_activities ?? [];
  const proposals = useAcceptedProposals(head.year).data ?? [];
  const form = useForm<Values>({
    initialValues: { programme: null, name: '', sub_activity: '', kind: 'gap', unit: null, proposal: null },
  });
  const { kind } = form.getValues();
  const add = useAddItem(head.id, { onDone: onClose });
  return (
    <Modal opened onClose={onClose} size={560} title={text.title}>
      <FormPage
        form={form}
        label={text.form}
        submitLabel={text.save}
        onCancel={onClose}
        onSubmit={async (values) =>
          add.mutateAsync({
            programme: values.programme ?? '',
            name: values.name,
            sub_activity: values.sub_activity,
            served: servedBy(values),
          })
        }
      >
        <Select
          data-autofocus
          label={text.programme}
          required
          searchable
          data={programmes.map((row) => ({ value: row.id, label: row.name }))}
          {...form.getInputProps('programme')}
        />
        <TextInput label={text.name} description={text.nameHint} autoComplete="off" {...form.getInputProps('name')} />
        <Autocomplete
          label={text.sub}
          data={subs.map(({ code }) => code)}
          renderOption={({ option }) => `${option.value} ${subs.find(({ code }) => code === option.value)?.name ?? ''}`}
          {...form.getInputProps('sub_activity')}
        />
        <Radio.Group label={text.served} {...form.getInputProps('kind')}>
          <Stack gap={6} mt={6}>
            {kinds.map((value) => (
              <Radio key={value} value={value} label={text.kinds[value]} />
            ))}
          </Stack>
        </Radio.Group>
        {kind === 'gap' && <UnitPicker label={text.unit} description={text.unitHint} {...form.getInputProps('unit')} />}
        {kind === 'proposal' && (
          <Select
            label={text.proposal}
            required
            searchable
            description={proposals.length === 0 ? text.noProposal : undefined}
            data={proposals.map((row) => ({ value: row.proposal.id ?? '', label: `${row.proposal.number} · ${row.proposal.title}` }))}
            {...form.getInputProps('proposal')}
          />
        )}
      </FormPage>
    </Modal>
  );
}
