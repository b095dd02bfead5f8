import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AsyncRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Failure, NotFound } from './frame/Failure';
import { Start } from './frame/Start';
import { listSearch } from './frame/listState';
import { HomeScreen } from './rooms/home/HomeScreen';

const Welcome = lazyRouteComponent(() => import('./rooms/office/WelcomeScreen'), 'WelcomeScreen');

const root = createRootRoute({
  component: () => <Start welcome={Welcome} />,
  notFoundComponent: NotFound,
});

const page = <P extends string>(path: P, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => root, path, component });

/** A list keeps its search in the address, so that going back finds it again. */
const list = <P extends string>(path: P, component: AsyncRouteComponent<object>) =>
  createRoute({ getParentRoute: () => root, path, validateSearch: listSearch, component });

/** Comes with the window itself: every start shows it first. */
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen });
const people = list('/people', lazyRouteComponent(() => import('./rooms/people/PeopleScreen'), 'PeopleScreen'));
const personNew = page(
  '/people/new',
  lazyRouteComponent(() => import('./rooms/people/NewPersonScreen'), 'NewPersonScreen'),
);
const peopleImport = page(
  '/people/import',
  lazyRouteComponent(() => import('./rooms/people/import/ImportScreen'), 'ImportScreen'),
);
const units = list('/people/units', lazyRouteComponent(() => import('./rooms/people/UnitsScreen'), 'UnitsScreen'));
const duplicates = page(
  '/people/duplicates',
  lazyRouteComponent(() => import('./rooms/people/DuplicatesScreen'), 'DuplicatesScreen'),
);

/** One screen for all its tabs, so that what is typed on one stays while another is looked at. */
const person = page('/people/$id', lazyRouteComponent(() => import('./rooms/people/PersonScreen'), 'PersonScreen'));

const personHistory = createRoute({ getParentRoute: () => person, path: '/history' });
const personClasses = createRoute({ getParentRoute: () => person, path: '/classes' });
const personLedger = createRoute({ getParentRoute: () => person, path: '/jp' });

