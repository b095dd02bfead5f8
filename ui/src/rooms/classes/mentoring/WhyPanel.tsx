import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useExplain, type Board, type Explanation } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import type { Chip } from './boardModel';
import { CriteriaTable, MoveList } from './CriteriaTable';
import styles from './mentoring.module.css';
import { OptionList, type OptionActions } from './OptionList';
import { points } from './points';

const text = id.pairing.why;

export interface WhyPanelProps extends OptionActions {
  classId: string;
  board: Board;
  /** Whose reasons are shown; while nobody is chosen the board has the whole width. */
  chip: Chip | undefined;
  /** Grows when the focus is to come here. */
  called: number;
  readOnly: boolean;
  onLock: (chip: Chip) => void;
  onMove: (chip: Chip) => void;
  onTakeOut: (chip: Chip) => void;
  onClose: () => void;
}

/** Why somebody has this mentor, what the second best would cost, and what else is possible. */
export function WhyPanel(props: WhyPanelProps) {
  const { classId, board, chip, called, readOnly, onClose } = props;
  const explanation = useExplain(classId, chip?.enrolment ?? null);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (called > 0) panel.current?.focus();
  }, [called]);
  if (!chip) return null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <aside ref={panel} tabIndex={-1} className={styles.panel} aria-label={text.label} onKeyDown={onKeyDown}>
      <div className={styles.panelHead}>
        <h2 title={chip.detail}>{chip.name}</h2>
        <ActionIcon size={28} aria-label={text.close} title={text.close} onClick={onClose}>
          <Icon name="cross" size={16} />
        </ActionIcon>
      </div>
      <p className="muted">{chip.detail}</p>
      {!readOnly && <Actions {...props} chip={chip} />}
      <Loaded query={explanation}>
        {(data) => (
          <>
            <Reasons explanation={data} chip={chip} highest={board.highest} />
            <OptionList
              key={chip.enrolment}
              classId={classId}
              chip={chip}
              options={data.options}
              readOnly={readOnly}
              onPlace={props.onPlace}
              onForce={props.onForce}
            />
          </>
        )}
      </Loaded>
    </aside>
  );
}

function Actions({ chip, onLock, onMove, onTakeOut }: WhyPanelProps & { chip: Chip }) {
  return (
    <div className={styles.panelActions}>
      {chip.mentor !== null && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="lock" size={14} />}
          title="K"
          onClick={() => onLock(chip)}
        >
          {chip.locked ? text.unlock : text.lock}
        </Button>
      )}
      <Button variant="default" size="compact-sm" title="M" onClick={() => onMove(chip)}>
        {text.move}
      </Button>
      {chip.mentor !== null && (
        <Button variant="default" size="compact-sm" title="Del" onClick={() => onTakeOut(chip)}>
          {text.takeOut}
        </Button>
      )}
    </div>
  );
}

interface ReasonsProps {
  explanation: Explanation;
  chip: Chip;
  highest: number;
}

function Reasons({ explanation, chip, highest }: ReasonsProps) {
  const { mentor, mentor_name, score, sentence, criteria, second, unpaired, wishes } = explanation;
  const list = (title: string, tone: 'bad' | 'warn' | 'info', sentences: readonly string[]) =>
    sentences.length > 0 && (
      <section className={styles.part}>
        <h3>{title}</h3>
        <ReasonList label={title} reasons={sentences.map((one) => ({ tone, text: one }))} />
      </section>
    );
  return (
    <>
      {mentor !== null && (
        <p className={styles.mentorLine}>
          <strong>{text.mentor(mentor_name)}</strong>
          {score !== null && (
            <span className="muted">{text.of(points(score), points(highest))}</span>
          )}
        </p>
      )}
      {unpaired === null && <p>{sentence}</p>}
      {list(text.broken, 'bad', chip.broken)}
      {unpaired && list(text.unpaired, 'warn', [unpaired.sentence])}
      {unpaired && list(text.remedies, 'info', unpaired.remedies)}
      {criteria.length > 0 && <CriteriaTable criteria={criteria} />}
      {second && (
        <section className={styles.part}>
          <h3>{text.second}</h3>
          <p>{second.sentence}</p>
          <MoveList moves={second.moves.filter((move) => move.enrolment !== chip.enrolment)} />
        </section>
      )}
      {list(text.wishes, 'warn', wishes)}
    </>
  );
}
