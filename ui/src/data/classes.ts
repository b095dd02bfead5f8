import type { Class, ClassCopy, ClassState, FollowUpDraft, MarkEdit, Programme, Role, Session } from '../backend/bindings';
import type { ListState } from '../components/DataList';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  AttendanceGrid, Attended, BookCheck, Class, ClassRow, ClassState, ClassView, ComponentGroup, EnrolmentRow, Mark, MarkEdit,
  NipList, PersonRow, Programme, ProgrammeRow, ResultRow, ResultTable, Role, Scheme, ScoreGrid, Session, Subject,
} from '../backend/bindings';

const room = 'classes';

export const useProgrammes = (includeInactive: boolean) =>
  useAsk([room, 'programmes', includeInactive], (backend) => backend.classes.programmes(includeInactive));

export const useProgramme = (id: string | null) =>
  useAsk([room, 'programme', id], (backend) => backend.classes.programme(id ?? ''), { enabled: id !== null });

export const useForms = () => useAsk([room, 'forms'], (backend) => backend.classes.forms());

export const useSaveProgramme = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, programme: Programme) => backend.classes.saveProgramme(programme), {
    inForm: true,
    ...options,
  });

export const useDeleteProgramme = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.classes.deleteProgramme(id), options);

export const useClassYears = () => useAsk([room, 'years'], (backend) => backend.classes.years());

export const classListKey = (state: ListState) => [room, 'list', state.q, state.filters] as const;

export function classQuery(state: ListState, range: { offset: number; limit: number }) {
  const year = Number(state.filters['year']);
  return {
    text: state.q,
    year: Number.isInteger(year) && year > 0 ? year : null,
    state: (state.filters['state'] ?? null) as ClassState | null,
    ...range,
  };
}

export const useClassView = (id: string) => useAsk([room, 'view', id], (backend) => backend.classes.get(id));

export const useClassDraft = (programme: string | null) =>
  useAsk([room, 'draft', programme], (backend) => backend.classes.draft(programme ?? ''), { enabled: programme !== null });

export const useSaveClass = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, value: Class) => backend.classes.save(value), { inForm: true, ...options });

export const useCopyClass = (id: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, how: ClassCopy) => backend.classes.copy(id, how), { inForm: true, ...options });

export const useDeleteClass = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<undefined, null>((backend) => backend.classes.remove(id), options);

export const useEnrolments = (id: string) => useAsk([room, 'enrolments', id], (backend) => backend.classes.enrolments(id));

export const useEnrol = (id: string, options?: MutationOptions<{ added: number; already: number }>) =>
  useMutationWithUndo(
    (backend, input: { people: string[]; role: Role }) => backend.classes.enrol(id, input.people, input.role),
    options,
  );

export const useSetRole = () =>
  useMutationWithUndo((backend, input: { enrolment: string; role: Role }) =>
    backend.classes.setRole(input.enrolment, input.role),
  );

export const useWithdraw = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { enrolment: string; reason: string }) => backend.classes.withdraw(input.enrolment, input.reason),
    options,
  );

export const useRemoveEnrolments = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, ids: string[]) => backend.classes.removeEnrolments(ids), options);

/** Two letters are enough to look for somebody. */
export const useFoundPeople = (text: string) =>
  useAsk(['people', 'find', text], (backend) => backend.classes.findPeople(text), {
    enabled: text.length >= 2,
    keep: true,
  });

export const useSignatories = () => useAsk(['office', 'signatories', 'pick'], (backend) => backend.classes.signatories());

export const useSessions = (id: string) => useAsk([room, 'sessions', id], (backend) => backend.classes.sessions(id));

export const useSaveSessions = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, sessions: Session[]) => backend.classes.saveSessions(id, sessions), options);

export const useAttendance = (id: string) => useAsk([room, 'attendance', id], (backend) => backend.classes.attendance(id));

export const useSetMarks = (id: string, quiet: boolean) =>
  useMutationWithUndo((backend, edits: MarkEdit[]) => backend.classes.setMarks(id, edits), { quiet, inForm: quiet });

export const useCloseClass = (id: string) =>
  useMutationWithUndo((backend, plan: FollowUpDraft[]) => backend.classes.close(id, plan), { inForm: true });

export const useReopenClass = (id: string) =>
  useMutationWithUndo((backend, reason: string) => backend.classes.reopen(id, reason), { inForm: true });

export const useRecap = (id: string) => useAsk([room, 'recap', id], (backend) => backend.classes.recapPdf(id));

export const useCommitBook = (options?: MutationOptions<{ class: string; participants: number; created: number }>) =>
  useMutationWithUndo(
    (backend, input: { token: number; createPeople: boolean }) =>
      backend.classes.commitBook(input.token, input.createPeople),
    options,
  );
