/** The shapes that every answer of the core has. */
export type { CellRefusal, Changes, Code, FieldRefusal, Outcome, Refusal, Room } from './bindings';
