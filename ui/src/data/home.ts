import { useAsk } from './open';

/** Depends on every room, as the frame does. */
export const useStatus = () => useAsk(['frame', 'office'], (backend) => backend.home.status());

/** The classes that are going on, for the home screen. */
export const useRunningClasses = () =>
  useAsk(['classes', 'list', 'running'], (backend) =>
    backend.classes.list({ text: '', year: null, state: 'running', offset: 0, limit: 8 }),
  );
