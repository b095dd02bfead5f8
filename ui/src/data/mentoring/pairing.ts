import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';
import type { Approved, EditProblem, Mentee, MentoringSettings, Need, PlaceEdit } from '../../backend/bindings';

export type {
  Approved, Board, BoardMentee, BoardMentor, BoardPlace, Criterion, EditProblem, Explanation, HardRules, Lack, Mentee,
  MenteeRow, MentorOption, MentoringSettings, MoveRow, NamedPerson, Need, PlaceEdit, Preview, Side, Versus, Weights,
  WhatIf, Wish,
} from '../../backend/bindings';

const room = 'mentoring';

export const useBoard = (classId: string) => useAsk([room, 'board', classId], (backend) => backend.mentoring.board(classId));

export const useSaveSettings = (classId: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, settings: MentoringSettings) => backend.mentoring.saveSettings(classId, settings),
    { inForm: true, ...options },
  );

/** The last answer stays while the next is counted, so that the figures do not flicker. */
export const usePreview = (classId: string, settings: MentoringSettings | null) =>
  useAsk(
    [room, 'preview', classId, settings],
    (backend) => {
      if (settings === null) throw new Error('nothing to preview');
      return backend.mentoring.preview(classId, settings);
    },
    { enabled: settings !== null, keep: true },
  );

export const useRun = (classId: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, settings: MentoringSettings) => backend.mentoring.run(classId, settings), options);

export const useSetPlaces = (classId: string, options?: MutationOptions<EditProblem[]>) =>
  useMutationWithUndo((backend, edits: PlaceEdit[]) => backend.mentoring.setPlaces(classId, edits), {
    inForm: true,
    ...options,
  });

export const useProposeOrphans = (classId: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, moveOthers: boolean) => backend.mentoring.proposeOrphans(classId, moveOthers), options);

export const useExplain = (classId: string, enrolment: string | null) =>
  useAsk(
    [room, 'explain', classId, enrolment],
    (backend) => backend.mentoring.explain(classId, enrolment ?? ''),
    { enabled: enrolment !== null },
  );

export const useWhatIf = (classId: string, enrolment: string, mentor: string | null, enabled: boolean) =>
  useAsk(
    [room, 'whatIf', classId, enrolment, mentor],
    (backend) => backend.mentoring.whatIf(classId, enrolment, mentor),
    { enabled },
  );

export const useApprove = (classId: string, options?: MutationOptions<Approved>) =>
  useMutationWithUndo((backend, day: string) => backend.mentoring.approve(classId, day), { inForm: true, ...options });

export const useMentees = (classId: string) =>
  useAsk([room, 'mentees', classId], (backend) => backend.mentoring.mentees(classId));

export const useSaveMentee = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, mentee: Mentee) => backend.mentoring.saveMentee(mentee), { inForm: true, ...options });

export const useFillSuperiors = (classId: string) =>
  useMutationWithUndo<undefined, number>((backend) => backend.mentoring.fillSuperiors(classId));

export const useSetNeeds = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { enrolments: string[]; needs: Need[] }) => backend.mentoring.setNeeds(input.enrolments, input.needs),
    { inForm: true, ...options },
  );
