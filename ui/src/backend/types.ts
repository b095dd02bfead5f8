/**
 * The shapes that every answer of the core has. They mirror the domain's refusal and changes; once the bindings are
 * generated this file only re-exports them.
 */

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

export type Code =
  | 'invalid_input'
  | 'not_found'
  | 'duplicate'
  | 'not_allowed'
  | 'undo_blocked'
  | 'nothing_to_undo'
  | 'missing_glyph'
  | 'does_not_fit'
  | 'rows_refused'
  | 'unknown_people'
  | 'unreadable_file'
  | 'file_access'
  | 'locked'
  | 'newer_data'
  | 'damaged_data'
  | 'missing_data'
  | 'not_initialised'
  | 'invalid_certificate'
  | 'cancelled'
  | 'internal';

export interface FieldRefusal {
  field: string;
  message: string;
}

export interface CellRefusal {
  sheet: string;
  cell: string;
  value: string;
  rule: string;
  remedy: string;
}

export interface Refusal {
  code: Code;
  message: string;
  fields?: FieldRefusal[];
  cells?: CellRefusal[];
}

export interface Changes {
  operation: string | null;
  description: string;
  rooms: Room[];
}

export interface Outcome<T> {
  value: T;
  changes: Changes;
}
