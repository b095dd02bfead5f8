import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const calendar = list('/schedule', lazyRouteComponent(() => import('../rooms/planning/schedule/CalendarScreen'), 'CalendarScreen'));
const calendarPdf = list(
  '/schedule/print',
  lazyRouteComponent(() => import('../rooms/planning/schedule/ReportScreens'), 'CalendarReportScreen'),
);
const conflicts = list(
  '/schedule/conflicts',
  lazyRouteComponent(() => import('../rooms/planning/schedule/ConflictsScreen'), 'ConflictsScreen'),
);
const conflictsPdf = list(
  '/schedule/conflicts/print',
  lazyRouteComponent(() => import('../rooms/planning/schedule/ReportScreens'), 'ConflictsReportScreen'),
);
const proposal = list(
  '/schedule/proposal',
  lazyRouteComponent(() => import('../rooms/planning/schedule/ProposalScreen'), 'ProposalScreen'),
);
const publications = list(
  '/schedule/publications',
  lazyRouteComponent(() => import('../rooms/planning/schedule/PublicationsScreen'), 'PublicationsScreen'),
);
const publication = page(
  '/schedule/publications/$id',
  lazyRouteComponent(() => import('../rooms/planning/schedule/PublicationScreen'), 'PublicationScreen'),
);
const letter = list(
  '/schedule/publications/$id/letter',
  lazyRouteComponent(() => import('../rooms/planning/schedule/ReportScreens'), 'LetterScreen'),
);
const rooms = list('/schedule/rooms', lazyRouteComponent(() => import('../rooms/planning/schedule/RoomsScreen'), 'RoomsScreen'));
const holidays = list(
  '/schedule/holidays',
  lazyRouteComponent(() => import('../rooms/planning/schedule/HolidaysScreen'), 'HolidaysScreen'),
);
const busy = list('/schedule/busy', lazyRouteComponent(() => import('../rooms/planning/schedule/BusyScreen'), 'BusyScreen'));
const limits = list('/schedule/limits', lazyRouteComponent(() => import('../rooms/planning/schedule/LimitsScreen'), 'LimitsScreen'));
const rule = page('/schedule/rule', lazyRouteComponent(() => import('../rooms/planning/schedule/RuleScreen'), 'RuleScreen'));

export const scheduleRoutes = [
  calendar, calendarPdf, conflicts, conflictsPdf, proposal, publications, publication, letter, rooms, holidays, busy, limits, rule,
] as const;
