/** Schemes, scores and results, as the window asks for them. */
import type { EditRefusal, ResultTable, Scheme, ScoreEdit, ScoreGrid } from './pending';
import type { Outcome } from './types';

export interface EvaluationBackend {
  scheme(classId: string): Promise<Scheme>;
  saveScheme(classId: string, scheme: Scheme): Promise<Outcome<null>>;
  scores(classId: string): Promise<ScoreGrid>;
  setScores(classId: string, edits: ScoreEdit[]): Promise<Outcome<EditRefusal[]>>;
  results(classId: string): Promise<ResultTable>;
}
