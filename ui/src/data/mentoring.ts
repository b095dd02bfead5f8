import type {
  Ending, JudgementEntry, Meeting, Mentor, MentorFilter, MentoringReport, MentorQuery, MentorRow, PairQuery, PairRow, PairState,
} from '../backend/bindings';
import { useBackend } from '../backend/backend';
import type { ListState, PagedSource } from '../components/DataList';
import { usePrinted } from './files';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  Ending, Expertise, Judgement, JudgementStage, Meeting, MeetingRow, Mentor, MentorFilter, MentoringOverview, MentoringReport,
  MentorRow, MentorView, OrphanRow, PairRow, PairState, PairView, Period, Side,
} from '../backend/bindings';

const room = 'mentoring';

const pairStates: readonly string[] = ['running', 'silent', 'ended'] satisfies PairState[];
const mentorFilters: readonly string[] = ['active', 'inactive', 'lacking'] satisfies MentorFilter[];

/** What part of the pairs the address of the list asks for. */
export function pairQuery(state: ListState, mentor: string | null, range: { offset: number; limit: number }): PairQuery {
  const { state: shown = '', class: classId } = state.filters;
  return {
    text: state.q,
    state: pairStates.includes(shown) ? (shown as PairState) : null,
    class: classId ?? null,
    mentor,
    ...range,
  };
}

/** The pairs, or those of one mentor. */
export function usePairSource(state: ListState, mentor: string | null = null): PagedSource<PairRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'pairs', mentor, state.q, state.filters],
    load: (range) => backend.mentoring.pairs(pairQuery(state, mentor, range)),
  };
}

/** What part of the mentors the address of the list asks for. */
export function mentorQuery(state: ListState, range: { offset: number; limit: number }): MentorQuery {
  const { only = '' } = state.filters;
  return { text: state.q, only: mentorFilters.includes(only) ? (only as MentorFilter) : null, ...range };
}

export function useMentorSource(state: ListState): PagedSource<MentorRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'mentors', state.q, state.filters],
    load: (range) => backend.mentoring.mentors(mentorQuery(state, range)),
  };
}

export const useOverview = () => useAsk([room, 'overview'], (backend) => backend.mentoring.overview());

export const useOrphans = () => useAsk([room, 'orphans'], (backend) => backend.mentoring.orphans());

/** Classes that the pairs can be narrowed to, the latest first. */
export const usePairClasses = () =>
  useAsk(['classes', 'list', 'mentoring'], (backend) =>
    backend.classes.list({ text: '', year: null, state: null, offset: 0, limit: 200 }),
  );

export const useMentor = (id: string) => useAsk([room, 'mentor', id], (backend) => backend.mentoring.mentor(id));

/** Fields in use, offered while one is typed. */
export const useFieldNames = () => useAsk([room, 'fields'], (backend) => backend.mentoring.fieldNames());

export const useSaveMentor = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, mentor: Mentor) => backend.mentoring.saveMentor(mentor), { inForm: true, ...options });

export const useDeleteMentor = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<undefined, null>((backend) => backend.mentoring.deleteMentor(id), { inForm: true, ...options });

export const useMentorLeaves = (id: string, options?: MutationOptions<number>) =>
  useMutationWithUndo(
    (backend, input: { day: string; note: string }) => backend.mentoring.mentorLeaves(id, input.day, input.note),
    { inForm: true, ...options },
  );

export const usePair = (id: string) => useAsk([room, 'pair', id], (backend) => backend.mentoring.pair(id));

export const useSaveMeeting = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, meeting: Meeting) => backend.mentoring.saveMeeting(meeting), { inForm: true, ...options });

export const useDeleteMeeting = () =>
  useMutationWithUndo((backend, id: string) => backend.mentoring.deleteMeeting(id), { inForm: true });

export const useSaveJudgement = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, entry: JudgementEntry) => backend.mentoring.saveJudgement(entry), {
    inForm: true,
    ...options,
  });

export const useEndPair = (id: string) =>
  useMutationWithUndo(
    (backend, input: { ending: Ending; day: string; note: string }) =>
      backend.mentoring.endPair(id, input.ending, input.day, input.note),
    { inForm: true },
  );

export const useReopenPair = (id: string) =>
  useMutationWithUndo<undefined, null>((backend) => backend.mentoring.reopenPair(id));

export const useReport = (report: MentoringReport) => usePrinted(room, report, (backend) => backend.mentoring);
