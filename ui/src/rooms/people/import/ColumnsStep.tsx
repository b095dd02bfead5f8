import { useState } from 'react';
import { FileImportSteps } from '../../../components/FileImportSteps';
import { ReasonList } from '../../../components/ReasonList';
import type { ImportFile } from '../../../data/people';
import { id } from '../../../i18n/id';
import classes from './import.module.css';
import { columnsOf, lacks, type SheetChoice } from './mapping';
import { SheetColumns } from './SheetColumns';
import { stepsWith } from './steps';

const text = id.importing.columns;

export interface ColumnsStepProps {
  file: ImportFile;
  choices: readonly SheetChoice[];
  onChoices: (choices: readonly SheetChoice[]) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Which sheet is imported and what each of its columns fills. */
export function ColumnsStep({ file, choices, onChoices, onBack, onNext }: ColumnsStepProps) {
  const [at, setAt] = useState(Math.max(0, choices.findIndex((choice) => choice.use)));
  const sheet = file.sheets[at];
  const choice = choices[at];
  const used = file.sheets.filter((_, index) => choices[index]?.use);
  const wrong = file.sheets.flatMap((one, index) => {
    const own = choices[index];
    return own?.use && lacks(columnsOf(one, own)) ? [{ tone: 'bad' as const, subject: one.name, text: text.noKey }] : [];
  });
  const reasons = used.length === 0 ? [{ tone: 'bad' as const, text: text.noSheet }] : wrong;
  const rows = used.reduce((sum, one) => sum + Math.max(0, one.rows - (one.detected?.first_data_row ?? 0)), 0);
  return (
    <FileImportSteps
      label={id.importing.label}
      current={1}
      onBack={onBack}
      next={{ label: text.next(rows), run: onNext, disabled: reasons.length > 0 }}
      aside={reasons.length > 0 && <ReasonList reasons={reasons} />}
      steps={stepsWith(
        1,
        <div className={classes.columns}>
          {file.sheets.length > 1 && (
            <nav className={classes.sheets} aria-label={text.sheets}>
              {file.sheets.map((one, index) => (
                <button
                  key={one.name}
                  type="button"
                  aria-current={index === at ? 'true' : undefined}
                  onClick={() => setAt(index)}
                >
                  <span>{one.name}</span>
                  <span className="muted">
                    {choices[index]?.use ? text.rows(one.rows) : one.detected ? text.skipped : text.notFound}
                  </span>
                </button>
              ))}
            </nav>
          )}
          {sheet && choice && (
            <SheetColumns
              key={sheet.name}
              sheet={sheet}
              choice={choice}
              fields={file.fields}
              onChoice={(next) => onChoices(choices.map((old, index) => (index === at ? next : old)))}
            />
          )}
        </div>,
      )}
    />
  );
}
