/** Schemes, scores, tests and results, as the window asks for them. */
import type {
  AnswerEdit, Correction, EditRefusal, EntryCheck, EntryTarget, EvaluationReport, GainView, ResultTable, Scheme, ScoreEdit,
  ScoreGrid, Stage, TestView,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import { feedbackBackend, type FeedbackBackend } from './feedback';
import { followUpsBackend, type FollowUpsBackend } from './followups';
import type { Outcome } from './types';

export interface EvaluationBackend extends FeedbackBackend, FollowUpsBackend {
  scheme(classId: string): Promise<Scheme>;
  saveScheme(classId: string, scheme: Scheme): Promise<Outcome<null>>;
  scores(classId: string): Promise<ScoreGrid>;
  setScores(classId: string, edits: ScoreEdit[]): Promise<Outcome<EditRefusal[]>>;
  /** Changes scores of a closed class, all for one reason. */
  correctScores(classId: string, edits: ScoreEdit[], reason: string): Promise<Outcome<EditRefusal[]>>;
  corrections(classId: string): Promise<Correction[]>;
  results(classId: string): Promise<ResultTable>;
  /** Null where the class does not have it. */
  test(classId: string, stage: Stage): Promise<TestView | null>;
  /** An empty key: scores are typed. */
  saveTest(classId: string, stage: Stage, key: string): Promise<Outcome<null>>;
  deleteTest(classId: string, stage: Stage): Promise<Outcome<null>>;
  setAnswers(classId: string, stage: Stage, edits: AnswerEdit[]): Promise<Outcome<EditRefusal[]>>;
  gains(classId: string): Promise<GainView>;
  /** Asks for a file of rows that are otherwise typed; null when cancelled. */
  openEntries(target: EntryTarget): Promise<EntryCheck | null>;
  /** Takes in the rows of the opened file that are in order; those left out are in the answer. */
  commitEntries(target: EntryTarget): Promise<Outcome<EntryCheck>>;
  /** These ask where to and answer the path, or null when cancelled. */
  saveEntryTemplate(target: EntryTarget): Promise<string | null>;
  saveReport(report: EvaluationReport): Promise<string | null>;
  reportPdf(report: EvaluationReport): Promise<Uint8Array>;
}

export const evaluationBackend: EvaluationBackend = {
  ...feedbackBackend,
  ...followUpsBackend,
  scheme: (classId) => call(commands.evaluationScheme(classId)),
  saveScheme: (classId, scheme) => call(commands.evaluationSaveScheme(classId, scheme)),
  scores: (classId) => call(commands.evaluationScores(classId)),
  setScores: (classId, edits) => call(commands.evaluationSetScores(classId, edits)),
  correctScores: (classId, edits, reason) => call(commands.evaluationCorrectScores(classId, edits, reason)),
  corrections: (classId) => call(commands.evaluationCorrections(classId)),
  results: (classId) => call(commands.evaluationResults(classId)),
  test: (classId, stage) => call(commands.evaluationTest(classId, stage)),
  saveTest: (classId, stage, key) => call(commands.evaluationSaveTest(classId, stage, key)),
  deleteTest: (classId, stage) => call(commands.evaluationDeleteTest(classId, stage)),
  setAnswers: (classId, stage, edits) => call(commands.evaluationSetAnswers(classId, stage, edits)),
  gains: (classId) => call(commands.evaluationGains(classId)),
  openEntries: (target) => call(commands.evaluationImportOpen(target)),
  commitEntries: (target) => call(commands.evaluationImportCommit(target)),
  saveEntryTemplate: (target) => call(commands.evaluationImportTemplate(target)),
  saveReport: (report) => call(commands.evaluationSaveReport(report)),
  reportPdf: async (report) => new Uint8Array(await call(commands.evaluationReportPdf(report))),
};
