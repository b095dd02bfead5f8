import type { Scheme, ScoreEdit } from '../backend/bindings';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

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

export const useResults = (id: string) => useAsk([room, 'results', id], (backend) => backend.evaluation.results(id));
