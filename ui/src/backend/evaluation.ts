/** Schemes, scores and results, as the window asks for them. */
import type { EditRefusal, ResultTable, Scheme, ScoreEdit, ScoreGrid } from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface EvaluationBackend {
  scheme(classId: string): Promise<Scheme>;
  saveScheme(classId: string, scheme: Scheme): Promise<Outcome<null>>;
  scores(classId: string): Promise<ScoreGrid>;
  setScores(classId: string, edits: ScoreEdit[]): Promise<Outcome<EditRefusal[]>>;
  results(classId: string): Promise<ResultTable>;
}

export const evaluationBackend: EvaluationBackend = {
  scheme: (classId) => call(commands.evaluationScheme(classId)),
  saveScheme: (classId, scheme) => call(commands.evaluationSaveScheme(classId, scheme)),
  scores: (classId) => call(commands.evaluationScores(classId)),
  setScores: (classId, edits) => call(commands.evaluationSetScores(classId, edits)),
  results: (classId) => call(commands.evaluationResults(classId)),
};
