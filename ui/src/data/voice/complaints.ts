import { useMutation } from '@tanstack/react-query';
import type {
  Complaint, ComplaintKind, ComplaintQuery, ComplaintRow, ComplaintState, Reporter,
} from '../../backend/bindings';
import { useBackend } from '../../backend/backend';
import type { ListState, PagedSource } from '../../components/DataList';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type { Complaint, ComplaintRow, ComplaintState, ComplaintView, Reporter, Step } from '../../backend/bindings';

const room = 'voice';

/** From the first to the last; the last two end it. */
export const states: readonly ComplaintState[] = [
  'masuk', 'verifikasi', 'disposisi', 'tindak_lanjut', 'tanggapan', 'selesai', 'ditolak',
];

export const kinds: readonly ComplaintKind[] = ['pengaduan', 'aspirasi', 'informasi'];

/** What part of the complaints the address of the list asks for. */
export function complaintQuery(state: ListState, range: { offset: number; limit: number }): ComplaintQuery {
  const { state: shown, kind: asked, unit, competency, overdue } = state.filters;
  return {
    text: state.q,
    state: states.find((one) => one === shown) ?? null,
    unit: unit ?? null,
    kind: kinds.find((one) => one === asked) ?? null,
    competency: competency ?? null,
    overdue_only: overdue !== undefined,
    ...range,
  };
}

/** For papers and files, which hold every complaint that is asked for. */
export const whole = { offset: 0, limit: 0 };

export function useComplaintSource(state: ListState): PagedSource<ComplaintRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'complaints', state.q, state.filters],
    load: (range) => backend.voice.complaints(complaintQuery(state, range)),
  };
}

export const useComplaint = (id: string) => useAsk([room, 'complaint', id], (backend) => backend.voice.complaint(id));

/** Asks who complained. The answer is not kept: it is gone when the page is. */
export function useReporter(id: string, onShown: (reporter: Reporter) => void) {
  const backend = useBackend();
  return useMutation({ mutationFn: () => backend.voice.reporter(id), onSuccess: onShown, gcTime: 0 });
}

export const useSaveComplaint = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, complaint: Complaint) => backend.voice.saveComplaint(complaint), {
    inForm: true,
    ...options,
  });

export const useAddStep = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, step: { date: string; state: ComplaintState; note: string }) =>
      backend.voice.addStep(id, step.date, step.state, step.note),
    { inForm: true, ...options },
  );

export const useDeleteComplaint = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<undefined, null>((backend) => backend.voice.deleteComplaint(id), { inForm: true, ...options });

export const useSetCompetencies = (id: string) =>
  useMutationWithUndo((backend, competencies: string[]) => backend.voice.setCompetencies(id, competencies));
