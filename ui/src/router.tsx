import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Failure, NotFound } from './frame/Failure';
import { Start } from './frame/Start';
import { listSearch } from './frame/listState';

const Welcome = lazyRouteComponent(() => import('./rooms/office/WelcomeScreen'), 'WelcomeScreen');

const root = createRootRoute({
  component: () => <Start welcome={Welcome} />,
  notFoundComponent: NotFound,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./rooms/home/HomeScreen'), 'HomeScreen'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/people/PeopleScreen'), 'PeopleScreen'),
});

const personNew = createRoute({
  getParentRoute: () => root,
  path: '/people/new',
  component: lazyRouteComponent(() => import('./rooms/people/NewPersonScreen'), 'NewPersonScreen'),
});

const peopleImport = createRoute({
  getParentRoute: () => root,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./rooms/people/import/ImportScreen'), 'ImportScreen'),
});

const units = createRoute({
  getParentRoute: () => root,
  path: '/people/units',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/people/UnitsScreen'), 'UnitsScreen'),
});

const duplicates = createRoute({
  getParentRoute: () => root,
  path: '/people/duplicates',
  component: lazyRouteComponent(() => import('./rooms/people/DuplicatesScreen'), 'DuplicatesScreen'),
});

/** One screen for all its tabs, so that what is typed on one stays while another is looked at. */
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$id',
  component: lazyRouteComponent(() => import('./rooms/people/PersonScreen'), 'PersonScreen'),
});

const personHistory = createRoute({ getParentRoute: () => person, path: '/history' });

const personClasses = createRoute({ getParentRoute: () => person, path: '/classes' });

/** A list keeps its search in the address, so that going back finds it again. */
const programmes = createRoute({
  getParentRoute: () => root,
  path: '/programmes',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/programmes/ProgrammesScreen'), 'ProgrammesScreen'),
});

const programme = createRoute({
  getParentRoute: () => root,
  path: '/programmes/$id',
  component: lazyRouteComponent(() => import('./rooms/classes/programmes/ProgrammeScreen'), 'ProgrammeScreen'),
});

const classes = createRoute({
  getParentRoute: () => root,
  path: '/classes',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/ClassesScreen'), 'ClassesScreen'),
});

const classNew = createRoute({
  getParentRoute: () => root,
  path: '/classes/new',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/NewClassScreen'), 'NewClassScreen'),
});

const classImport = createRoute({
  getParentRoute: () => root,
  path: '/classes/import',
  component: lazyRouteComponent(() => import('./rooms/classes/book/BookImportScreen'), 'BookImportScreen'),
});

const classParticipants = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/participants/ParticipantsTab'), 'ParticipantsTab'),
});

const classSessions = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/sessions',
  component: lazyRouteComponent(() => import('./rooms/classes/sessions/SessionsTab'), 'SessionsTab'),
});

const classAttendance = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/attendance',
  component: lazyRouteComponent(() => import('./rooms/classes/attendance/AttendanceTab'), 'AttendanceTab'),
});

const classScores = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/scores',
  component: lazyRouteComponent(() => import('./rooms/classes/scores/ScoresTab'), 'ScoresTab'),
});

const classScheme = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/scheme',
  component: lazyRouteComponent(() => import('./rooms/classes/scores/SchemeScreen'), 'SchemeScreen'),
});

const classResults = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/results',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/results/ResultsTab'), 'ResultsTab'),
});

const classRecap = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/recap',
  component: lazyRouteComponent(() => import('./rooms/classes/results/RecapScreen'), 'RecapScreen'),
});

const classCertificates = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/certificates',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/certificates/IssueTab'), 'IssueTab'),
});

const classData = createRoute({
  getParentRoute: () => root,
  path: '/classes/$id/data',
  component: lazyRouteComponent(() => import('./rooms/classes/data/DataTab'), 'DataTab'),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: '/certificates',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/certificates/CertificatesScreen'), 'CertificatesScreen'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/certificates/verify',
  component: lazyRouteComponent(() => import('./rooms/certificates/VerifyScreen'), 'VerifyScreen'),
});

const certificate = createRoute({
  getParentRoute: () => root,
  path: '/certificates/$id',
  component: lazyRouteComponent(() => import('./rooms/certificates/CertificateScreen'), 'CertificateScreen'),
});

const safety = createRoute({
  getParentRoute: () => root,
  path: '/safety',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/safety/JournalScreen'), 'JournalScreen'),
});

const backups = createRoute({
  getParentRoute: () => root,
  path: '/safety/backups',
  component: lazyRouteComponent(() => import('./rooms/safety/BackupsScreen'), 'BackupsScreen'),
});

const dataCheck = createRoute({
  getParentRoute: () => root,
  path: '/safety/check',
  component: lazyRouteComponent(() => import('./rooms/safety/CheckScreen'), 'CheckScreen'),
});

const office = createRoute({
  getParentRoute: () => root,
  path: '/office',
  component: lazyRouteComponent(() => import('./rooms/office/ProfileScreen'), 'ProfileScreen'),
});

const signatories = createRoute({
  getParentRoute: () => root,
  path: '/office/signatories',
  component: lazyRouteComponent(() => import('./rooms/office/SignatoriesScreen'), 'SignatoriesScreen'),
});

const numbering = createRoute({
  getParentRoute: () => root,
  path: '/office/numbering',
  component: lazyRouteComponent(() => import('./rooms/office/NumberingScreen'), 'NumberingScreen'),
});

const certificateText = createRoute({
  getParentRoute: () => root,
  path: '/office/text',
  component: lazyRouteComponent(() => import('./rooms/office/TextScreen'), 'TextScreen'),
});

const certificateLook = createRoute({
  getParentRoute: () => root,
  path: '/office/look',
  component: lazyRouteComponent(() => import('./rooms/office/LookScreen'), 'LookScreen'),
});

const attendanceRule = createRoute({
  getParentRoute: () => root,
  path: '/office/attendance',
  component: lazyRouteComponent(() => import('./rooms/office/AttendanceScreen'), 'AttendanceScreen'),
});

const schemes = createRoute({
  getParentRoute: () => root,
  path: '/office/schemes',
  component: lazyRouteComponent(() => import('./rooms/office/SchemesScreen'), 'SchemesScreen'),
});

const routeTree = root.addChildren([
  home,
  people,
  personNew,
  peopleImport,
  units,
  duplicates,
  person.addChildren([personHistory, personClasses]),
  programmes,
  programme,
  classes,
  classNew,
  classImport,
  classParticipants,
  classSessions,
  classAttendance,
  classScores,
  classScheme,
  classResults,
  classRecap,
  classCertificates,
  classData,
  certificates,
  verify,
  certificate,
  safety,
  backups,
  dataCheck,
  office,
  signatories,
  numbering,
  certificateText,
  certificateLook,
  attendanceRule,
  schemes,
]);

/** Addresses live behind the `#`, since the window has no server that could answer for others. */
export function createAppRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: Failure,
    defaultNotFoundComponent: NotFound,
    defaultPreload: false,
    defaultPendingMinMs: 0,
    // Filters stay readable in the address: ?q=siti&unit=dinkes
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === '' ? '' : `?${text}`;
    },
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
