import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import { CorrectionsButton } from './Corrections';
import { CorrectionEntry } from './CorrectionEntry';
import { ScoreBar } from './ScoreBar';
import { useDoubtNotes, type ScoreEntryProps } from './ScoreEntry';
import { ScoreTable } from './ScoreTable';
import { useJump } from './useJump';

const text = id.evaluation.corrections;
const nothing = () => Promise.resolve([]);

/** The scores of a closed class: to be read, or corrected together for one reason. */
export function ClosedScores(props: ScoreEntryProps) {
  const [state, setState] = useState<'shown' | 'correcting' | 'corrected'>('shown');
  if (state === 'correcting') return <CorrectionEntry {...props} onEnd={() => setState('corrected')} />;
  return (
    <>
      <ClosedNote sentence={text.closed} />
      <Shown {...props} back={state === 'corrected'} onCorrect={() => setState('correcting')} />
    </>
  );
}

interface ShownProps extends ScoreEntryProps {
  /** The corrections have just ended: the focus is on the way to them again. */
  back: boolean;
  onCorrect: () => void;
}

function Shown({ classId, grid, scheme, back, onCorrect }: ShownProps) {
  const { view, setView, handle, jump } = useJump(grid);
  const note = useDoubtNotes(grid);
  return (
    <>
      <ScoreBar grid={grid} scheme={scheme} view={view} onView={setView} onDoubt={jump}>
        <CorrectionsButton classId={classId} />
        <Button autoFocus={back} variant="default" leftSection={<Icon name="edit" size={16} />} onClick={onCorrect}>
          {text.start}
        </Button>
      </ScoreBar>
      <ScoreTable grid={grid} view={view} onCommit={nothing} note={note} handle={handle} />
    </>
  );
}
