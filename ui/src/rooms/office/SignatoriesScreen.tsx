import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { RefusalError } from '../../backend/backend';
import { DataList, type ListColumn } from '../../components/DataList';
import { DateField } from '../../components/DateField';
import { EmptyState } from '../../components/EmptyState';
import { FieldRow, FormPage } from '../../components/FormPage';
import { Icon } from '../../components/icons';
import { LeaveGuard } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { RemoveButton } from '../../components/RemoveButton';
import { StateBadge } from '../../components/StateBadge';
import { useStatus } from '../../data/home';
import { useDeleteSignatory, useSaveSignatory, useSignatories, type DatedSignatory } from '../../data/office';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNip } from '../../i18n/nip';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';

const text = id.office.signatory;
const still = { q: '', sort: '', filters: {} } as const;

interface Values extends Record<string, unknown> {
  id: string | null;
  signatory: DatedSignatory['signatory'];
  valid_from: string | null;
  valid_to: string | null;
}

const blank: Values = { id: null, signatory: { name: '', nip: '', position: '', rank: '' }, valid_from: null, valid_to: null };

function columns(today: string): ListColumn<DatedSignatory>[] {
  const signs = (row: DatedSignatory) => row.valid_from <= today && (row.valid_to === null || today <= row.valid_to);
  return [
    { id: 'name', header: text.name, width: 'minmax(220px, 1.2fr)', cell: (row) => row.signatory.name },
    { id: 'nip', header: text.nip, width: '190px', cell: (row) => formatNip(row.signatory.nip) },
    {
      id: 'position',
      header: text.position,
      width: 'minmax(200px, 1fr)',
      cell: (row) => row.signatory.position,
    },
    {
      id: 'period',
      header: text.period,
      width: '210px',
      cell: (row) => `${shortDate(row.valid_from)} – ${row.valid_to === null ? text.now : shortDate(row.valid_to)}`,
    },
    {
      id: 'state',
      header: text.state,
      width: '160px',
      cell: (row) => signs(row) && <StateBadge tone="good">{text.inForce}</StateBadge>,
    },
  ];
}

/** Who signs, and from when to when. */
export function SignatoriesScreen() {
  const signatories = useSignatories();
  const today = useStatus().data?.today ?? '';
  const [edited, setEdited] = useState<Values | null>(null);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEdited({ ...blank, valid_from: today || null })}>
      {text.add}
    </Button>
  );
  if (edited) {
    return (
      <>
        <OfficeHeader />
        <SignatoryForm values={edited} onClose={() => setEdited(null)} />
      </>
    );
  }
  return (
    <>
      <OfficeHeader primary={add} />
      <Loaded query={signatories}>
        {(rows) => (
          <>
            {rows.length > 0 && <p className={classes.lead}>{text.text}</p>}
            <DataList
              id="signatories"
              label={text.label}
              noun={text.label.toLowerCase()}
              columns={columns(today)}
              source={rows}
              rowId={(row) => row.id ?? ''}
              rowLabel={(row) => row.signatory.name}
              state={still}
              onState={() => undefined}
              onOpen={(row) => setEdited({ ...row })}
              noSearch
              empty={<EmptyState icon="person" title={text.empty} text={text.emptyText} action={add} />}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

function SignatoryForm({ values, onClose }: { values: Values; onClose: () => void }) {
  const form = useForm<Values>({ initialValues: values });
  const save = useSaveSignatory({ onDone: onClose });
  const remove = useDeleteSignatory();
  const known = values.id;
  const submit = async ({ valid_from, ...rest }: Values) => {
    // The core knows no signatory without a first day, so that it cannot say this itself.
    if (valid_from === null) {
      const message = text.validFromMissing;
      throw new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'valid_from', message }] });
    }
    await save.mutateAsync({ ...rest, id: known, valid_from });
  };
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      <h2 className={classes.subtitle}>{known === null ? text.new : text.edit}</h2>
      <FormPage form={form} onSubmit={submit} submitLabel={text.save} onCancel={onClose} label={text.label}>
        <TextInput label={text.name} required autoComplete="off" {...form.getInputProps('signatory.name')} />
        <TextInput label={text.nip} autoComplete="off" {...form.getInputProps('signatory.nip')} />
        <TextInput
          label={text.position}
          description={text.positionHint}
          required
          autoComplete="off"
          {...form.getInputProps('signatory.position')}
        />
        <TextInput label={text.rank} description={text.rankHint} autoComplete="off" {...form.getInputProps('signatory.rank')} />
        <FieldRow>
          <DateField label={text.validFrom} required {...form.getInputProps('valid_from')} />
          <DateField label={text.validTo} description={text.validToHint} {...form.getInputProps('valid_to')} />
        </FieldRow>
      </FormPage>
      {known !== null && (
        <div>
          <RemoveButton
            label={text.removeTitle}
            confirmLabel={text.remove}
            onConfirm={async () => {
              await remove.mutateAsync(known);
              onClose();
            }}
          >
            {text.removeBody(values.signatory.name)}
          </RemoveButton>
        </div>
      )}
    </>
  );
}
