/** The state of the house, as the home screen asks for it. */
import { call } from './backend';
import { commands } from './bindings';
import type { Status } from './bindings';

export interface HomeBackend {
  status(): Promise<Status>;
}

export const homeBackend: HomeBackend = { status: () => call(commands.officeStatus()) };
