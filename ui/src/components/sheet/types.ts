import type { ReactNode } from 'react';

/** One of the answers that a question offers. */
export interface SheetAnswer {
  /** The digit that is typed: 0 to 9. */
  mark: number;
  /** As printed: `Sangat Baik`. */
  label: string;
}

/** A question as it stands on the sheet. */
export interface SheetQuestion {
  id: string;
  text: string;
  /** Short name shown instead of the number, such as `U3`. */
  tag?: string;
  /** Part of the sheet; its name stands above its first question. */
  section?: string;
  /** The answers to choose from, a number from 0 to 100, or a text. */
  wants: readonly SheetAnswer[] | 'percent' | 'text';
  /** May stay empty. */
  optional: boolean;
}

/** What has been typed: by question, marks and texts. A question without an answer is not there. */
export interface SheetValue {
  marks: Record<string, number>;
  comments: Record<string, string>;
}

export interface SheetHead {
  /** Refusals by field, without those of questions. */
  errors: Readonly<Record<string, string>>;
  /** Puts the focus on the first question, such as when a code is complete. */
  start: () => void;
}

export interface SheetEntryProps {
  /** Names the sheet for screen readers. */
  label: string;
  questions: readonly SheetQuestion[];
  value: SheetValue;
  onChange: (value: SheetValue) => void;
  /** Rejects with the refusal; refused questions are those of the fields `marks.<id>` and `comments.<id>`. */
  onSave: () => Promise<unknown>;
  /** After saving: clears what was typed. The focus goes to the first field of the head. */
  onNext: () => void;
  /** Fields before the questions. Enter goes from one to the next and then to the first question. */
  head?: (head: SheetHead) => ReactNode;
  /** Something in the head was typed that is not saved. */
  headUnsaved?: boolean;
  /** Sheets that are stored. */
  saved: number;
  /** Sheets that are expected, if known. */
  expected?: number;
  /** The verb on the button; without it `Simpan lembar`. */
  submitLabel?: string;
  /** Beside the button, such as a way to the sheet before. */
  foot?: ReactNode;
}

export const emptySheet: SheetValue = { marks: {}, comments: {} };
