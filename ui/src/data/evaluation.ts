import type { EvaluationReport, Scheme, ScoreEdit } from '../backend/bindings';
import { usePrinted } from './files';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  Component, ComponentGroup, Correction, EvaluationReport, GridColumn, Method, Remedial, ResultRow, ResultTable, Scheme,
  ScoreColumn, ScoreEdit, ScoreGrid, ScoreRow, Stage,
} from '../backend/bindings';

const room = 'evaluation';

export const useScheme = (id: string) => useAsk([room, 'scheme', id], (backend) => backend.evaluation.scheme(id));

export const useSaveScheme = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, scheme: Scheme) => backend.evaluation.saveScheme(id, scheme), { inForm: true, ...options });

export const useScores = (id: string) => useAsk([room, 'scores', id], (backend) => backend.evaluation.scores(id));

export const useSetScores = (id: string) =>
  useMutationWithUndo((backend, edits: ScoreEdit[]) => backend.evaluation.setScores(id, edits), {
    quiet: true,
    inForm: true,
  });

/** Scores of a closed class, changed together for one reason. */
export const useCorrectScores = (id: string) =>
  useMutationWithUndo(
    (backend, input: { edits: ScoreEdit[]; reason: string }) =>
      backend.evaluation.correctScores(id, input.edits, input.reason),
    { inForm: true },
  );

export const useCorrections = (id: string) =>
  useAsk([room, 'corrections', id], (backend) => backend.evaluation.corrections(id));

export const useResults = (id: string) => useAsk([room, 'results', id], (backend) => backend.evaluation.results(id));

export const useEvaluationReport = (report: EvaluationReport) => usePrinted(room, report, (backend) => backend.evaluation);
