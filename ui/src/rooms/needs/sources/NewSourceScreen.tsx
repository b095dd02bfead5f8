import { useForm } from '@mantine/form';
import { useNavigate, useParams } from '@tanstack/react-router';
import { FormPage } from '../../../components/FormPage';
import { LeaveGuard, usePassing } from '../../../components/LeaveGuard';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { inquiryKinds, useInquiryDraft, useSaveInquiry, type Inquiry } from '../../../data/needs/inquiries';
import { id } from '../../../i18n/id';
import { SourceFields } from './SourceFields';
import { sourceOf, sourceValues } from './sourceForm';
import { sourcesCrumbs } from './crumbs';

const room = id.inquiries;
const text = room.form;

/** A new collection of evidence of the kind in the address. */
export function NewSourceScreen() {
  const { kind: wanted } = useParams({ strict: false });
  const kind = inquiryKinds.find((one) => one === wanted) ?? 'survey';
  return (
    <>
      <PageHeader title={text.new(room.kinds[kind])} crumbs={sourcesCrumbs} />
      <Loaded query={useInquiryDraft(kind)}>{(draft) => <NewSource key={kind} draft={draft} />}</Loaded>
    </>
  );
}

function NewSource({ draft }: { draft: Inquiry }) {
  const navigate = useNavigate();
  const form = useForm({ initialValues: sourceValues(draft) });
  const passing = usePassing();
  const save = useSaveInquiry({
    onDone: (inquiry) => {
      passing.current = true;
      void navigate({ to: `/needs/sources/${inquiry}`, replace: true });
    },
  });
  return (
    <>
      <LeaveGuard unsaved={form.isDirty()} passing={passing} />
      <FormPage
        form={form}
        onSubmit={async (values) => save.mutateAsync(sourceOf(draft, values))}
        submitLabel={text.save}
        label={text.label}
        onCancel={() => void navigate({ to: '/needs/sources' })}
      >
        <SourceFields form={form} kind={draft.kind} />
      </FormPage>
    </>
  );
}
