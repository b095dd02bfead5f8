import type { Competency } from '../backend/bindings';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type { Competency, CompetencyRow } from '../backend/bindings';

const room = 'needs';

export const useCompetencies = () => useAsk([room, 'competencies'], (backend) => backend.needs.competencies());

export const useSaveCompetency = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, competency: Competency) => backend.needs.saveCompetency(competency), {
    inForm: true,
    ...options,
  });

export const useDeleteCompetency = () =>
  useMutationWithUndo((backend, id: string) => backend.needs.deleteCompetency(id), { inForm: true });
