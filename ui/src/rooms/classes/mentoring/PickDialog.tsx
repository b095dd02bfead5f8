import { Modal } from '@mantine/core';
import { useState } from 'react';
import { FindList } from '../../../components/FindList';
import { holdsWords } from '../../../components/holdsWords';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { useExplain, type MentorOption } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import type { Chip } from './boardModel';
import { points } from './points';

const text = id.pairing.pick;
const why = id.pairing.why;

export interface PickDialogProps {
  classId: string;
  /** Whom to move; null while closed. */
  chip: Chip | null;
  onPick: (chip: Chip, mentor: { id: string; name: string } | null) => void;
  onClose: () => void;
}

/** A small list of all mentors, best first, found by typing. */
export function PickDialog({ classId, chip, onPick, onClose }: PickDialogProps) {
  return (
    <Modal
      opened={chip !== null}
      onClose={onClose}
      title={chip && text.title(chip.name)}
      size={560}
    >
      {chip && <Body classId={classId} chip={chip} onPick={(mentor) => onPick(chip, mentor)} />}
    </Modal>
  );
}

interface BodyProps {
  classId: string;
  chip: Chip;
  onPick: (mentor: { id: string; name: string } | null) => void;
}

/** A line of the list: a mentor, or nobody. */
interface Line {
  mentor: { id: string; name: string } | null;
  name: string;
  side: string;
}

function linesOf(chip: Chip, options: readonly MentorOption[]): Line[] {
  const lines = options
    .filter((option) => option.mentor !== chip.mentor)
    .map((option) => {
      const places = option.free > 0 ? id.pairing.board.free(option.free) : id.pairing.board.full;
      const score = option.score === null ? why.forbidden : points(option.score);
      return { mentor: { id: option.mentor, name: option.name }, name: option.name, side: `${score} · ${places}` };
    });
  return chip.mentor === null ? lines : [...lines, { mentor: null, name: text.none, side: '' }];
}

/** The field is there at once, so that typing can begin while the list is still being counted. */
function Body({ classId, chip, onPick }: BodyProps) {
  const explanation = useExplain(classId, chip.enrolment);
  const options = explanation.data?.options ?? [];
  const [typed, setTyped] = useState('');
  const lines = linesOf(chip, options).filter((line) => holdsWords(typed, line.name));
  return (
    <>
      <FindList
        label={text.find}
        description={text.hint}
        listLabel={text.options}
        items={lines}
        typed={typed}
        onTyped={setTyped}
        onPick={(line) => onPick(line.mentor)}
        keyOf={(line) => line.mentor?.id ?? ''}
        row={(line) => line}
      />
      <p role="status" className="muted">
        {explanation.isPending && id.loading}
        {explanation.isSuccess && lines.length === 0 && text.nothing(typed)}
      </p>
      {explanation.isError && <ReasonList reasons={[{ tone: 'bad', text: refusalText(explanation.error) }]} />}
    </>
  );
}
