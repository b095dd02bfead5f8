import { createContext, useContext, type ReactNode } from 'react';
import type { CareerBackend } from './career';
import type { CatalogueBackend } from './catalogue';
import type { CertificatesBackend } from './certificates';
import type { ClassesBackend } from './classes';
import type { EvaluationBackend } from './evaluation';
import type { HomeBackend } from './home';
import type { MentoringBackend } from './mentoring';
import type { OfficeBackend } from './office';
import type { PeopleBackend } from './people';
import type { ProjectsBackend } from './projects';
import type { SafetyBackend } from './safety';
import type { PlanBackend } from './plan';
import type { ScheduleBackend } from './schedule';
import type { NeedsBackend } from './needs';
import type { VoiceBackend } from './voice';
import type { CellRefusal, Changes, Code, FieldRefusal, Refusal } from './types';

/** What a generated command answers. */
export type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Refusal };

/** A refusal of the core, as an exception: the code for the screen to branch on, the rest to show. */
export class RefusalError extends Error {
  readonly code: Code;
  readonly fields: readonly FieldRefusal[];
  readonly cells: readonly CellRefusal[];

  constructor(refusal: Pick<Refusal, 'code' | 'message'> & Partial<Refusal>) {
    super(refusal.message);
    this.name = 'RefusalError';
    this.code = refusal.code;
    this.fields = refusal.fields ?? [];
    this.cells = refusal.cells ?? [];
  }
}

/** Unwraps the answer of a command, or throws its refusal. */
export async function call<T>(answer: Promise<Answer<T>>): Promise<T> {
  const result = await answer;
  if (result.status === 'ok') return result.data;
  throw new RefusalError(result.error);
}

/** One person, class or other thing found by the search of everything. */
export interface SearchHit {
  id: string;
  title: string;
  detail: string;
  /** Address inside the window, such as `/people/0190…`. */
  to: string;
}

/** Everything the window asks of the core. The real one is made of the generated commands; tests pass a fake. */
export interface Backend {
  frame: {
    /** Takes back one operation, or the last one when none is named; says what it took back. */
    undo(operation: string | null): Promise<Changes>;
    search(text: string): Promise<SearchHit[]>;
  };
  home: HomeBackend;
  people: PeopleBackend;
  office: OfficeBackend;
  safety: SafetyBackend;
  classes: ClassesBackend;
  projects: ProjectsBackend;
  mentoring: MentoringBackend;
  evaluation: EvaluationBackend;
  certificates: CertificatesBackend;
  career: CareerBackend;
  voice: VoiceBackend;
  schedule: ScheduleBackend;
  plan: PlanBackend;
  needs: NeedsBackend;
  catalogue: CatalogueBackend;
}

const BackendContext = createContext<Backend | null>(null);

export function BackendProvider({ backend, children }: { backend: Backend; children: ReactNode }) {
  return <BackendContext.Provider value={backend}>{children}</BackendContext.Provider>;
}

export function useBackend(): Backend {
  const backend = useContext(BackendContext);
  if (!backend) throw new Error('BackendProvider is missing above this component');
  return backend;
}
