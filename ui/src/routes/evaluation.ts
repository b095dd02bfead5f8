import { lazyRouteComponent } from '@tanstack/react-router';
import { list, page } from './root';

const feedback = list(
  '/evaluation/feedback',
  lazyRouteComponent(() => import('../rooms/evaluation/FeedbackScreen'), 'FeedbackScreen'),
);
/** `kind` is round, class, speaker, subject or programme; `id` that of the thing, of a subject its name. */
const feedbackReport = page(
  '/evaluation/feedback/$kind/$id',
  lazyRouteComponent(() => import('../rooms/evaluation/FeedbackReportScreen'), 'FeedbackReportScreen'),
);
const feedbackPrint = page(
  '/evaluation/feedback/$kind/$id/print',
  lazyRouteComponent(() => import('../rooms/evaluation/FeedbackPrintScreen'), 'FeedbackPrintScreen'),
);
const improvements = list(
  '/evaluation/improvements',
  lazyRouteComponent(() => import('../rooms/evaluation/ImprovementsScreen'), 'ImprovementsScreen'),
);
const programmes = list(
  '/evaluation',
  lazyRouteComponent(() => import('../rooms/evaluation/ProgrammesScreen'), 'ProgrammesScreen'),
);
const programme = page(
  '/evaluation/programmes/$id',
  lazyRouteComponent(() => import('../rooms/evaluation/ProgrammeEvaluationScreen'), 'ProgrammeEvaluationScreen'),
);
const programmePrint = page(
  '/evaluation/programmes/$id/print',
  lazyRouteComponent(() => import('../rooms/evaluation/ProgrammePrintScreen'), 'ProgrammePrintScreen'),
);
const followUps = list(
  '/evaluation/followups',
  lazyRouteComponent(() => import('../rooms/evaluation/FollowUpsScreen'), 'FollowUpsScreen'),
);
const followUp = page(
  '/evaluation/followups/$id',
  lazyRouteComponent(() => import('../rooms/evaluation/FollowUpScreen'), 'FollowUpScreen'),
);
const followUpResult = page(
  '/evaluation/followups/$id/result',
  lazyRouteComponent(() => import('../rooms/evaluation/FollowUpResultScreen'), 'FollowUpResultScreen'),
);
/** `role` is superior, colleague or self. */
const followUpPrint = page(
  '/evaluation/followups/$id/print/$role',
  lazyRouteComponent(() => import('../rooms/evaluation/FollowUpPrintScreen'), 'FollowUpPrintScreen'),
);

export const evaluationRoutes = [programmes, programme, programmePrint, followUps, followUp, followUpResult, followUpPrint, feedback, feedbackReport, feedbackPrint, improvements] as const;
