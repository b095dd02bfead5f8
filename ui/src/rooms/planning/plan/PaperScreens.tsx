import { planningCrumb } from '../../../components/PlanningHeader';
import { ReportPage } from '../../../components/ReportPage';
import { useAddressId } from '../../../data/open';
import { usePlan, usePlanPaper } from '../../../data/planning/plan';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { titleOf } from './PlanScreen';

const text = id.plan;

function PlanPaperPage({ kind, title }: { kind: 'plan' | 'costs' | 'realisation'; title: string }) {
  const plan = useAddressId();
  const head = usePlan(plan).data?.row.head;
  const name = head ? titleOf(head) : '';
  return (
    <ReportPage
      {...usePlanPaper({ kind, plan })}
      title={title}
      subtitle={name}
      crumbs={[planningCrumb, { label: name, to: `/planning/plans/${plan}` }]}
    />
  );
}

/** The plan with what is left out. */
export const PlanPrintScreen = () => <PlanPaperPage kind="plan" title={text.page.print} />;

/** The budgets of all classes in the plan. */
export const CostsPrintScreen = () => <PlanPaperPage kind="costs" title={text.page.rab} />;

/** What has become of the money. */
export const RealisationPrintScreen = () => <PlanPaperPage kind="realisation" title={text.realisation.print} />;

/** What differs between the two plans in the address. */
export function ComparePrintScreen() {
  const [{ filters }] = useListState();
  const one = filters['one'] ?? '';
  const other = filters['other'] ?? '';
  return (
    <ReportPage
      {...usePlanPaper({ kind: 'difference', one, other })}
      title={text.compare.print}
      crumbs={[planningCrumb, { label: text.compare.title, to: '/planning/compare', search: { one, other } }]}
    />
  );
}