const programmes = list(
  '/programmes',
  lazyRouteComponent(() => import('./rooms/classes/programmes/ProgrammesScreen'), 'ProgrammesScreen'),
);
const programme = page(
  '/programmes/$id',
  lazyRouteComponent(() => import('./rooms/classes/programmes/ProgrammeScreen'), 'ProgrammeScreen'),
);
const classes = list('/classes', lazyRouteComponent(() => import('./rooms/classes/ClassesScreen'), 'ClassesScreen'));
const classNew = list(
  '/classes/new',
  lazyRouteComponent(() => import('./rooms/classes/NewClassScreen'), 'NewClassScreen'),
);
const classImport = page(
  '/classes/import',
  lazyRouteComponent(() => import('./rooms/classes/book/BookImportScreen'), 'BookImportScreen'),
);
const classParticipants = list(
  '/classes/$id',
  lazyRouteComponent(() => import('./rooms/classes/participants/ParticipantsTab'), 'ParticipantsTab'),
);
const classSessions = page(
  '/classes/$id/sessions',
  lazyRouteComponent(() => import('./rooms/classes/sessions/SessionsTab'), 'SessionsTab'),
);
const classAttendance = page(
  '/classes/$id/attendance',
  lazyRouteComponent(() => import('./rooms/classes/attendance/AttendanceTab'), 'AttendanceTab'),
);
const classMentoring = page(
  '/classes/$id/mentoring',
  lazyRouteComponent(() => import('./rooms/classes/mentoring/BoardTab'), 'BoardTab'),
);
const classMentees = list(
  '/classes/$id/mentoring/participants',
  lazyRouteComponent(() => import('./rooms/classes/mentoring/MenteesScreen'), 'MenteesScreen'),
);
const classLetters = page(
  '/classes/$id/mentoring/letters',
  lazyRouteComponent(() => import('./rooms/classes/mentoring/LettersScreen'), 'LettersScreen'),
);
const classPairs = page(
  '/classes/$id/mentoring/report',
  lazyRouteComponent(() => import('./rooms/classes/mentoring/PairsReportScreen'), 'PairsReportScreen'),
);
const classProjects = list(
  '/classes/$id/projects',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectsTab'), 'ProjectsTab'),
);
const classProjectNew = page(
  '/classes/$id/projects/new',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectFormScreen'), 'ProjectFormScreen'),
);
const classProjectReport = page(
  '/classes/$id/projects/report',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectReportScreen'), 'ProgressReportScreen'),
);
const classProject = page(
  '/classes/$id/projects/$project',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectScreen'), 'ProjectScreen'),
);
const classProjectEdit = page(
  '/classes/$id/projects/$project/edit',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectFormScreen'), 'ProjectFormScreen'),
);
const classProjectSheet = page(
  '/classes/$id/projects/$project/sheet',
  lazyRouteComponent(() => import('./rooms/classes/projects/ProjectReportScreen'), 'ProjectSheetScreen'),
);
const classScores = page(
  '/classes/$id/scores',
  lazyRouteComponent(() => import('./rooms/classes/scores/ScoresTab'), 'ScoresTab'),
);
const classScheme = page(
  '/classes/$id/scheme',
  lazyRouteComponent(() => import('./rooms/classes/scores/SchemeScreen'), 'SchemeScreen'),
);
const classResults = list(
  '/classes/$id/results',
  lazyRouteComponent(() => import('./rooms/classes/results/ResultsTab'), 'ResultsTab'),
);
const classRecap = page(
  '/classes/$id/recap',
  lazyRouteComponent(() => import('./rooms/classes/results/RecapScreen'), 'RecapScreen'),
);
const classCertificates = list(
  '/classes/$id/certificates',
  lazyRouteComponent(() => import('./rooms/classes/certificates/IssueTab'), 'IssueTab'),
);
const classData = page(
  '/classes/$id/data',
  lazyRouteComponent(() => import('./rooms/classes/data/DataTab'), 'DataTab'),
);
const pairs = list('/mentoring', lazyRouteComponent(() => import('./rooms/mentoring/PairsScreen'), 'PairsScreen'));
const orphans = list(
  '/mentoring/orphans',
  lazyRouteComponent(() => import('./rooms/mentoring/OrphansScreen'), 'OrphansScreen'),
);
const mentors = list(
  '/mentoring/mentors',
  lazyRouteComponent(() => import('./rooms/mentoring/MentorsScreen'), 'MentorsScreen'),
);
const mentorNew = page(
  '/mentoring/mentors/new',
  lazyRouteComponent(() => import('./rooms/mentoring/NewMentorScreen'), 'NewMentorScreen'),
);
const mentor = page(
  '/mentoring/mentors/$id',
  lazyRouteComponent(() => import('./rooms/mentoring/MentorScreen'), 'MentorScreen'),
);
const mentorPairs = createRoute({ getParentRoute: () => mentor, path: '/pairs', validateSearch: listSearch });
const pair = page('/mentoring/pairs/$id', lazyRouteComponent(() => import('./rooms/mentoring/PairScreen'), 'PairScreen'));
const pairForm = page(
  '/mentoring/pairs/$id/form',
  lazyRouteComponent(() => import('./rooms/mentoring/ReportScreens'), 'LogFormScreen'),
);
const pairLog = page(
  '/mentoring/pairs/$id/log',
  lazyRouteComponent(() => import('./rooms/mentoring/ReportScreens'), 'LogScreen'),
);
const mentorLoad = page(
  '/mentoring/load',
  lazyRouteComponent(() => import('./rooms/mentoring/ReportScreens'), 'LoadScreen'),
);
const certificates = list(
  '/certificates',
  lazyRouteComponent(() => import('./rooms/certificates/CertificatesScreen'), 'CertificatesScreen'),
);
const verify = page(
  '/certificates/verify',
  lazyRouteComponent(() => import('./rooms/certificates/VerifyScreen'), 'VerifyScreen'),
);
const certificate = page(
  '/certificates/$id',
  lazyRouteComponent(() => import('./rooms/certificates/CertificateScreen'), 'CertificateScreen'),
);
const safety = list('/safety', lazyRouteComponent(() => import('./rooms/safety/JournalScreen'), 'JournalScreen'));
const backups = page(
  '/safety/backups',
  lazyRouteComponent(() => import('./rooms/safety/BackupsScreen'), 'BackupsScreen'),
);
const dataCheck = page('/safety/check', lazyRouteComponent(() => import('./rooms/safety/CheckScreen'), 'CheckScreen'));
const office = page('/office', lazyRouteComponent(() => import('./rooms/office/ProfileScreen'), 'ProfileScreen'));
const signatories = page(
  '/office/signatories',
  lazyRouteComponent(() => import('./rooms/office/SignatoriesScreen'), 'SignatoriesScreen'),
);
const numbering = page(
  '/office/numbering',
  lazyRouteComponent(() => import('./rooms/office/NumberingScreen'), 'NumberingScreen'),
);
const certificateText = page(
  '/office/text',
  lazyRouteComponent(() => import('./rooms/office/TextScreen'), 'TextScreen'),
);
const certificateLook = page(
  '/office/look',
  lazyRouteComponent(() => import('./rooms/office/LookScreen'), 'LookScreen'),
);
const attendanceRule = page(
  '/office/attendance',
  lazyRouteComponent(() => import('./rooms/office/AttendanceScreen'), 'AttendanceScreen'),
);
const schemes = page(
  '/office/schemes',
  lazyRouteComponent(() => import('./rooms/office/SchemesScreen'), 'SchemesScreen'),
);

const routeTree = root.addChildren([
  home,
  people,
  personNew,
  peopleImport,
  units,
  duplicates,
  person.addChildren([personHistory, personClasses, personLedger]),
  programmes,
  programme,
  classes,
  classNew,
  classImport,
  classParticipants,
  classSessions,
  classAttendance,
  classMentoring,
  classMentees,
  classLetters,
  classPairs,
  classProjects,
  classProjectNew,
  classProjectReport,
  classProject,
  classProjectEdit,
  classProjectSheet,
  classScores,
  classScheme,
  classResults,
  classRecap,
  classCertificates,
  classData,
  pairs,
  orphans,
  mentors,
  mentorNew,
  mentor.addChildren([mentorPairs]),
  pair,
  pairForm,
  pairLog,
  mentorLoad,
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

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
