/** The shapes that every answer of the core has. What the bindings offer comes from there. */
export type { CellRefusal, Code, FieldRefusal, Refusal } from './bindings';

// Until a command that writes is in the bindings, what it answers is told here.

export type Room =
  | 'office'
  | 'people'
  | 'needs'
  | 'planning'
  | 'classes'
  | 'mentoring'
  | 'evaluation'
  | 'certificates'
  | 'voice'
  | 'career'
  | 'safety';

export interface Changes {
  operation: string | null;
  description: string;
  rooms: Room[];
}

export interface Outcome<T> {
  value: T;
  changes: Changes;
}
