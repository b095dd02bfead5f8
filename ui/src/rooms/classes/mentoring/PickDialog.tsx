import { Modal, TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../../components/icons';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { useExplain, type MentorOption } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';
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
      closeButtonProps={{ 'aria-label': id.actions.close }}
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
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const words = typed.toLowerCase().split(/\s+/);
  const lines = linesOf(chip, options).filter((line) => words.every((word) => line.name.toLowerCase().includes(word)));
  const current = Math.min(active, lines.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const line = lines[current];
    if (event.key === 'ArrowDown') setActive(Math.min(current + 1, lines.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
    else if (event.key === 'Enter' && line) onPick(line.mentor);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        label={text.find}
        description={text.hint}
        role="combobox"
        aria-expanded={lines.length > 0}
        aria-controls={listId}
        aria-activedescendant={lines.length > 0 ? `${listId}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label={text.options} className={styles.found} hidden={lines.length === 0}>
        {lines.map((line, at) => (
          <div
            key={line.mentor?.id ?? ''}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === current}
            className={styles.person}
            ref={(node) => {
              if (at === current) node?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(line.mentor)}
          >
            <span className={styles.personName}>{line.name}</span>
            <span className={styles.personSide}>{line.side}</span>
          </div>
        ))}
      </div>
      <p role="status" className="muted">
        {explanation.isPending && id.loading}
        {explanation.isSuccess && lines.length === 0 && text.nothing(typed)}
      </p>
      {explanation.isError && <ReasonList reasons={[{ tone: 'bad', text: refusalText(explanation.error) }]} />}
    </>
  );
}
