/** What people have earned, as the window asks for it. */
import type { Ledger } from './bindings';
import { call } from './backend';
import { commands } from './bindings';

export interface CareerBackend {
  /** The JP of a person, of one year or of all. */
  ledger(person: string, year: number | null): Promise<Ledger>;
}

export const careerBackend: CareerBackend = {
  ledger: (person, year) => call(commands.careerLedger(person, year)),
};
