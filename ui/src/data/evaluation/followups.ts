import { useCallback } from 'react';
import { useBackend } from '../../backend/backend';
import type { FollowUpEntry, FollowUpPlan, FollowUpRow, FollowUpState, RespondentRole, SheetAnswers } from '../../backend/bindings';
import type { ListState, PagedSource } from '../../components/DataList';
import { useToast } from '../../frame/Toasts';
import { refusalText, useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  FollowUpDraft, FollowUpEntry, FollowUpItem, FollowUpPart, FollowUpPlan, FollowUpResult, FollowUpRow, FollowUpState, FollowUpStep,
  FollowUpView, InstrumentKind, Respondent, RespondentRole, RoleFigure,
} from '../../backend/bindings';

const room = 'evaluation';

export const roles: readonly RespondentRole[] = ['superior', 'colleague', 'self'];

/** What a follow-up can be about. */
export const asked = ['behaviour', 'effect'] as const;

/** Follow-ups as the address of the list narrows them. */
export function useFollowUpSource(state: ListState): PagedSource<FollowUpRow> {
  const backend = useBackend();
  const of = (state.filters['state'] ?? 'all') as FollowUpState;
  return {
    queryKey: [room, 'followups', state.q, of],
    load: (range) => backend.evaluation.followups({ text: state.q, state: of, class: null, ...range }),
  };
}

export const useFollowUpDraft = (classId: string) =>
  useAsk([room, 'followupDraft', classId], (backend) => backend.evaluation.followupDraft(classId));

export const useFollowUp = (id: string) => useAsk([room, 'followup', id], (backend) => backend.evaluation.followup(id));

export const useSaveFollowUp = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, plan: FollowUpPlan) => backend.evaluation.saveFollowup(plan), { inForm: true, ...options });

export const useDeleteFollowUp = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, reason: string) => backend.evaluation.deleteFollowup(id, reason), { inForm: true, ...options });

/** A sheet by whom it is about and who gave it. */
export interface SheetOf {
  enrolment: string;
  role: RespondentRole;
}

/** Asks for a typed sheet at the moment it is wanted; null where nobody has typed it, and where it cannot be had. */
export function useFindFollowUpSheet(id: string): (of: SheetOf) => Promise<SheetAnswers | null> {
  const backend = useBackend();
  const { show } = useToast();
  return useCallback(
    async ({ enrolment, role }) => {
      try {
        return await backend.evaluation.followupSheet(id, enrolment, role);
      } catch (error) {
        show({ message: refusalText(error), tone: 'bad' });
        return null;
      }
    },
    [backend, id, show],
  );
}

/** One of many: without a toast each, Ctrl+Z takes it back all the same. */
export const useSaveFollowUpSheet = () =>
  useMutationWithUndo((backend, entry: FollowUpEntry) => backend.evaluation.saveFollowupSheet(entry), {
    inForm: true,
    quiet: true,
    ahead: true,
  });

export const useDeleteFollowUpSheet = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { enrolment, role }: SheetOf) => backend.evaluation.deleteFollowupSheet(id, enrolment, role),
    { inForm: true, ...options },
  );

export const useFollowUpResult = (id: string) =>
  useAsk([room, 'followupResult', id], (backend) => backend.evaluation.followupResult(id));

export const useFollowUpResults = (classId: string) =>
  useAsk([room, 'followupResults', classId], (backend) => backend.evaluation.followupResults(classId));
