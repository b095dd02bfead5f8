import { useBackend } from '../../backend/backend';
import type { Improvement, ImprovementQuery, ImprovementRow } from '../../backend/bindings';
import type { ListState, PagedSource } from '../../components/DataList';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type { Improvement, ImprovementRow } from '../../backend/bindings';

const room = 'evaluation';

/** Whose improvements are wanted: of a class, of a survey, or what a class begins with. */
export type ImprovementsOf = Partial<Pick<ImprovementQuery, 'class' | 'survey' | 'before'>>;

const all = { programme: null, class: null, survey: null, before: null };

/** More than a class or a survey ever has. */
const many = 200;

/** All improvements, open ones first; the address narrows them to open or done. */
export function useImprovementSource(state: ListState): PagedSource<ImprovementRow> {
  const backend = useBackend();
  const open_only = state.filters['state'] === 'open';
  return {
    queryKey: [room, 'improvements', 'page', state.q, open_only],
    load: (range) => backend.evaluation.improvements({ ...all, text: state.q, open_only, ...range }),
  };
}

export const useImprovements = (of: ImprovementsOf) =>
  useAsk([room, 'improvements', of], (backend) =>
    backend.evaluation.improvements({ ...all, text: '', open_only: false, ...of, offset: 0, limit: many }),
  );

export const useSaveImprovement = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, improvement: Improvement) => backend.evaluation.saveImprovement(improvement), {
    inForm: true,
    ...options,
  });

export const useDeleteImprovement = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.evaluation.deleteImprovement(id), { inForm: true, ...options });

export const useProposeImprovements = (classId: string) =>
  useMutationWithUndo<undefined, number>((backend) => backend.evaluation.proposeImprovements(classId));
