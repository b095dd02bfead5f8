import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { Failure, NotFound } from './frame/Failure';
import { Frame } from './frame/Frame';
import { listSearch } from './frame/listState';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./rooms/home/HomeScreen'), 'HomeScreen'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/asn',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/people/PeopleScreen'), 'PeopleScreen'),
});

const programmes = createRoute({
  getParentRoute: () => root,
  path: '/program',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/planning/ProgrammesScreen'), 'ProgrammesScreen'),
});

const classes = createRoute({
  getParentRoute: () => root,
  path: '/kelas',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/classes/ClassesScreen'), 'ClassesScreen'),
});

const certificates = createRoute({
  getParentRoute: () => root,
  path: '/sertifikat',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/certificates/CertificatesScreen'), 'CertificatesScreen'),
});

const safety = createRoute({
  getParentRoute: () => root,
  path: '/keamanan',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./rooms/safety/SafetyScreen'), 'SafetyScreen'),
});

const office = createRoute({
  getParentRoute: () => root,
  path: '/kantor',
  component: lazyRouteComponent(() => import('./rooms/office/OfficeScreen'), 'OfficeScreen'),
});

const routeTree = root.addChildren([home, people, programmes, classes, certificates, safety, office]);

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
