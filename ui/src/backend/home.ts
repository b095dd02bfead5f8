/** The state of the house, as the home screen asks for it. */
import type { Status } from './pending';

export interface HomeBackend {
  status(): Promise<Status>;
}
