import { createHashHistory, createRoute, createRouter, type RouterHistory } from '@tanstack/react-router';
import { Failure, NotFound } from './frame/Failure';
import { HomeScreen } from './rooms/home/HomeScreen';
import { certificatesRoutes } from './routes/certificates';
import { classesRoutes } from './routes/classes';
import { evaluationRoutes } from './routes/evaluation';
import { mentoringRoutes } from './routes/mentoring';
import { needsRoutes } from './routes/needs';
import { officeRoutes } from './routes/office';
import { peopleRoutes } from './routes/people';
import { planRoutes } from './routes/plan';
import { planningRoutes } from './routes/planning';
import { root } from './routes/root';
import { safetyRoutes } from './routes/safety';
import { scheduleRoutes } from './routes/schedule';
import { voiceRoutes } from './routes/voice';

/** Comes with the window itself: every start shows it first. */
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen });

const routeTree = root.addChildren([
  home,
  ...peopleRoutes,
  ...needsRoutes,
  ...scheduleRoutes,
  ...planningRoutes,
  ...planRoutes,
  ...classesRoutes,
  ...mentoringRoutes,
  ...evaluationRoutes,
  ...certificatesRoutes,
  ...voiceRoutes,
  ...safetyRoutes,
  ...officeRoutes,
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
