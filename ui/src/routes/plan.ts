import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const screens = () => import('../rooms/planning/plan/PaperScreens');

const plans = list('/planning', lazyRouteComponent(() => import('../rooms/planning/plan/PlansScreen'), 'PlansScreen'));
const plan = page('/planning/plans/$id', lazyRouteComponent(() => import('../rooms/planning/plan/PlanScreen'), 'PlanScreen'));
const ceilings = createRoute({ getParentRoute: () => plan, path: '/ceilings' });
const groups = createRoute({ getParentRoute: () => plan, path: '/groups' });
const realisation = createRoute({ getParentRoute: () => plan, path: '/realisation' });
const versions = createRoute({ getParentRoute: () => plan, path: '/versions' });
const print = page('/planning/plans/$id/print', lazyRouteComponent(screens, 'PlanPrintScreen'));
const rab = page('/planning/plans/$id/rab', lazyRouteComponent(screens, 'CostsPrintScreen'));
const realisationPrint = page('/planning/plans/$id/realisation/print', lazyRouteComponent(screens, 'RealisationPrintScreen'));
const compare = list('/planning/compare', lazyRouteComponent(() => import('../rooms/planning/plan/CompareScreen'), 'CompareScreen'));
const comparePrint = list('/planning/compare/print', lazyRouteComponent(screens, 'ComparePrintScreen'));
const item = page('/planning/items/$id', lazyRouteComponent(() => import('../rooms/planning/plan/ItemScreen'), 'ItemScreen'));
const itemPeople = createRoute({ getParentRoute: () => item, path: '/people' });
const itemCosts = createRoute({ getParentRoute: () => item, path: '/costs' });

export const planRoutes = [
  plans,
  plan.addChildren([ceilings, groups, realisation, versions]),
  print,
  rab,
  realisationPrint,
  compare,
  comparePrint,
  item.addChildren([itemPeople, itemCosts]),
] as const;
