import { useCallback } from 'react';
import { useBackend } from '../../backend/backend';
import type {
  Coaching, CoachingState, FindingEntry, GroupFinding, Inquiry, InquiryKind, InquiryPeopleState, InquiryPerson, InquiryRow, InquirySheet, LevelEdit,
  CoachingRow, QuestionGroup, SheetAnswers, SourceReport,
} from '../../backend/bindings';
import type { ListState, PagedSource } from '../../components/DataList';
import { useToast } from '../../frame/Toasts';
import type { Printed } from '../files';
import { refusalText, useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  Coaching, CoachingRow, Dimension, FindingEntry, GroupFinding, Inquiry, InquiryKind, InquiryPerson, InquiryRow, InquiryView, QuestionDraft,
  QuestionGroup, ReadinessResult, ReadyPerson, SourceReport, SurveyTemplate, Timing,
} from '../../backend/bindings';

const room = 'needs';

/** All kinds of inquiries, in the order of the screen. */
export const inquiryKinds: readonly InquiryKind[] = ['survey', 'interview', 'focus_group', 'superior', 'test', 'readiness'];

/** People that one grid of levels shows at the most. */
export const gridPeople = 200;

/** Inquiries as the address of the list narrows them. */
export function useInquirySource(state: ListState): PagedSource<InquiryRow> {
  const backend = useBackend();
  const { kind, year, unit } = state.filters;
  return {
    queryKey: [room, 'inquiries', state.q, kind, year, unit],
    load: (range) =>
      backend.needs.inquiries({
        text: state.q,
        kind: (kind ?? null) as InquiryKind | null,
        year: year === undefined ? null : Number(year),
        unit: unit ?? null,
        ...range,
      }),
  };
}

export const useInquiryYears = () => useAsk([room, 'inquiryYears'], (backend) => backend.needs.inquiryYears());

export const useInquiryDraft = (kind: InquiryKind) =>
  useAsk([room, 'inquiryDraft', kind], (backend) => backend.needs.inquiryDraft(kind));

export const useInquiry = (id: string) => useAsk([room, 'inquiry', id], (backend) => backend.needs.inquiry(id));

/** People of an inquiry as the address of the list narrows them. */
export function useInquiryPeopleSource(id: string, state: ListState): PagedSource<InquiryPerson> {
  const backend = useBackend();
  const of = (state.filters['state'] ?? 'all') as InquiryPeopleState;
  return {
    queryKey: [room, 'inquiryPeople', id, 'list', state.q, of],
    load: (range) => backend.needs.inquiryPeople(id, { text: state.q, state: of, ...range }),
  };
}

/** People of an inquiry: those whose name, NIP or unit holds the words. */
export const useInquiryPeople = (id: string, text: string, state: InquiryPeopleState, limit = gridPeople) =>
  useAsk([room, 'inquiryPeople', id, text, state, limit], (backend) =>
    backend.needs.inquiryPeople(id, { text, state, offset: 0, limit }),
  );

export const useSaveInquiry = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, inquiry: Inquiry) => backend.needs.saveInquiry(inquiry), { inForm: true, ...options });

export const useDeleteInquiry = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, reason: string) => backend.needs.deleteInquiry(id, reason), { inForm: true, ...options });

export const useSurveyTemplates = () => useAsk([room, 'surveyTemplates'], (backend) => backend.needs.surveyTemplates());

export const useSaveQuestions = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, groups: QuestionGroup[]) => backend.needs.saveForm(id, groups), { inForm: true, ...options });

/** Asks for a typed sheet at the moment it is wanted; null where nobody has typed it, and where it cannot be had. */
export function useFindInquirySheet(id: string): (person: string) => Promise<SheetAnswers | null> {
  const backend = useBackend();
  const { show } = useToast();
  return useCallback(
    async (person) => {
      try {
        return await backend.needs.sheet(id, person);
      } catch (error) {
        show({ message: refusalText(error), tone: 'bad' });
        return null;
      }
    },
    [backend, id, show],
  );
}

/** One of many: without a toast each, Ctrl+Z takes it back all the same. */
export const useSaveInquirySheet = () =>
  useMutationWithUndo((backend, sheet: InquirySheet) => backend.needs.saveSheet(sheet), { inForm: true, quiet: true, ahead: true });

export const useDeleteInquirySheet = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, person: string) => backend.needs.deleteSheet(id, person), { inForm: true, ...options });

/** Cells of the grid: refused ones come back by their place. */
export const useSetLevels = (id: string) =>
  useMutationWithUndo((backend, edits: LevelEdit[]) => backend.needs.setFindings(id, edits), { inForm: true, quiet: true });

export const useSavePersonLevels = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { person, entries }: { person: string; entries: FindingEntry[] }) =>
      backend.needs.savePersonFindings(id, person, entries),
    { inForm: true, ...options },
  );

export const useSaveGroupFindings = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, lines: GroupFinding[]) => backend.needs.saveGroupFindings(id, lines), { inForm: true, ...options });

export const useReadiness = (id: string) => useAsk([room, 'readiness', id], (backend) => backend.needs.readinessResult(id));

/** Coachings as the address of the list narrows them. */
export function useCoachingSource(state: ListState): PagedSource<CoachingRow> {
  const backend = useBackend();
  const of = (state.filters['state'] ?? 'open') as CoachingState;
  return {
    queryKey: [room, 'coachings', state.q, of],
    load: (range) => backend.needs.coachings({ text: state.q, state: of, inquiry: null, ...range }),
  };
}

export const useSaveCoaching = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, coaching: Coaching) => backend.needs.saveCoaching(coaching), { inForm: true, ...options });

export const useProposeCoachings = (id: string, options?: MutationOptions<number>) =>
  useMutationWithUndo((backend, due: string | null) => backend.needs.proposeCoachings(id, due), { inForm: true, ...options });

export const useDeleteCoaching = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.needs.deleteCoaching(id), { inForm: true, ...options });

/** A paper about sources. */
export function useSourceReport(report: SourceReport): Printed {
  return {
    pdf: useAsk([room, 'sourceReport', report], (backend) => backend.needs.sourceReportPdf(report)),
    save: (backend) => backend.needs.saveSourceReport(report),
  };
}
