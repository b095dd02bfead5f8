/** Project work of classes, as the window asks for it. */
import type {
  ProgressEdit, ProjectDraft, ProjectForm, ProjectList, ProjectReport, ProjectView, SeminarEntry,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface ProjectsBackend {
  list(classId: string): Promise<ProjectList>;
  get(id: string): Promise<ProjectView>;
  /** The form of a project, or of a new one. */
  form(classId: string, id: string | null): Promise<ProjectForm>;
  save(classId: string, draft: ProjectDraft): Promise<Outcome<string>>;
  remove(id: string): Promise<Outcome<null>>;
  setProgress(id: string, edits: ProgressEdit[]): Promise<Outcome<null>>;
  /** The amount as typed. */
  setActual(id: string, text: string): Promise<Outcome<null>>;
  /** Answers how many scores it has written. */
  saveSeminar(id: string, entry: SeminarEntry): Promise<Outcome<number>>;
  /** Asks for a file; null when cancelled. */
  addEvidence(id: string, milestone: string | null): Promise<Outcome<string> | null>;
  removeEvidence(id: string): Promise<Outcome<null>>;
  openEvidence(id: string): Promise<unknown>;
  /** These ask where to and answer the path, or null when cancelled. */
  saveEvidence(id: string): Promise<string | null>;
  saveReport(report: ProjectReport): Promise<string | null>;
  reportPdf(report: ProjectReport): Promise<Uint8Array>;
}

export const projectsBackend: ProjectsBackend = {
  list: (classId) => call(commands.classesProjects(classId)),
  get: (id) => call(commands.classesProject(id)),
  form: (classId, id) => call(commands.classesProjectForm(classId, id)),
  save: (classId, draft) => call(commands.classesProjectSave(classId, draft)),
  remove: (id) => call(commands.classesProjectDelete(id)),
  setProgress: (id, edits) => call(commands.classesProjectProgress(id, edits)),
  setActual: (id, text) => call(commands.classesProjectActual(id, text)),
  saveSeminar: (id, entry) => call(commands.classesProjectSeminar(id, entry)),
  addEvidence: (id, milestone) => call(commands.classesProjectAddEvidence(id, milestone)),
  removeEvidence: (id) => call(commands.classesProjectRemoveEvidence(id)),
  openEvidence: (id) => call(commands.classesProjectOpenEvidence(id)),
  saveEvidence: (id) => call(commands.classesProjectSaveEvidence(id)),
  saveReport: (report) => call(commands.classesProjectSaveReport(report)),
  reportPdf: async (report) => new Uint8Array(await call(commands.classesProjectReportPdf(report))),
};
