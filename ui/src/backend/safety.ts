import { call } from './backend';
import { commands, type BackupRow, type CheckFinding, type JournalRow, type OperationRow, type Page } from './bindings';
import type { Changes } from './types';

export type { BackupRow, CheckFinding, JournalRow, OperationRow } from './bindings';

/** Journal, backups, check. Undoing goes through the frame. */
export interface SafetyBackend {
  journal(offset: number, limit: number): Promise<Page<OperationRow>>;
  journalRows(operation: string): Promise<JournalRow[]>;
  backups(): Promise<BackupRow[]>;
  backup(): Promise<BackupRow>;
  /** Null when no folder was chosen. */
  backupElsewhere(): Promise<BackupRow | null>;
  /** Shows a file that was just written in the file manager. */
  showFile(path: string): Promise<unknown>;
  restore(file: string): Promise<BackupRow>;
  check(): Promise<CheckFinding[]>;
}

/** Journal and backups of the running core. */
export const safetyBackend: SafetyBackend = {
  journal: (offset, limit) => call(commands.safetyJournal(offset, limit)),
  journalRows: (operation) => call(commands.safetyJournalRows(operation)),
  backups: () => call(commands.safetyBackups()),
  backup: () => call(commands.safetyBackup()),
  backupElsewhere: () => call(commands.safetyBackupElsewhere()),
  showFile: (path) => call(commands.safetyShowFile(path)),
  restore: (file) => call(commands.safetyRestore(file)),
  check: () => call(commands.safetyCheck()),
};

/** Takes back one operation, or the last one; says what it was. */
export async function undo(operation: string | null): Promise<Changes> {
  const { value, changes } = await call(commands.safetyUndo(operation));
  return { ...changes, description: value.description };
}
