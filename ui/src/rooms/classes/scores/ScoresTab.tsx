import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../../components/EmptyState';
import { Loaded } from '../../../components/Loaded';
import { useAddressId } from '../../../data/open';
import { useScheme, useScores } from '../../../data/evaluation';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { ScoreEntry } from './ScoreEntry';

const text = id.evaluation.scores;
const people = id.classes.attendance;

export function ScoresTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const scores = useScores(classId);
  const scheme = useScheme(classId);
  const go = (label: string, to: '/classes/$id' | '/classes/$id/scheme') => (
    <Button onClick={() => void navigate({ to, params: { id: classId } })}>{label}</Button>
  );
  return (
    <ClassFrame>
      {() => (
        <Loaded query={scheme}>
          {(known) => (
            <Loaded query={scores}>
              {(grid) => {
                if (grid.components.length === 0) {
                  const action = grid.editable && go(text.makeScheme, '/classes/$id/scheme');
                  return <EmptyState icon="edit" title={text.noScheme} text={text.noSchemeText} action={action} />;
                }
                if (grid.rows.length === 0) {
                  const action = go(people.toPeople, '/classes/$id');
                  return <EmptyState icon="people" title={people.noPeople} text={people.noPeopleText} action={action} />;
                }
                return <ScoreEntry classId={classId} grid={grid} scheme={known} />;
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}
