import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../frame/listState';
import { list, page } from './root';

const heat = list('/needs', lazyRouteComponent(() => import('../rooms/needs/HeatScreen'), 'HeatScreen'));
const heatReport = list('/needs/report', lazyRouteComponent(() => import('../rooms/needs/ReportScreens'), 'UnitReportScreen'));
const needList = list('/needs/list', lazyRouteComponent(() => import('../rooms/needs/NeedListScreen'), 'NeedListScreen'));
const needListReport = list(
  '/needs/list/report',
  lazyRouteComponent(() => import('../rooms/needs/ReportScreens'), 'NeedListReportScreen'),
);
const personReport = list(
  '/needs/people/$id/report',
  lazyRouteComponent(() => import('../rooms/needs/ReportScreens'), 'PersonReportScreen'),
);
const proposals = list(
  '/needs/proposals',
  lazyRouteComponent(() => import('../rooms/needs/ProposalsScreen'), 'ProposalsScreen'),
);
const proposalNew = page(
  '/needs/proposals/new',
  lazyRouteComponent(() => import('../rooms/needs/ProposalFormScreens'), 'NewProposalScreen'),
);
const proposalsReport = list(
  '/needs/proposals/report',
  lazyRouteComponent(() => import('../rooms/needs/ReportScreens'), 'ProposalsReportScreen'),
);
const proposal = page(
  '/needs/proposals/$id',
  lazyRouteComponent(() => import('../rooms/needs/ProposalFormScreens'), 'ProposalScreen'),
);
const standards = list(
  '/needs/standards',
  lazyRouteComponent(() => import('../rooms/needs/StandardsScreen'), 'StandardsScreen'),
);
const grades = page(
  '/needs/standards/grades',
  lazyRouteComponent(() => import('../rooms/needs/GradesScreen'), 'GradesScreen'),
);
const competencies = list(
  '/needs/standards/competencies',
  lazyRouteComponent(() => import('../rooms/needs/CompetenciesScreen'), 'CompetenciesScreen'),
);
const rules = page('/needs/rules', lazyRouteComponent(() => import('../rooms/needs/RulesScreen'), 'RulesScreen'));
const sources = list(
  '/needs/sources',
  lazyRouteComponent(() => import('../rooms/needs/sources/SourcesScreen'), 'SourcesScreen'),
);
const sourceNew = page(
  '/needs/sources/new/$kind',
  lazyRouteComponent(() => import('../rooms/needs/sources/NewSourceScreen'), 'NewSourceScreen'),
);
const source = list(
  '/needs/sources/$id',
  lazyRouteComponent(() => import('../rooms/needs/sources/SourceScreen'), 'SourceScreen'),
);
const sourceTabs = [
  createRoute({ getParentRoute: () => source, path: '/people', validateSearch: listSearch }),
  createRoute({ getParentRoute: () => source, path: '/questions' }),
  createRoute({ getParentRoute: () => source, path: '/levels' }),
  createRoute({ getParentRoute: () => source, path: '/groups' }),
  createRoute({ getParentRoute: () => source, path: '/result', validateSearch: listSearch }),
  createRoute({ getParentRoute: () => source, path: '/data' }),
] as const;
const sourcePaper = page(
  '/needs/sources/$id/print/$paper',
  lazyRouteComponent(() => import('../rooms/needs/sources/PaperScreens'), 'SourcePaperScreen'),
);
const readiness = list(
  '/needs/readiness',
  lazyRouteComponent(() => import('../rooms/needs/sources/ReadinessScreen'), 'ReadinessScreen'),
);
const readinessPaper = page(
  '/needs/readiness/print',
  lazyRouteComponent(() => import('../rooms/needs/sources/PaperScreens'), 'CoachingsPaperScreen'),
);

export const needsRoutes = [
  heat,
  heatReport,
  needList,
  needListReport,
  personReport,
  proposals,
  proposalNew,
  proposalsReport,
  proposal,
  standards,
  grades,
  competencies,
  rules,
  sources,
  sourceNew,
  source.addChildren(sourceTabs),
  sourcePaper,
  readiness,
  readinessPaper,
] as const;
