import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../frame/listState';
import { list, page } from './root';

const pairs = list('/mentoring', lazyRouteComponent(() => import('../rooms/mentoring/PairsScreen'), 'PairsScreen'));
const orphans = list(
  '/mentoring/orphans',
  lazyRouteComponent(() => import('../rooms/mentoring/OrphansScreen'), 'OrphansScreen'),
);
const mentors = list(
  '/mentoring/mentors',
  lazyRouteComponent(() => import('../rooms/mentoring/MentorsScreen'), 'MentorsScreen'),
);
const mentorNew = page(
  '/mentoring/mentors/new',
  lazyRouteComponent(() => import('../rooms/mentoring/NewMentorScreen'), 'NewMentorScreen'),
);
const mentor = page(
  '/mentoring/mentors/$id',
  lazyRouteComponent(() => import('../rooms/mentoring/MentorScreen'), 'MentorScreen'),
);
const mentorPairs = createRoute({ getParentRoute: () => mentor, path: '/pairs', validateSearch: listSearch });
const pair = page('/mentoring/pairs/$id', lazyRouteComponent(() => import('../rooms/mentoring/PairScreen'), 'PairScreen'));
const pairForm = page(
  '/mentoring/pairs/$id/form',
  lazyRouteComponent(() => import('../rooms/mentoring/ReportScreens'), 'LogFormScreen'),
);
const pairLog = page(
  '/mentoring/pairs/$id/log',
  lazyRouteComponent(() => import('../rooms/mentoring/ReportScreens'), 'LogScreen'),
);
const mentorLoad = page(
  '/mentoring/load',
  lazyRouteComponent(() => import('../rooms/mentoring/ReportScreens'), 'LoadScreen'),
);

export const mentoringRoutes = [
  pairs,
  orphans,
  mentors,
  mentorNew,
  mentor.addChildren([mentorPairs]),
  pair,
  pairForm,
  pairLog,
  mentorLoad,
] as const;
