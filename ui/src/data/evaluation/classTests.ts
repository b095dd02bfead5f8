import type { AnswerEdit, Stage } from '../../backend/bindings';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type { AnswerEdit, GainRow, GainView, ItemAnalysis, Stage, TestRow, TestView } from '../../backend/bindings';

const room = 'evaluation';

/** The test of a class before or after it; none where it has not been set up. */
export const useTest = (classId: string, stage: Stage) =>
  useAsk([room, 'test', classId, stage], (backend) => backend.evaluation.test(classId, stage));

/** Sets up a test, or changes its key; an empty key means that scores are typed. */
export const useSaveTest = (classId: string, stage: Stage, options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, key: string) => backend.evaluation.saveTest(classId, stage, key), {
    inForm: true,
    ...options,
  });

export const useDeleteTest = (classId: string, stage: Stage) =>
  useMutationWithUndo<undefined, null>((backend) => backend.evaluation.deleteTest(classId, stage), { inForm: true });

export const useSetAnswers = (classId: string, stage: Stage) =>
  useMutationWithUndo((backend, edits: AnswerEdit[]) => backend.evaluation.setAnswers(classId, stage, edits), {
    quiet: true,
    inForm: true,
  });

export const useGains = (classId: string) => useAsk([room, 'gains', classId], (backend) => backend.evaluation.gains(classId));
