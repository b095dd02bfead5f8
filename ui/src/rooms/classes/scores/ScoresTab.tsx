import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { EntryImportButton } from '../../../components/EntryImport';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useScheme, useScores, type ScoreGrid } from '../../../data/evaluation';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import styles from '../classes.module.css';
import { ClosedScores } from './ClosedScores';
import { ScoreEntry } from './ScoreEntry';

const text = id.evaluation.scores;
const people = id.classes.attendance;

type Address = '/classes/$id' | '/classes/$id/scheme' | '/classes/$id/tests';

/** No component has a weight yet, as in the templates of trainings whose weights the office has to enter. */
const isUnset = (grid: ScoreGrid) => grid.components.length > 0 && grid.components.every((component) => component.weight === 0);

export function ScoresTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const scores = useScores(classId);
  const scheme = useScheme(classId);
  const target = useMemo(() => ({ kind: 'scores' as const, class: classId }), [classId]);
  const open = (to: Address) => void navigate({ to, params: { id: classId } });
  const go = (label: string, to: Address) => <Button onClick={() => open(to)}>{label}</Button>;
  const actions = scores.data && (
    <>
      {scores.data.editable && scores.data.rows.length > 0 && scores.data.components.length > 0 && (
        <EntryImportButton target={target} title={text.import} />
      )}
      <Button variant="default" onClick={() => open('/classes/$id/tests')}>
        {text.tests}
      </Button>
      {scores.data.editable && scores.data.components.length > 0 && (
        <Button variant="default" leftSection={<Icon name="edit" size={16} />} onClick={() => open('/classes/$id/scheme')}>
          {text.change}
        </Button>
      )}
    </>
  );
  return (
    <ClassFrame actions={actions}>
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
                const props = { classId, grid, scheme: known };
                return (
                  <>
                    {isUnset(grid) && (
                      <div className={styles.refusals}>
                        <ReasonList reasons={[{ tone: 'warn', text: text.unset }]} />
                      </div>
                    )}
                    {grid.editable ? <ScoreEntry {...props} /> : <ClosedScores {...props} />}
                  </>
                );
              }}
            </Loaded>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}
