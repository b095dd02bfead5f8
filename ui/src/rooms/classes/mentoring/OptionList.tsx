import { Button } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useWhatIf, type MentorOption, type MoveRow, type WhatIf } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import type { Chip } from './boardModel';
import { MoveList } from './CriteriaTable';
import styles from './mentoring.module.css';
import { points } from './points';

const text = id.pairing.why;
/** More are shown when asked for: 300 mentors are a long list. */
const shownAtFirst = 12;

export interface OptionActions {
  onPlace: (chip: Chip, mentor: { id: string; name: string }) => void;
  /** The pair and all that follows from it, locked. */
  onForce: (chip: Chip, mentor: { id: string; name: string }, moves: readonly MoveRow[]) => void;
}

interface ListProps extends OptionActions {
  classId: string;
  chip: Chip;
  options: readonly MentorOption[];
  readOnly: boolean;
}

/** Arrow keys go through what can be asked of the mentors. */
function onKeyDown(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const asks = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-ask]')];
  const row = event.target instanceof Element ? event.target.closest('li') : null;
  const at = asks.findIndex((ask) => row?.contains(ask));
  asks[at + step]?.focus();
  event.preventDefault();
}

/** All mentors, the best for this participant first, with what each choice would cause. */
export function OptionList({ options, ...rest }: ListProps) {
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const shown = all ? options : options.slice(0, shownAtFirst);
  return (
    <section className={styles.part} onKeyDown={onKeyDown}>
      <h3>{text.options}</h3>
      <ul className={styles.options} aria-label={text.options}>
        {shown.map((option) => (
          <OptionRow
            key={option.mentor}
            option={option}
            asked={asked === option.mentor}
            onAsk={() => setAsked(asked === option.mentor ? null : option.mentor)}
            {...rest}
          />
        ))}
      </ul>
      {shown.length < options.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {text.all(options.length)}
        </Button>
      )}
    </section>
  );
}

interface RowProps extends Omit<ListProps, 'options'> {
  option: MentorOption;
  asked: boolean;
  onAsk: () => void;
}

function OptionRow({ classId, chip, option, readOnly, asked, onAsk, onPlace, onForce }: RowProps) {
  const now = chip.mentor === option.mentor;
  const whatIf = useWhatIf(classId, chip.enrolment, option.mentor, asked && !now);
  const mentor = { id: option.mentor, name: option.name };
  const allowed = option.broken.length === 0;
  const cost = option.at_least > 0 ? text.atLeast(points(option.at_least)) : text.noCost;
  const places = option.free > 0 ? id.pairing.board.free(option.free) : id.pairing.board.full;
  return (
    <li data-forbidden={!allowed || undefined}>
      <div className={styles.optionHead}>
        <strong>{option.name}</strong>
        <span className={styles.chipScore}>{option.score === null ? text.forbidden : points(option.score)}</span>
      </div>
      {allowed && <span className={styles.note}>{now ? text.chosen : `${places} · ${cost}`}</span>}
      {!allowed && <ReasonList label={text.broken} reasons={option.broken.map((one) => ({ tone: 'bad', text: one }))} />}
      {!now && allowed && (
        <div className={styles.optionActions}>
          <Button
            variant="default"
            size="compact-xs"
            data-ask
            aria-expanded={asked}
            aria-label={asked ? `${text.hideWhatIf}: ${option.name}` : text.whatIfOf(option.name)}
            onClick={onAsk}
          >
            {asked ? text.hideWhatIf : text.whatIf}
          </Button>
          {!readOnly && (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={text.placeAt(option.name)}
              onClick={() => onPlace(chip, mentor)}
            >
              {text.place}
            </Button>
          )}
        </div>
      )}
      {asked && !now && (
        <Loaded query={whatIf}>
          {(answer) => (
            <Answer answer={answer} chip={chip}>
              {!readOnly && (
                <Button
                  size="compact-xs"
                  title={text.forceHint}
                  aria-label={text.forceAt(option.name)}
                  onClick={() => onForce(chip, mentor, answer.moves)}
                >
                  {text.force}
                </Button>
              )}
            </Answer>
          )}
        </Loaded>
      )}
    </li>
  );
}

function Answer({ answer, chip, children }: { answer: WhatIf; chip: Chip; children: ReactNode }) {
  if (answer.refused.length > 0) {
    return <ReasonList label={text.broken} reasons={answer.refused.map((one) => ({ tone: 'bad', text: one }))} />;
  }
  return (
    <div className={styles.answer} role="status" ref={(node) => node?.scrollIntoView({ block: 'nearest' })}>
      <p>
        <strong>{answer.sentence}</strong>
      </p>
      <MoveList moves={answer.moves.filter((move) => move.enrolment !== chip.enrolment)} />
      {children}
    </div>
  );
}
