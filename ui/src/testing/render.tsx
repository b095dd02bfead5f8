import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render, screen, type RenderResult } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { BackendProvider, type Backend } from '../backend/backend';
import type { Status } from '../backend/bindings';
import { CommandContext, CommandRegistry } from '../frame/commands';
import { CrumbProvider } from '../frame/Crumbs';
import { ToastProvider } from '../frame/Toasts';
import { cssVariables, theme } from '../theme';

/** A room of which a test says nothing: whatever is asked of it fails and names the question. */
function silent<R extends object>(given: Partial<R> = {}): R {
  const unasked = (name: string | symbol) => () => Promise.reject(new Error(`${String(name)} is not part of this test`));
  return new Proxy(given as R, {
    get: (target, name) => (target as Record<string | symbol, unknown>)[name] ?? unasked(name),
  });
}

/** The state of an office that has been set up; without it nothing but the welcome is shown. */
export const officeInUse: Status = {
  initialised: true,
  version: '0.1.0',
  data_folder: '/data',
  today: '2026-03-02',
  operator: 'Ani',
  office_name: 'BKPSDM',
  logo: null,
  warnings: [],
  last_saved: null,
  last_backup: null,
  undo: null,
  counts: { people: 0, classes_running: 0, certificates_year: 0 },
  tasks: [],
};

/** What a test says of the rooms that it visits. */
export type FakeRooms = { [R in Exclude<keyof Backend, 'frame'>]?: Partial<Backend[R]> };

/** A backend that knows nothing, with the parts that a test cares about. */
export function fakeBackend(parts: Partial<Backend['frame']> = {}, rooms: FakeRooms = {}): Backend {
  return {
    home: silent({ status: () => Promise.resolve(officeInUse), ...rooms.home }),
    people: silent(rooms.people),
    office: silent(rooms.office),
    safety: silent(rooms.safety),
    classes: silent(rooms.classes),
    projects: silent(rooms.projects),
    mentoring: silent(rooms.mentoring),
    evaluation: silent(rooms.evaluation),
    certificates: silent(rooms.certificates),
    career: silent(rooms.career),
    voice: silent(rooms.voice),
    schedule: silent(rooms.schedule),
    plan: silent(rooms.plan),
    needs: silent(rooms.needs),
    catalogue: silent(rooms.catalogue),
    frame: {
      undo: () => Promise.resolve({ operation: null, description: 'Impor 3 ASN', rooms: [] }),
      search: () => Promise.resolve([]),
      ...parts,
    },
  };
}

export function Providers({ backend = fakeBackend(), children }: { backend?: Backend; children: ReactNode }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <QueryClientProvider client={client}>
        <BackendProvider backend={backend}>
          <CommandContext.Provider value={new CommandRegistry()}>
            <ToastProvider>
              <CrumbProvider>{children}</CrumbProvider>
            </ToastProvider>
          </CommandContext.Provider>
        </BackendProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

export interface RenderOptions {
  backend?: Backend;
  at?: string;
  /** Pattern of the route, such as `/classes/$id`, for a screen that reads its address. */
  path?: string;
}

/** Renders one screen or component with everything that a screen finds above it, at an address. */
export async function renderScreen(node: ReactNode, options: RenderOptions = {}): Promise<RenderResult> {
  const root = createRootRoute({
    component: () => (
      <div data-testid="ready">
        <Outlet />
      </div>
    ),
  });
  const screenRoute = createRoute({ getParentRoute: () => root, path: options.path ?? '$', component: () => <>{node}</> });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => null });
  const router = createRouter({
    routeTree: root.addChildren(options.path ? [screenRoute, elsewhere] : [screenRoute]),
    history: createMemoryHistory({ initialEntries: [options.at ?? '/'] }),
  });
  const result = render(
    <Providers backend={options.backend}>
      <RouterProvider router={router as never} />
    </Providers>,
  );
  await screen.findByTestId('ready');
  return result;
}

/** Rules that need a drawn page or a whole document are left to the run in the real window. */
const offHere = [
  'color-contrast',
  'region',
  'page-has-heading-one',
  'landmark-one-main',
  'landmark-no-duplicate-banner',
  'landmark-unique',
];

export async function axeFindings(container: Element): Promise<string[]> {
  const rules = Object.fromEntries(offHere.map((rule) => [rule, { enabled: false }]));
  const found = await axe.run(container, { rules });
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
}
