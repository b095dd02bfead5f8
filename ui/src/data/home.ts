import type { QueryClient } from '@tanstack/react-query';
import type { Backend } from '../backend/backend';
import { useAsk } from './open';

/** Depends on every room, as the frame does. */
const status = { key: ['frame', 'office'], ask: (backend: Backend) => backend.home.status() };

const runningClasses = {
  key: ['classes', 'list', 'running'],
  ask: (backend: Backend) => backend.classes.list({ text: '', year: null, state: 'running', offset: 0, limit: 8 }),
};

/** Asks what the first screen shows, so that it is drawn once and whole. Never fails: a refusal is the screen's to show. */
export async function askFirst(client: QueryClient, backend: Backend): Promise<void> {
  await Promise.allSettled([
    client.query({ queryKey: status.key, queryFn: () => status.ask(backend) }),
    client.query({ queryKey: runningClasses.key, queryFn: () => runningClasses.ask(backend) }),
  ]);
}

/** The state of the house; asked again each minute where the age of the backup is shown. */
export const useStatus = (options: { everyMinute?: boolean } = {}) => useAsk(status.key, status.ask, options);

/** The classes that are going on, for the home screen. */
export const useRunningClasses = () => useAsk(runningClasses.key, runningClasses.ask);
