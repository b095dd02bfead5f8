import { useParams } from '@tanstack/react-router';
import { shortTitle } from '../../components/rounds';
import type { FeedbackBy, FeedbackReport } from '../../data/evaluation/feedback';

/** What the address of a report looks at; a kind that is none is taken for a round, which then is not found. */
export function useFeedbackBy(): FeedbackBy {
  const { kind = '', id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  switch (kind) {
    case 'class':
      return { kind, id };
    case 'speaker':
      return { kind, person: id };
    case 'subject':
      return { kind, subject: id };
    case 'programme':
      return { kind, id };
    default:
      return { kind: 'round', id };
  }
}

/** The address of what the page shows. */
export function useFeedbackPlace(): { kind: string; id: string } {
  const { kind = '', id = '' }: Record<string, string | undefined> = useParams({ strict: false });
  return { kind, id };
}

/** The title of a report; of a round that asks several instruments, in short. */
export function reportTitle(report: FeedbackReport | undefined): string {
  if (report === undefined) return '';
  return report.rounds[0]?.title === report.title ? shortTitle(report.title) : report.title;
}
