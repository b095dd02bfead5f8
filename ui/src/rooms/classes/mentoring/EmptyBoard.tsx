import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import type { Board } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { LackList } from './LackList';
import { mentorsPage, participantsPage } from './links';
import styles from './mentoring.module.css';

const text = id.pairing.empty;

interface EmptyBoardProps {
  classId: string;
  board: Board;
  /** The button that makes the first run. */
  run: ReactNode;
  readOnly: boolean;
  onByHand: () => void;
}

/** Before the first run: who there is, what they lack, and the one click. */
export function EmptyBoard({ classId, board, run, readOnly, onByHand }: EmptyBoardProps) {
  const body = text.body(board.mentors.length, board.mentees.length);
  if (board.mentees.length === 0) {
    const link = <Link to={participantsPage(classId)}>{text.toParticipants}</Link>;
    return <EmptyState icon="people" title={text.title} text={text.noMentees} action={link} />;
  }
  if (board.mentors.length === 0) {
    const link = <Link to={mentorsPage}>{text.toMentors}</Link>;
    return <EmptyState icon="people" title={text.title} text={text.noMentors} action={link} />;
  }
  const byHand = !readOnly && (
    <Button variant="subtle" onClick={onByHand}>
      {text.byHand}
    </Button>
  );
  return (
    <div className={styles.emptyBoard}>
      <EmptyState icon="people" title={text.title} text={body} action={run} link={byHand} />
      <LackList classId={classId} lacks={board.lacks} />
    </div>
  );
}
