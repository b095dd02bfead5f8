import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { id } from '../i18n/id';
import classes from './shared.module.css';

export interface ProgressPanelProps {
  /** What is being done: `Menerbitkan sertifikat`. */
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  /** The thing in hand, such as a name. */
  detail?: string;
  onCancel?: () => void;
}

export function ProgressPanel({ label, done, total, detail, onCancel }: ProgressPanelProps) {
  const [cancelling, setCancelling] = useState(false);
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <section className={classes.progress} aria-label={label}>
      <div className={classes.progressLine}>
        <strong>{label}</strong>
        <span role="status" className="number">
          {total > 0 ? id.progress.of(done, total) : id.loading}
        </span>
      </div>
      <Progress.Root size="md">
        <Progress.Section value={total > 0 ? percent : 100} striped={total === 0} aria-label={label} />
      </Progress.Root>
      <div className={classes.progressLine}>
        <span className="muted">{detail}</span>
        {onCancel && (
          <Button
            variant="default"
            disabled={cancelling}
            onClick={() => {
              setCancelling(true);
              onCancel();
            }}
          >
            {cancelling ? id.progress.cancelling : id.progress.cancel}
          </Button>
        )}
      </div>
    </section>
  );
}
