/** What people need to learn: competencies, levels that posts need, gaps, the need list, proposals. */
import type { Competency, CompetencyRow } from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

/** The room. */
export interface NeedsBackend {
  competencies(): Promise<CompetencyRow[]>;
  saveCompetency(competency: Competency): Promise<Outcome<string>>;
  /** Refused for one that complaints are linked to. */
  deleteCompetency(id: string): Promise<Outcome<null>>;
}

export const needsBackend: NeedsBackend = {
  competencies: () => call(commands.needsCompetencies()),
  saveCompetency: (competency) => call(commands.needsSaveCompetency(competency)),
  deleteCompetency: (id) => call(commands.needsDeleteCompetency(id)),
};
