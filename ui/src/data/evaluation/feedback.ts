import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useBackend } from '../../backend/backend';
import type { FeedbackBy, NewRound, RoundRow, SheetAnswers } from '../../backend/bindings';
import type { ListState, PagedSource } from '../../components/DataList';
import { useToast } from '../../frame/Toasts';
import { refusalText, useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  FeedbackBy, FeedbackPart, FeedbackReport, Instrument, InstrumentKind, ItemResult, NewRound, RoundDraft, RoundRow, RoundView,
  Scale, SheetAnswers, SpeakerRow, SubjectRow,
} from '../../backend/bindings';

const room = 'evaluation';

/** The round in the address of a page. */
export function useAddressRound(): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params['round'] ?? '';
}

export const useRounds = (classId: string) => useAsk([room, 'rounds', classId], (backend) => backend.evaluation.rounds(classId));

/** All rounds, as the address of the list narrows them. */
export function useRoundSource(state: ListState): PagedSource<RoundRow> {
  const backend = useBackend();
  const year = Number(state.filters['year'] ?? '');
  return {
    queryKey: [room, 'roundsPage', state.q, year],
    load: (range) => backend.evaluation.roundsPage({ text: state.q, year: year > 0 ? year : null, ...range }),
  };
}

export const useRoundDraft = (classId: string) =>
  useAsk([room, 'roundDraft', classId], (backend) => backend.evaluation.roundDraft(classId));

export const useOpenRound = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, round: NewRound) => backend.evaluation.openRound(round), { inForm: true, ...options });

export const useMoreCodes = (round: string) =>
  useMutationWithUndo((backend, number: number) => backend.evaluation.moreCodes(round, number));

export const useDeleteRound = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, reason: string) => backend.evaluation.deleteRound(id, reason), { inForm: true, ...options });

export const useRound = (id: string) => useAsk([room, 'round', id], (backend) => backend.evaluation.round(id));

/** Asks for a typed sheet at the moment it is wanted; null where the code has none, and where it cannot be had. */
export function useFindSheet(round: string): (code: string) => Promise<SheetAnswers | null> {
  const backend = useBackend();
  const { show } = useToast();
  return useCallback(
    async (code) => {
      try {
        return await backend.evaluation.sheet(round, code);
      } catch (error) {
        show({ message: refusalText(error), tone: 'bad' });
        return null;
      }
    },
    [backend, round, show],
  );
}

export interface TypedSheet {
  code: string;
  answers: SheetAnswers;
  /** Takes the place of what was typed before under this code. */
  again: boolean;
}

/** One of many: without a toast each, Ctrl+Z takes it back all the same. */
export const useSaveSheet = (round: string) =>
  useMutationWithUndo(
    (backend, { code, answers, again }: TypedSheet) => backend.evaluation.saveSheet(round, code, answers, again),
    { inForm: true, quiet: true, ahead: true },
  );

export const useDeleteSheet = (round: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, code: string) => backend.evaluation.deleteSheet(round, code), { inForm: true, ...options });

export const useFeedbackReport = (by: FeedbackBy) =>
  useAsk([room, 'feedback', by], (backend) => backend.evaluation.feedbackReport(by));

export const useSpeakers = () => useAsk([room, 'speakers'], (backend) => backend.evaluation.speakers());

export const useSubjects = () => useAsk([room, 'subjects'], (backend) => backend.evaluation.subjects());
