import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { id } from '../i18n/id';
import { Icon } from './icons';
import classes from './shared.module.css';

export interface ImportStep {
  /** `Pilih berkas`, `Cocokkan kolom`, `Periksa`, `Selesai`. */
  label: string;
  content: ReactNode;
}

export interface FileImportStepsProps {
  label: string;
  steps: readonly ImportStep[];
  current: number;
  onBack?: () => void;
  /** The way forward, worded for the step: `Periksa 1.204 baris`, `Impor 1.190 ASN`. */
  next?: { label: string; run: () => void; disabled?: boolean; busy?: boolean };
  /** Beside the way forward, such as the choice to skip refused rows. */
  aside?: ReactNode;
}

/** The shell of every import: where I am, the step, back and forward. */
export function FileImportSteps({ label, steps, current, onBack, next, aside }: FileImportStepsProps) {
  return (
    <section className={classes.steps} aria-label={label}>
      <ol className={classes.stepList}>
        {steps.map((step, at) => (
          <li
            key={step.label}
            aria-current={at === current ? 'step' : undefined}
            data-done={at < current || undefined}
          >
            <span className={classes.stepMark}>{at < current ? <Icon name="check" size={14} /> : at + 1}</span>
            {step.label}
          </li>
        ))}
      </ol>
      <p className="hidden" role="status">
        {id.steps(current + 1, steps.length)}
      </p>
      <div className={classes.stepBody}>{steps[current]?.content}</div>
      {(onBack || next || aside) && (
        <Group justify="flex-end" gap="sm" className={classes.stepFoot}>
          {aside}
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {id.actions.back}
            </Button>
          )}
          {next && (
            <Button onClick={next.run} disabled={next.disabled} loading={next.busy}>
              {next.label}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
