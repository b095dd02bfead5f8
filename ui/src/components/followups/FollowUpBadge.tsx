import type { FollowUpRow } from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import { StateBadge } from '../StateBadge';

const text = id.followups.list.badge;

/** How a follow-up stands, in a word. */
export function FollowUpBadge({ row }: { row: FollowUpRow }) {
  if (row.answered >= row.expected) return <StateBadge tone="good">{text.done}</StateBadge>;
  if (row.overdue) return <StateBadge tone="bad">{text.overdue}</StateBadge>;
  return row.due_soon ? <StateBadge tone="warn">{text.due}</StateBadge> : <StateBadge>{text.waiting}</StateBadge>;
}
