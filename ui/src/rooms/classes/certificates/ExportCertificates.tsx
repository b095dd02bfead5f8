import { Button, Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useBackend } from '../../../backend/backend';
import { Icon } from '../../../components/icons';
import { ProgressPanel } from '../../../components/ProgressPanel';
import { useIssuedOf, type Progress } from '../../../data/certificates';
import { refusalText } from '../../../data/mutation';
import { useToast } from '../../../frame/Toasts';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.certificates.issue;

export interface Exporting {
  run: (ids: string[], merged: boolean) => Promise<void>;
  busy: boolean;
  /** The progress while it runs. */
  panel: ReactNode;
}

/** Writes PDFs into a folder of the person's choice, with progress and a way to stop. */
export function useExport(): Exporting {
  const backend = useBackend();
  const { show } = useToast();
  const [progress, setProgress] = useState<Progress | null>(null);
  const run = async (ids: string[], merged: boolean) => {
    if (progress) return;
    setProgress({ done: 0, total: ids.length });
    try {
      const report = await backend.certificates.export(ids, merged, setProgress);
      if (report) {
        const say = report.cancelled ? text.stopped : text.exported;
        show({ message: say(report.files.length, report.folder), tone: report.cancelled ? 'warn' : 'good' });
      }
    } catch (error) {
      show({ message: refusalText(error), tone: 'bad' });
    } finally {
      setProgress(null);
    }
  };
  const panel = progress && (
    <div className={styles.block}>
      <ProgressPanel
        label={text.exporting}
        done={progress.done}
        total={progress.total}
        onCancel={() => void backend.certificates.cancelExport()}
      />
    </div>
  );
  return { run, busy: progress !== null, panel };
}

export function ExportCertificates({ classId, exporting }: { classId: string; exporting: Exporting }) {
  const issued = useIssuedOf(classId).data?.rows ?? [];
  const ids = issued.map((row) => row.id);
  if (ids.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" disabled={exporting.busy} rightSection={<Icon name="chevronDown" size={14} />}>
          {text.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void exporting.run(ids, true)}>{text.saveMerged}</Menu.Item>
        <Menu.Item onClick={() => void exporting.run(ids, false)}>{text.saveSingle}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
