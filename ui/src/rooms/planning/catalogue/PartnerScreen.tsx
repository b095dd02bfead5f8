import { Select, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { DateField } from '../../../components/DateField';
import { FieldRow, FormPage } from '../../../components/FormPage';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { LineTable } from '../../../components/LineTable';
import { listOf } from '../../../components/lines/listOf';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { planningCrumb } from '../../../components/PlanningHeader';
import { RemoveButton } from '../../../components/RemoveButton';
import { useAddressId } from '../../../data/open';
import { useDeletePartner, usePartner, useSavePartner, type PartnerRow } from '../../../data/planning/catalogue';
import { id } from '../../../i18n/id';
import styles from './catalogue.module.css';
import { blankPartner, partnerOf, type PartnerValues } from './partnerForm';
import { stateOf } from './PartnersScreen';

const text = id.catalogue.partner;
const lines = text.agreements;
const crumbs = [planningCrumb, { label: id.catalogue.room.tabs.partners, to: '/planning/partners' }];
const kinds = Object.entries(id.catalogue.partners.kinds).map(([value, label]) => ({ value, label }));

/** A partner with its agreements, or the form of a new one. */
export function PartnerScreen() {
  const address = useAddressId();
  const isNew = address === 'new';
  const stored = usePartner(isNew ? null : address);
  if (isNew) return <PartnerPage key="new" row={null} />;
  return <Loaded query={stored}>{(row) => <PartnerPage key={address} row={row} />}</Loaded>;
}

function PartnerPage({ row }: { row: PartnerRow | null }) {
  const navigate = useNavigate();
  const passing = usePassing();
  const values: PartnerValues = row ? { ...row.partner } : blankPartner;
  const form = useForm<PartnerValues>({ initialValues: values });
  const { setInitialValues, setValues } = form;
  // What the core made of it, or an undo.
  const key = JSON.stringify(values);
  useEffect(() => {
    const now = JSON.parse(key) as PartnerValues;
    setInitialValues(now);
    setValues(now);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const leave = () => {
    passing.current = true;
    void navigate({ to: '/planning/partners' });
  };
  const save = useSavePartner({ onDone: leave });
  const remove = useDeletePartner({ onDone: leave });
  return (
    <>
      <PageHeader
        title={row?.partner.name ?? text.new}
        crumbs={crumbs}
        state={row ? stateOf(row.state) : undefined}
        actions={
          row && (
            <RemoveButton label={text.remove} onConfirm={() => remove.mutateAsync(row.partner.id ?? '')}>
              {text.removeText(row.partner.name)}
            </RemoveButton>
          )
        }
      />
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <div className={styles.beside}>
        <FormPage
          form={form}
          label={text.form}
          submitLabel={text.save}
          onSubmit={async (typed) => save.mutateAsync(partnerOf(typed))}
          onCancel={leave}
        >
          <FieldRow>
            <TextInput label={text.name} required data-autofocus autoFocus={row === null} autoComplete="off" {...form.getInputProps('name')} />
            <Select label={text.kind} data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
          </FieldRow>
          <Textarea label={text.contact} description={text.contactHint} autosize minRows={2} {...form.getInputProps('contact')} />
          <LineTable
            {...listOf(form, 'agreements')}
            title={lines.title}
            add={lines.add}
            none={lines.none}
            blank={() => ({ id: null, number: '', subject: '', starts: null, ends: null })}
            heads={[
              { label: lines.number, width: 220 },
              { label: lines.subject },
              { label: lines.starts, width: 172 },
              { label: lines.ends, width: 172 },
            ]}
            cells={(_, at) => [
              <TextInput key="number" aria-label={lines.number} autoComplete="off" {...form.getInputProps(`agreements.${at}.number`)} />,
              <TextInput key="subject" aria-label={lines.subject} autoComplete="off" {...form.getInputProps(`agreements.${at}.subject`)} />,
              <DateField key="starts" label={lines.starts} hideLabel {...form.getInputProps(`agreements.${at}.starts`)} />,
              <DateField key="ends" label={lines.ends} hideLabel {...form.getInputProps(`agreements.${at}.ends`)} />,
            ]}
          />
          <Textarea label={text.note} autosize minRows={2} {...form.getInputProps('note')} />
        </FormPage>
        {row && <Helps row={row} />}
      </div>
    </>
  );
}

/** The programmes that name the partner. */
function Helps({ row }: { row: PartnerRow }) {
  return (
    <aside className={styles.aside} aria-label={text.helps}>
      <h2>{text.helps}</h2>
      {row.programmes.length === 0 ? (
        <p className="muted">{text.helpsNone}</p>
      ) : (
        <ul>
          {row.programmes.map((programme) => (
            <li key={programme.id}>
              <Link to="/programmes/$id/catalogue" params={{ id: programme.id }}>
                {programme.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
