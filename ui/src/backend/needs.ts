/** What people need to learn: competencies, levels that posts need, gaps, the need list, proposals. */
import type {
  Competency, CompetencyRow, HeatMap, HeatQuery, HistoryPoint, NeedList, NeedQuery, NeedsReport, Page, PersonGaps, Proposal,
  ProposalDecision, ProposalQuery, ProposalRow, ProposalView, Requirement, RequirementQuery, RequirementRow,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import { inquiriesBackend, type InquiriesBackend } from './inquiries';
import type { Outcome } from './types';

/** The room. */
export interface NeedsBackend extends InquiriesBackend {
  competencies(): Promise<CompetencyRow[]>;
  saveCompetency(competency: Competency): Promise<Outcome<string>>;
  /** Refused for one of which something speaks. */
  deleteCompetency(id: string): Promise<Outcome<null>>;
  requirements(query: RequirementQuery): Promise<Page<RequirementRow>>;
  saveRequirement(requirement: Requirement): Promise<Outcome<string>>;
  deleteRequirement(id: string): Promise<Outcome<null>>;
  personGaps(person: string, day: string | null): Promise<PersonGaps>;
  history(person: string): Promise<HistoryPoint[]>;
  heatMap(query: HeatQuery): Promise<HeatMap>;
  needList(query: NeedQuery): Promise<NeedList>;
  proposals(query: ProposalQuery): Promise<Page<ProposalRow>>;
  proposalYears(): Promise<number[]>;
  proposal(id: string): Promise<ProposalView>;
  saveProposal(proposal: Proposal): Promise<Outcome<string>>;
  decideProposal(id: string, decision: ProposalDecision): Promise<Outcome<null>>;
  deleteProposal(id: string): Promise<Outcome<null>>;
  reportPdf(report: NeedsReport): Promise<Uint8Array>;
  /** Asks where; null when cancelled. */
  saveReport(report: NeedsReport): Promise<string | null>;
  saveWorkbook(report: NeedsReport): Promise<string | null>;
}

export const needsBackend: NeedsBackend = {
  ...inquiriesBackend,
  competencies: () => call(commands.needsCompetencies()),
  saveCompetency: (competency) => call(commands.needsSaveCompetency(competency)),
  deleteCompetency: (id) => call(commands.needsDeleteCompetency(id)),
  requirements: (query) => call(commands.needsRequirements(query)),
  saveRequirement: (requirement) => call(commands.needsSaveRequirement(requirement)),
  deleteRequirement: (id) => call(commands.needsDeleteRequirement(id)),
  personGaps: (person, day) => call(commands.needsPersonGaps(person, day)),
  history: (person) => call(commands.needsHistory(person)),
  heatMap: (query) => call(commands.needsHeatMap(query)),
  needList: (query) => call(commands.needsNeedList(query)),
  proposals: (query) => call(commands.needsProposals(query)),
  proposalYears: () => call(commands.needsProposalYears()),
  proposal: (id) => call(commands.needsProposal(id)),
  saveProposal: (proposal) => call(commands.needsSaveProposal(proposal)),
  decideProposal: (id, decision) => call(commands.needsDecideProposal(id, decision)),
  deleteProposal: (id) => call(commands.needsDeleteProposal(id)),
  reportPdf: async (report) => new Uint8Array(await call(commands.needsReportPdf(report))),
  saveReport: (report) => call(commands.needsSaveReport(report)),
  saveWorkbook: (report) => call(commands.needsSaveWorkbook(report)),
};
