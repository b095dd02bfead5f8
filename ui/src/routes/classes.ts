import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const programmes = list(
  '/programmes',
  lazyRouteComponent(() => import('../rooms/classes/programmes/ProgrammesScreen'), 'ProgrammesScreen'),
);
const programme = page(
  '/programmes/$id',
  lazyRouteComponent(() => import('../rooms/classes/programmes/ProgrammeScreen'), 'ProgrammeScreen'),
);
const cataloguePrint = page(
  '/programmes/print',
  lazyRouteComponent(() => import('../rooms/classes/programmes/PrintScreens'), 'CataloguePrintScreen'),
);
const programmeEntry = page(
  '/programmes/$id/catalogue',
  lazyRouteComponent(() => import('../rooms/classes/programmes/EntryScreen'), 'EntryScreen'),
);
const programmeCosts = page(
  '/programmes/$id/costs',
  lazyRouteComponent(() => import('../rooms/classes/programmes/CostsScreen'), 'CostsScreen'),
);
const programmeCostsPrint = page(
  '/programmes/$id/costs/print',
  lazyRouteComponent(() => import('../rooms/classes/programmes/PrintScreens'), 'CostsPrintScreen'),
);
const classes = list('/classes', lazyRouteComponent(() => import('../rooms/classes/ClassesScreen'), 'ClassesScreen'));
const classNew = list(
  '/classes/new',
  lazyRouteComponent(() => import('../rooms/classes/NewClassScreen'), 'NewClassScreen'),
);
const classImport = page(
  '/classes/import',
  lazyRouteComponent(() => import('../rooms/classes/book/BookImportScreen'), 'BookImportScreen'),
);
const classParticipants = list(
  '/classes/$id',
  lazyRouteComponent(() => import('../rooms/classes/participants/ParticipantsTab'), 'ParticipantsTab'),
);
const classSessions = page(
  '/classes/$id/sessions',
  lazyRouteComponent(() => import('../rooms/classes/sessions/SessionsTab'), 'SessionsTab'),
);
const classAttendance = page(
  '/classes/$id/attendance',
  lazyRouteComponent(() => import('../rooms/classes/attendance/AttendanceTab'), 'AttendanceTab'),
);
const classMentoring = page(
  '/classes/$id/mentoring',
  lazyRouteComponent(() => import('../rooms/classes/mentoring/BoardTab'), 'BoardTab'),
);
const classMentees = list(
  '/classes/$id/mentoring/participants',
  lazyRouteComponent(() => import('../rooms/classes/mentoring/MenteesScreen'), 'MenteesScreen'),
);
const classLetters = page(
  '/classes/$id/mentoring/letters',
  lazyRouteComponent(() => import('../rooms/classes/mentoring/LettersScreen'), 'LettersScreen'),
);
const classPairs = page(
  '/classes/$id/mentoring/report',
  lazyRouteComponent(() => import('../rooms/classes/mentoring/PairsReportScreen'), 'PairsReportScreen'),
);
const classProjects = list(
  '/classes/$id/projects',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectsTab'), 'ProjectsTab'),
);
const classProjectNew = page(
  '/classes/$id/projects/new',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectFormScreen'), 'ProjectFormScreen'),
);
const classProjectReport = page(
  '/classes/$id/projects/report',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectReportScreen'), 'ProgressReportScreen'),
);
const classProject = page(
  '/classes/$id/projects/$project',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectScreen'), 'ProjectScreen'),
);
const classProjectEdit = page(
  '/classes/$id/projects/$project/edit',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectFormScreen'), 'ProjectFormScreen'),
);
const classProjectSheet = page(
  '/classes/$id/projects/$project/sheet',
  lazyRouteComponent(() => import('../rooms/classes/projects/ProjectReportScreen'), 'ProjectSheetScreen'),
);
const classScores = page(
  '/classes/$id/scores',
  lazyRouteComponent(() => import('../rooms/classes/scores/ScoresTab'), 'ScoresTab'),
);
const classScheme = page(
  '/classes/$id/scheme',
  lazyRouteComponent(() => import('../rooms/classes/scores/SchemeScreen'), 'SchemeScreen'),
);
const classPreTest = page(
  '/classes/$id/tests',
  lazyRouteComponent(() => import('../rooms/classes/prepost/TestScreen'), 'PreTestScreen'),
);
const classPostTest = page(
  '/classes/$id/tests/post',
  lazyRouteComponent(() => import('../rooms/classes/prepost/TestScreen'), 'PostTestScreen'),
);
const classGains = list(
  '/classes/$id/tests/gains',
  lazyRouteComponent(() => import('../rooms/classes/prepost/GainsScreen'), 'GainsScreen'),
);
const classTestsReport = page(
  '/classes/$id/tests/report',
  lazyRouteComponent(() => import('../rooms/classes/EvaluationPapers'), 'TestsReportScreen'),
);
const classMinutes = page(
  '/classes/$id/minutes',
  lazyRouteComponent(() => import('../rooms/classes/EvaluationPapers'), 'MinutesScreen'),
);
const classRanking = page(
  '/classes/$id/ranking',
  lazyRouteComponent(() => import('../rooms/classes/EvaluationPapers'), 'RankingScreen'),
);
const classResults = list(
  '/classes/$id/results',
  lazyRouteComponent(() => import('../rooms/classes/results/ResultsTab'), 'ResultsTab'),
);
const classRecap = page(
  '/classes/$id/recap',
  lazyRouteComponent(() => import('../rooms/classes/results/RecapScreen'), 'RecapScreen'),
);
const classEvaluation = page(
  '/classes/$id/evaluation',
  lazyRouteComponent(() => import('../rooms/classes/evaluation/EvaluationTab'), 'EvaluationTab'),
);
const classRoundNew = page(
  '/classes/$id/evaluation/rounds/new',
  lazyRouteComponent(() => import('../rooms/classes/evaluation/RoundFormScreen'), 'RoundFormScreen'),
);
const classRound = page(
  '/classes/$id/evaluation/rounds/$round',
  lazyRouteComponent(() => import('../rooms/classes/evaluation/RoundScreen'), 'RoundScreen'),
);
const classRoundPrint = page(
  '/classes/$id/evaluation/rounds/$round/print',
  lazyRouteComponent(() => import('../rooms/classes/evaluation/RoundPrintScreen'), 'RoundPrintScreen'),
);
const classCertificates = list(
  '/classes/$id/certificates',
  lazyRouteComponent(() => import('../rooms/classes/certificates/IssueTab'), 'IssueTab'),
);
const classData = page(
  '/classes/$id/data',
  lazyRouteComponent(() => import('../rooms/classes/data/DataTab'), 'DataTab'),
);

export const classesRoutes = [
  programmes,
  programme,
  cataloguePrint,
  programmeEntry,
  programmeCosts,
  programmeCostsPrint,
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
  classPreTest,
  classPostTest,
  classGains,
  classTestsReport,
  classMinutes,
  classRanking,
  classResults,
  classRecap,
  classEvaluation,
  classRoundNew,
  classRound,
  classRoundPrint,
  classCertificates,
  classData,
] as const;
