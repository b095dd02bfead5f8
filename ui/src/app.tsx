import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import 'dayjs/locale/id';
import { BackendProvider, type Backend } from './backend/backend';
import { CrumbProvider } from './frame/Crumbs';
import { ToastProvider } from './frame/Toasts';
import type { AppRouter } from './router';
import { cssVariables, styleNonce, theme } from './theme';

const dates = { locale: 'id', firstDayOfWeek: 1, weekendDays: [0, 6] } as const;

/** Everything below the window, above the screens. */
export function App({ backend, client, router }: { backend: Backend; client: QueryClient; router: AppRouter }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      withGlobalClasses={false}
    >
      <DatesProvider settings={{ ...dates, weekendDays: [...dates.weekendDays] }}>
        <QueryClientProvider client={client}>
          <BackendProvider backend={backend}>
            <ToastProvider>
              <CrumbProvider>
                <RouterProvider router={router} />
              </CrumbProvider>
            </ToastProvider>
          </BackendProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
