import { useForm } from '@mantine/form';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { EntryImportButton } from '../../../components/EntryImport';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { useDeleteInquiry, useInquiry, useSaveInquiry, type InquiryView } from '../../../data/needs/inquiries';
import { useAddressId } from '../../../data/open';
import { longDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { sourcesCrumbs } from './crumbs';
import { GroupsTab } from './GroupsTab';
import { LevelsTab } from './LevelsTab';
import { PeopleTab } from './PeopleTab';
import { PersonTab } from './PersonTab';
import { PrintMenu } from './PrintMenu';
import { QuestionsTab } from './QuestionsTab';
import { ReadinessTab } from './ReadinessTab';
import { ResultTab } from './ResultTab';
import { SourceFields } from './SourceFields';
import { sourceOf, sourceValues } from './sourceForm';
import { tabsOf, type SourceTab } from './tabs';
import { TypingTab, type Wanted } from './TypingTab';

const room = id.inquiries;
const text = room.page;

/** One collection of evidence: typing, result, data. */
export function SourceScreen() {
  const at = useAddressId();
  return <Loaded query={useInquiry(at)}>{(view) => <SourcePage key={at} at={at} view={view} />}</Loaded>;
}

/** How much a source holds, in what it collects. */
function countOf({ row: { inquiry, people, findings }, expected }: InquiryView): string {
  switch (inquiry.kind) {
    case 'survey':
    case 'readiness':
      return text.count(people, expected);
    case 'focus_group':
      return text.findings(findings);
    case 'interview':
    case 'superior':
    case 'test':
      return text.people(people);
  }
}

function SourcePage({ at, view }: { at: string; view: InquiryView }) {
  const { inquiry, people, findings, unit_path } = view.row;
  const { kind } = inquiry;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [asking, setAsking] = useState(false);
  const [wanted, setWanted] = useState<Wanted>();
  const passing = usePassing();
  const base = `/needs/sources/${at}`;
  const tabs = tabsOf(kind);
  const end = pathname.split('/').at(-1) ?? '';
  const tab = tabs.find((one) => one === end) ?? tabs[0];
  const remove = useDeleteInquiry(at, {
    onDone: () => {
      passing.current = true;
      void navigate({ to: '/needs/sources', replace: true });
    },
  });
  const common = {
    opened: asking,
    onClose: () => setAsking(false),
    title: text.removeTitle,
    confirmLabel: text.removeConfirm,
    danger: true,
    children: text.removeBody(people, findings),
  };
  const sheets = kind === 'survey' || kind === 'readiness';
  const target = sheets ? { kind: 'needs_survey' as const, inquiry: at } : { kind: 'needs_findings' as const, inquiry: at };
  const canImport = kind !== 'focus_group' && (!sheets || view.instruments.length > 0);
  return (
    <>
      <PageHeader
        title={inquiry.name}
        crumbs={sourcesCrumbs}
        subtitle={[room.kinds[kind], longDate(inquiry.held_on), unit_path === '' ? room.list.anyUnit : unit_path].join(' · ')}
        state={{ label: countOf(view), tone: people + findings > 0 ? 'info' : 'neutral' }}
        actions={canImport && <EntryImportButton target={target} title={text.import} />}
        primary={<PrintMenu base={base} view={view} />}
        menu={[{ label: text.remove, icon: 'trash', run: () => setAsking(true) }]}
        tabs={tabs.map((one, place) => ({ label: text.tabs[one], to: place === 0 ? base : `${base}/${one}` }))}
      />
      {tab === 'data' ? (
        <DataTab view={view} passing={passing} />
      ) : tab === 'people' ? (
        <PeopleTab
          at={at}
          onOpen={(person) => {
            setWanted(person);
            void navigate({ to: base });
          }}
        />
      ) : (
        <Work tab={tab ?? 'result'} at={at} view={view} first={wanted} />
      )}
      {people + findings > 0 ? (
        <ConfirmWithReason {...common} onConfirm={(reason) => remove.mutateAsync(reason)} />
      ) : (
        <ConfirmDialog {...common} onConfirm={() => remove.mutateAsync('')} />
      )}
    </>
  );
}

interface WorkProps {
  tab: Exclude<SourceTab, 'data' | 'people'>;
  at: string;
  view: InquiryView;
  first?: Wanted;
}

function Work({ tab, at, view, first }: WorkProps) {
  switch (tab) {
    case 'typing':
      return <TypingTab at={at} view={view} first={first} />;
    case 'questions':
      return <QuestionsTab at={at} view={view} />;
    case 'levels':
      return <LevelsTab at={at} view={view} />;
    case 'person':
      return <PersonTab at={at} view={view} />;
    case 'groups':
      return <GroupsTab at={at} view={view} />;
    case 'result':
      return view.row.inquiry.kind === 'readiness' ? <ReadinessTab at={at} /> : <ResultTab view={view} />;
  }
}

function DataTab({ view, passing }: { view: InquiryView; passing: ReturnType<typeof usePassing> }) {
  const { inquiry } = view.row;
  const form = useForm({ initialValues: sourceValues(inquiry) });
  const save = useSaveInquiry();
  const { setInitialValues, setValues, resetDirty } = form;

  // What the core made of it, or an undo.
  useEffect(() => {
    setInitialValues(sourceValues(inquiry));
    setValues(sourceValues(inquiry));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [inquiry]);

  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={async (values) => {
          await save.mutateAsync(sourceOf(inquiry, values));
          resetDirty();
        }}
        submitLabel={room.form.save}
        label={room.form.label}
      >
        <SourceFields form={form} kind={inquiry.kind} />
      </FormPage>
    </>
  );
}
