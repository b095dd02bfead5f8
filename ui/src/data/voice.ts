import type { Service, SkmAnswer, Survey, SurveyQuery, SurveyRow, VoiceReport } from '../backend/bindings';
import { useBackend } from '../backend/backend';
import type { ListState, PagedSource } from '../components/DataList';
import { usePrinted } from './files';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  ElementResult, ProfileGroup, Service, ServiceRow, SkmAnswer, SkmQuestion, SkmResult, Survey, SurveyRow, SurveyView, VoiceReport,
  Yearly,
} from '../backend/bindings';

const room = 'voice';

export const useServices = () => useAsk([room, 'services'], (backend) => backend.voice.services());

export const useSaveService = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, service: Service) => backend.voice.saveService(service), { inForm: true, ...options });

export const useDeleteService = () =>
  useMutationWithUndo((backend, id: string) => backend.voice.deleteService(id), { inForm: true });

/** What part of the surveys the address of the list asks for. */
export function surveyQuery(state: ListState, range: { offset: number; limit: number }): SurveyQuery {
  const year = Number(state.filters['year']);
  return {
    text: state.q,
    year: Number.isInteger(year) && year > 0 ? year : null,
    unit: state.filters['unit'] ?? null,
    ...range,
  };
}

export function useSurveySource(state: ListState): PagedSource<SurveyRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'surveys', state.q, state.filters],
    load: (range) => backend.voice.surveys(surveyQuery(state, range)),
  };
}

export const useSurvey = (id: string) => useAsk([room, 'survey', id], (backend) => backend.voice.survey(id));

export const useSaveSurvey = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, survey: Survey) => backend.voice.saveSurvey(survey), { inForm: true, ...options });

export const useDeleteSurvey = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<undefined, null>((backend) => backend.voice.deleteSurvey(id), { inForm: true, ...options });

export function useAnswerSource(survey: string): PagedSource<SkmAnswer> {
  const backend = useBackend();
  return {
    queryKey: [room, 'answers', survey],
    load: (range) => backend.voice.answers(survey, range),
  };
}

/** The sheet of a number, if it is typed already. */
export const useAnswer = (survey: string, number: number | null) =>
  useAsk([room, 'answer', survey, number], (backend) => backend.voice.answer(survey, number ?? 0), {
    enabled: number !== null,
  });

/** One sheet after the other: no toast for each. */
export const useSaveAnswer = (survey: string) =>
  useMutationWithUndo(
    (backend, input: { answer: SkmAnswer; again: boolean }) => backend.voice.saveAnswer(survey, input.answer, input.again),
    { inForm: true, quiet: true, ahead: true },
  );

export const useDeleteAnswer = (survey: string) =>
  useMutationWithUndo((backend, number: number) => backend.voice.deleteAnswer(survey, number), { inForm: true });

export const useYearly = (unit: string | null) =>
  useAsk([room, 'yearly', unit], (backend) => backend.voice.yearly(unit), { keep: true });

export const useVoiceReport = (report: VoiceReport) => usePrinted(room, report, (backend) => backend.voice);
