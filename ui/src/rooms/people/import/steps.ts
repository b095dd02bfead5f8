import { id } from '../../../i18n/id';
import type { ReactNode } from 'react';

const { steps } = id.importing;

/** The steps of the shell, with the content of the one that is shown. */
export function stepsWith(current: number, content: ReactNode) {
  return [steps.file, steps.columns, steps.check, steps.done].map((label, at) => ({
    label,
    content: at === current ? content : null,
  }));
}
