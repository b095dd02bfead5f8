import type { ImpactOf } from '../../backend/bindings';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  ClassCost, Impact, ImpactOf, ImpactSide, ImpactUnit, Learning, Level, Levels, ProgrammeClass, ProgrammeLine, ProgrammePage,
} from '../../backend/bindings';

const room = 'evaluation';

/** Programmes with classes, each with its four levels. */
export const useProgrammeLines = () => useAsk([room, 'programmes'], (backend) => backend.evaluation.programmes());

export const useProgrammePage = (id: string) => useAsk([room, 'programme', id], (backend) => backend.evaluation.programme(id));

export const useImpact = (of: ImpactOf, months: number) =>
  useAsk([room, 'impact', of, months], (backend) => backend.evaluation.impact(of, months), { keep: true });

export const useClassCost = (classId: string) => useAsk([room, 'cost', classId], (backend) => backend.evaluation.classCost(classId));

export const useSaveClassCost = (classId: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { amount, note }: { amount: string; note: string }) => backend.evaluation.saveClassCost(classId, amount, note),
    { inForm: true, ...options },
  );
