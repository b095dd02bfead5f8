import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../../components/Loaded';
import { useClassPlan, useSetClassPlan, type ClassPlan } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';

const text = id.plan.classLink;

/** Which candidate of the plan in force a class carries out; what is paid for that one is what the class cost. */
export function PlanSection({ classId }: { classId: string }) {
  const plan = useClassPlan(classId);
  return (
    <section aria-label={text.title}>
      <h2>{text.title}</h2>
      <Loaded query={plan}>{(stored) => <Choice classId={classId} stored={stored} />}</Loaded>
    </section>
  );
}

function Choice({ classId, stored }: { classId: string; stored: ClassPlan }) {
  const set = useSetClassPlan(classId);
  const { plan, item, name, paid } = stored;
  if (plan === null) return <p className="muted">{name === '' ? text.noPlan : name}</p>;
  return (
    <>
      <Select
        label={text.label}
        placeholder={text.none}
        maw={560}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.label}`, tabIndex: -1 }}
        data={stored.choices.map(([value, label]) => ({ value, label }))}
        value={item}
        onChange={(next) => set.mutate(next)}
        description={
          <Link to="/planning/plans/$id/realisation" params={{ id: plan.id }}>
            {plan.name} {plan.year}
          </Link>
        }
      />
      {item === null && name !== '' && <p className="muted">{name}</p>}
      {paid !== null && <p>{text.paid(formatNumber(paid))}</p>}
    </>
  );
}
