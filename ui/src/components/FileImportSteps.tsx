import { Button, Group } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useCommands, type Command } from '../frame/commands';
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

type Next = FileImportStepsProps['next'];

/** Ctrl+Enter goes on, from wherever the focus is. */
function useNextKey(next: Next): void {
  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  }, [next]);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'steps.next',
          label: id.frame.commands.form.step,
          keys: ['Ctrl+Enter'],
          group: id.frame.groups.work,
          run: () => {
            const { current: step } = latest;
            if (step && step.disabled !== true && step.busy !== true) step.run();
          },
        },
      ],
      [],
    ),
  );
}

/** A new step takes the focus along: to the way forward, or to what stands in its way. */
function useFocusOfStep(current: number, next: Next) {
  const foot = useRef<HTMLDivElement>(null);
  const state = next === undefined ? 'none' : next.disabled === true ? 'blocked' : 'open';
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!lost || state === 'none') return;
    const target = state === 'open' ? 'button[data-next]' : 'input, button:not(:disabled)';
    foot.current?.querySelector<HTMLElement>(target)?.focus({ preventScroll: true });
  }, [current, state]);
  return foot;
}

/** The shell of every import: where I am, the step, back and forward. */
export function FileImportSteps({ label, steps, current, onBack, next, aside }: FileImportStepsProps) {
  const foot = useFocusOfStep(current, next);
  useNextKey(next);
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
      {/* Takes the focus so that the arrows scroll what is longer than the window. */}
      <div className={classes.stepBody} tabIndex={0} role="group" aria-label={steps[current]?.label}>
        {steps[current]?.content}
      </div>
      {(onBack || next || aside) && (
        <Group ref={foot} justify="flex-end" gap="sm" className={classes.stepFoot}>
          {aside}
          {onBack && (
            <Button variant="default" onClick={onBack}>
              {id.actions.back}
            </Button>
          )}
          {next && (
            <Button data-next title="Ctrl+Enter" onClick={next.run} disabled={next.disabled} loading={next.busy}>
              {next.label}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
