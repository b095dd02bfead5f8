import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import 'dayjs/locale/id';
import { BackendProvider, type Backend } from './backend/backend';
import { createQueryClient } from './data/queryClient';
import { CrumbProvider } from './frame/Crumbs';
import { ToastProvider } from './frame/Toasts';
import { createAppRouter } from './router';
import { cssVariables, styleNonce, theme } from './theme';

const dates = { locale: 'id', firstDayOfWeek: 1, weekendDays: [0, 6] } as const;

/** Everything below the window, above the screens. */
export function App({ backend }: { backend: Backend }) {
  const [client] = useState(createQueryClient);
  const [router] = useState(createAppRouter);
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
