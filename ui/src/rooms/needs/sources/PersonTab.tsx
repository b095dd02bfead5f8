import { TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PersonField } from '../../../components/PersonField';
import shared from '../../../components/shared.module.css';
import { useInquiryPeople, useSavePersonLevels, type InquiryPerson, type InquiryView } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { levelText, underList } from './sourceForm';
import styles from './sources.module.css';

const text = id.inquiries.person;

/** What an interview found about one person: a level and a note for each competency. */
export function PersonTab({ at, view }: { at: string; view: InquiryView }) {
  const [person, setPerson] = useState<{ id: string; name: string; nip: string } | null>(null);
  const head = useRef<HTMLDivElement>(null);
  // Whoever has just been chosen is typed next; whoever is saved makes room for the next one.
  const chosen = useRef(false);
  const toHead = () => head.current?.querySelector('input')?.focus();
  useEffect(toHead, []);
  return (
    <>
      <div ref={head} className={styles.tools}>
        <PersonField
          label={text.person}
          value={person?.id ?? null}
          name={person?.name}
          onChange={(_, row) => {
            chosen.current = row !== null;
            setPerson(row && { id: row.id, name: row.name, nip: row.nip });
          }}
        />
      </div>
      {person === null ? (
        <p role="status">{text.pick}</p>
      ) : (
        <Known key={person.id} at={at} view={view} person={person} chosen={chosen} onSaved={toHead} />
      )}
    </>
  );
}

interface KnownProps {
  at: string;
  view: InquiryView;
  person: { id: string; name: string; nip: string };
  /** Whether the person was chosen only now, so that typing begins with the first level. */
  chosen: RefObject<boolean>;
  onSaved: () => void;
}

/** The levels that are stored, then the form; a person of another unit has none yet. */
function Known({ person, ...rest }: KnownProps) {
  const { at } = rest;
  const people = useInquiryPeople(at, person.nip === '' ? person.name : person.nip, 'all');
  return (
    <Loaded query={people}>
      {({ rows }) => {
        const known = rows.find((row) => row.person === person.id);
        const findings = known?.findings ?? [];
        return <Entry key={JSON.stringify(findings)} person={person} findings={findings} {...rest} />;
      }}
    </Loaded>
  );
}

interface EntryProps extends KnownProps {
  findings: InquiryPerson['findings'];
}

function Entry({ at, view, person, chosen, onSaved, findings }: EntryProps) {
  const asked = view.competencies.filter((one) => view.columns.includes(one.id ?? ''));
  const form = useForm({
    initialValues: {
      entries: asked.map((one) => {
        const found = findings.find((finding) => finding.competency === one.id);
        return { competency: one.id ?? '', level: levelText(found?.level ?? null), note: found?.note ?? '' };
      }),
    },
  });
  const save = useSavePersonLevels(at);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (!chosen.current) return;
    chosen.current = false;
    body.current?.querySelector('input')?.focus();
  }, [chosen]);
  const props = (line: number, field: string) => ({
    ...form.getInputProps(`entries.${line}.${field}`),
    'data-path': `entries.${line}.${field}`,
  });
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage
        wide
        form={form}
        label={`${text.label} ${person.name}`}
        submitLabel={text.save}
        onSubmit={async ({ entries }) => {
          await underList('entries', save.mutateAsync({ person: person.id, entries }));
          form.resetDirty();
          onSaved();
        }}
      >
        <table className={`${shared.table} ${shared.tight}`} aria-label={text.label}>
          <thead>
            <tr>
              <th scope="col" style={{ width: 280 }}>
                {text.competency}
              </th>
              <th scope="col" style={{ width: 110 }}>
                {text.level}
              </th>
              <th scope="col">{text.note}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {asked.map((one, line) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td>
                  <TextInput inputMode="decimal" autoComplete="off" aria-label={text.levelOf(one.name)} {...props(line, 'level')} />
                </td>
                <td>
                  <Textarea autosize minRows={1} maxRows={6} aria-label={text.noteOf(one.name)} {...props(line, 'note')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </FormPage>
    </>
  );
}
