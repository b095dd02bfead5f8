import { EntryImportButton } from '../../components/EntryImport';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { FollowUpFrame } from './FollowUpFrame';
import { FollowUpTyping } from './FollowUpTyping';

const text = id.followups.page;

/** Where the sheets of a follow-up are typed, one person and one side after the other. */
export function FollowUpScreen() {
  const followup = useAddressId();
  return (
    <FollowUpFrame actions={<EntryImportButton target={{ kind: 'follow_up', followup }} title={text.importTitle} />}>
      {(view) => (view.people.length === 0 ? <p role="status">{text.nobody}</p> : <FollowUpTyping key={followup} view={view} />)}
    </FollowUpFrame>
  );
}
