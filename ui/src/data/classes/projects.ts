import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useBackend } from '../../backend/backend';
import type { ProgressEdit, ProjectDraft, ProjectReport, SeminarEntry } from '../../backend/bindings';
import type { Outcome } from '../../backend/types';
import { useToast } from '../../frame/Toasts';
import { usePrinted } from '../files';
import { refusalText, useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  EvidenceRow, MilestoneDraft, MilestoneRow, ProjectChoice, ProjectDraft, ProjectForm, ProjectKind, ProjectList,
  ProjectReport, ProjectRow, ProjectView, Risk, SeminarEntry, SeminarRow, TeamMember,
} from '../../backend/bindings';

const room = 'classes';

/** The project in the address of a page; empty where a new one is made. */
export function useAddressProject(): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params['project'] ?? '';
}

export const useProjects = (classId: string) =>
  useAsk([room, 'projects', classId], (backend) => backend.projects.list(classId));

export const useProject = (id: string) => useAsk([room, 'project', id], (backend) => backend.projects.get(id));

/** What the form begins with, asked anew each time it is opened: it must not bring back what was noted meanwhile. */
export function useProjectForm(classId: string, id: string | null) {
  const backend = useBackend();
  return useQuery({
    queryKey: [room, 'project-form', classId, id],
    queryFn: () => backend.projects.form(classId, id),
    gcTime: 0,
  });
}

export const useSaveProject = (classId: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, draft: ProjectDraft) => backend.projects.save(classId, draft), {
    inForm: true,
    ...options,
  });

export const useDeleteProject = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.projects.remove(id), options);

export const useSetProgress = (id: string) =>
  useMutationWithUndo((backend, edit: ProgressEdit) => backend.projects.setProgress(id, [edit]), { inForm: true });

export const useSetActual = (id: string) =>
  useMutationWithUndo((backend, text: string) => backend.projects.setActual(id, text), { inForm: true });

export const useSaveSeminar = (id: string, options?: MutationOptions<number>) =>
  useMutationWithUndo((backend, entry: SeminarEntry) => backend.projects.saveSeminar(id, entry), {
    inForm: true,
    ...options,
  });

const cancelled: Outcome<null> = { value: null, changes: { operation: null, description: '', rooms: [] } };

export const useAddEvidence = (id: string) =>
  useMutationWithUndo<string | null, string | null>(
    async (backend, milestone) => (await backend.projects.addEvidence(id, milestone)) ?? cancelled,
  );

export const useRemoveEvidence = () =>
  useMutationWithUndo((backend, id: string) => backend.projects.removeEvidence(id));

/** Opens a copy of evidence with the program that the system has for it. */
export function useOpenEvidence(): (id: string) => void {
  const backend = useBackend();
  const { show } = useToast();
  return useCallback(
    (id) =>
      void backend.projects
        .openEvidence(id)
        .catch((error: unknown) => show({ message: refusalText(error), tone: 'bad' })),
    [backend, show],
  );
}

export const useProjectReport = (report: ProjectReport) => usePrinted(room, report, (backend) => backend.projects);
