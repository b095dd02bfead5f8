import { useCallback, useState } from 'react';
import { refusalText } from '../../../data/mutation';
import { useSetPlaces, type PlaceEdit } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';

const text = id.pairing.board;

/** A change that a rule stopped: whom it was about and which rule. */
export interface Refused {
  enrolment: string;
  message: string;
}

export interface Edits {
  /** Changes places in one step; `says` is read out when it is done. Answers whether it was done. */
  apply: (edits: PlaceEdit[], name: string, says: string) => Promise<boolean>;
  refused: Refused | null;
  /** What happened last, for screen readers. */
  said: string;
  say: (sentence: string) => void;
  busy: boolean;
}

/** Changes of the board by hand. A refused one stays at its place until the next step. */
export function useEdits(classId: string): Edits {
  const { mutateAsync, isPending } = useSetPlaces(classId);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [said, say] = useState('');
  const apply = useCallback(
    async (edits: PlaceEdit[], name: string, says: string) => {
      setRefused(null);
      const enrolment = edits[0]?.enrolment ?? '';
      const refuse = (problem: Refused) => {
        setRefused(problem);
        say(text.refused(name, problem.message));
        return false;
      };
      try {
        const { value: problems } = await mutateAsync(edits);
        const first = problems[0];
        if (!first) {
          say(says);
          return true;
        }
        // What stands against somebody who follows is told at the one who was moved.
        const message = [...new Set(problems.map((problem) => problem.message))].join(' ');
        return refuse({ enrolment, message });
      } catch (error) {
        return refuse({ enrolment, message: refusalText(error) });
      }
    },
    [mutateAsync],
  );
  return { apply, refused, said, say, busy: isPending };
}
