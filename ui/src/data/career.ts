import { useAsk } from './open';

export type { Ledger, LedgerRow } from '../backend/bindings';

const room = 'career';

/** The last answer stays in sight while another year is asked for. */
export const useLedger = (person: string, year: number | null) =>
  useAsk([room, 'ledger', person, year], (backend) => backend.career.ledger(person, year), { keep: true });
