import { useParams } from '@tanstack/react-router';
import type { FeedbackBy } from '../../data/evaluation/feedback';

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
