import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import shared from '../../../components/shared.module.css';
import { useRounds } from '../../../data/evaluation/feedback';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { CostSection } from './CostSection';
import { PlanSection } from './PlanSection';
import { FollowUpSection } from './FollowUpSection';
import { ImpactSection } from './ImpactSection';
import { ClassImprovements, EarlierImprovements } from './ImprovementSections';
import { RoundTable } from './RoundTable';

const text = id.feedback.rounds;

/** What participants say of the class, what becomes better by it, and what changed after it. */
export function EvaluationTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const rounds = useRounds(classId);
  const sheets = rounds.data?.reduce((sum, row) => sum + row.sheets, 0) ?? 0;
  const add = (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => void navigate({ to: '/classes/$id/evaluation/rounds/new', params: { id: classId } })}
    >
      {text.add}
    </Button>
  );
  const report = sheets > 0 && (
    <Button
      variant="default"
      leftSection={<Icon name="chart" size={16} />}
      onClick={() => void navigate({ to: '/evaluation/feedback/$kind/$id', params: { kind: 'class', id: classId } })}
    >
      {text.classReport}
    </Button>
  );
  return (
    <ClassFrame primary={add} actions={report}>
      {(view) => (
        <div className={shared.sections}>
          {view.improvements > 0 && <EarlierImprovements classId={classId} count={view.improvements} />}
          <section aria-label={text.title}>
            <h2>{text.title}</h2>
            <Loaded query={rounds}>
              {(rows) =>
                rows.length === 0 ? <p className="muted">{text.none}</p> : <RoundTable classId={classId} rows={rows} />
              }
            </Loaded>
          </section>
          <ClassImprovements classId={classId} canPropose={sheets > 0} />
          <FollowUpSection classId={classId} closed={view.state === 'closed'} />
          <ImpactSection classId={classId} />
          <PlanSection classId={classId} />
          <CostSection classId={classId} />
        </div>
      )}
    </ClassFrame>
  );
}
