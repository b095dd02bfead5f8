import { Button, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { RefusalError } from '../../../backend/backend';
import { AmountField } from '../../../components/AmountField';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { PersonField } from '../../../components/PersonField';
import { planningCrumb } from '../../../components/PlanningHeader';
import { RemoveButton } from '../../../components/RemoveButton';
import { useAddressId } from '../../../data/open';
import { useDeleteSpeaker, useSaveSpeaker, useSpeaker, type SpeakerField, type SpeakerFieldRow } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import styles from './catalogue.module.css';

const text = id.catalogue.speaker;
const lines = text.fields;
const crumbs = [planningCrumb, { label: id.catalogue.room.tabs.speakers, to: '/planning/speakers' }];

interface Values extends Record<string, unknown> {
  person: string | null;
  fields: SpeakerField[];
}

const blankField = (before: SpeakerField | undefined): SpeakerField => ({
  id: null,
  field: '',
  fee: before?.fee ?? 0,
  fee_unit: before?.fee_unit ?? '',
  note: '',
});

/** The fields and fees of a speaker, or the form of a new one. */
export function SpeakerScreen() {
  const address = useAddressId();
  const isNew = address === 'new';
  const stored = useSpeaker(isNew ? null : address);
  if (isNew) return <SpeakerPage key="new" row={null} />;
  return <Loaded query={stored}>{(row) => <SpeakerPage key={address} row={row} />}</Loaded>;
}

function SpeakerPage({ row }: { row: SpeakerFieldRow | null }) {
  const navigate = useNavigate();
  const passing = usePassing();
  const values: Values = { person: row?.person.id ?? null, fields: row?.fields ?? [blankField(undefined)] };
  const form = useForm<Values>({ initialValues: values });
  const { setInitialValues, setValues } = form;
  // What the core made of it, or an undo.
  const key = JSON.stringify(values);
  useEffect(() => {
    const now = JSON.parse(key) as Values;
    setInitialValues(now);
    setValues(now);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const leave = () => {
    passing.current = true;
    void navigate({ to: '/planning/speakers' });
  };
  const save = useSaveSpeaker({ onDone: leave });
  const remove = useDeleteSpeaker({ onDone: leave });
  const submit = async ({ person, fields }: Values) => {
    if (person === null) {
      const missing = { field: 'person', message: text.personMissing };
      throw new RefusalError({ code: 'invalid_input', message: text.personMissing, fields: [missing] });
    }
    await save.mutateAsync({ person, fields });
  };
  return (
    <>
      <PageHeader
        title={row?.person.name ?? text.new}
        crumbs={crumbs}
        subtitle={row && [formatNip(row.person.nip), row.person.position, row.person.unit].filter(Boolean).join(' · ')}
        actions={row && <SpeakerActions row={row} onRemove={() => remove.mutateAsync(row.person.id)} />}
      />
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <div className={styles.beside}>
        <FormPage form={form} label={text.form} submitLabel={text.save} onSubmit={submit} onCancel={leave}>
          {row === null && (
            <PersonField
              label={text.person}
              description={text.personHint}
              required
              value={form.values.person}
              onChange={(person) => form.setFieldValue('person', person)}
              error={form.errors['person']}
              data-path="person"
            />
          )}
          <FieldLines form={form} />
        </FormPage>
      </div>
    </>
  );
}

function SpeakerActions({ row, onRemove }: { row: SpeakerFieldRow; onRemove: () => Promise<unknown> }) {
  return (
    <>
      <Button variant="default" component={Link} to={`/people/${row.person.id}`}>
        {text.openPerson}
      </Button>
      <RemoveButton label={text.remove} onConfirm={onRemove}>
        {text.removeText(row.person.name)}
      </RemoveButton>
    </>
  );
}

function FieldLines({ form }: { form: UseFormReturnType<Values> }) {
  const input = (at: number, name: keyof SpeakerField) => form.getInputProps(`fields.${at}.${name}`);
  return (
    <LineTable
      {...listOf(form, 'fields')}
      title={lines.title}
      add={lines.add}
      none={lines.none}
      blank={blankField}
      heads={[
        { label: lines.field },
        { label: lines.fee, width: 160, end: true },
        { label: lines.unit, width: 110 },
        { label: lines.note },
      ]}
      cells={(_, at) => [
        <TextInput key="field" aria-label={lines.field} autoComplete="off" {...input(at, 'field')} />,
        <AmountField key="fee" label={lines.fee} hideLabel empty={0} {...input(at, 'fee')} />,
        <TextInput key="unit" aria-label={lines.unit} placeholder={lines.unitHint} autoComplete="off" {...input(at, 'fee_unit')} />,
        <TextInput key="note" aria-label={lines.note} autoComplete="off" {...input(at, 'note')} />,
      ]}
    />
  );
}
