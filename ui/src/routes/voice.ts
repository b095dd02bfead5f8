import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { listSearch } from '../frame/listState';
import { list, page } from './root';

const surveys = list('/voice', lazyRouteComponent(() => import('../rooms/voice/SurveysScreen'), 'SurveysScreen'));
const surveyNew = page(
  '/voice/surveys/new',
  lazyRouteComponent(() => import('../rooms/voice/NewSurveyScreen'), 'NewSurveyScreen'),
);
const survey = page('/voice/surveys/$id', lazyRouteComponent(() => import('../rooms/voice/SurveyScreen'), 'SurveyScreen'));
const surveyAnswers = createRoute({ getParentRoute: () => survey, path: '/answers', validateSearch: listSearch });
const surveyData = createRoute({ getParentRoute: () => survey, path: '/data' });
const typing = page(
  '/voice/surveys/$id/typing',
  lazyRouteComponent(() => import('../rooms/voice/TypingScreen'), 'TypingScreen'),
);
const sheets = page(
  '/voice/surveys/$id/sheets',
  lazyRouteComponent(() => import('../rooms/voice/ReportScreens'), 'SheetsScreen'),
);
const publication = page(
  '/voice/surveys/$id/publication',
  lazyRouteComponent(() => import('../rooms/voice/ReportScreens'), 'PublicationScreen'),
);
const results = page(
  '/voice/surveys/$id/results',
  lazyRouteComponent(() => import('../rooms/voice/ReportScreens'), 'ResultsScreen'),
);
const yearly = list('/voice/yearly', lazyRouteComponent(() => import('../rooms/voice/YearlyScreen'), 'YearlyScreen'));
const yearlyReport = list(
  '/voice/yearly/report',
  lazyRouteComponent(() => import('../rooms/voice/ReportScreens'), 'YearlyReportScreen'),
);
const complaints = list(
  '/voice/complaints',
  lazyRouteComponent(() => import('../rooms/voice/ComplaintsScreen'), 'ComplaintsScreen'),
);
const complaintNew = page(
  '/voice/complaints/new',
  lazyRouteComponent(() => import('../rooms/voice/ComplaintFormScreens'), 'NewComplaintScreen'),
);
const complaintsReport = list(
  '/voice/complaints/report',
  lazyRouteComponent(() => import('../rooms/voice/ReportScreens'), 'ComplaintsReportScreen'),
);
const complaint = page(
  '/voice/complaints/$id',
  lazyRouteComponent(() => import('../rooms/voice/ComplaintScreen'), 'ComplaintScreen'),
);
const complaintEdit = page(
  '/voice/complaints/$id/edit',
  lazyRouteComponent(() => import('../rooms/voice/ComplaintFormScreens'), 'EditComplaintScreen'),
);
const services = list(
  '/voice/services',
  lazyRouteComponent(() => import('../rooms/voice/ServicesScreen'), 'ServicesScreen'),
);
export const voiceRoutes = [
  surveys,
  surveyNew,
  survey.addChildren([surveyAnswers, surveyData]),
  typing,
  sheets,
  publication,
  results,
  yearly,
  yearlyReport,
  complaints,
  complaintNew,
  complaintsReport,
  complaint,
  complaintEdit,
  services,
] as const;
