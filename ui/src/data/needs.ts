import type {
  Competency, HeatQuery, NeedQuery, NeedsReport, Proposal, ProposalDecision, ProposalQuery, ProposalRow, ProposalStatus,
  Requirement, RequirementQuery, RequirementRow,
} from '../backend/bindings';
import { useBackend } from '../backend/backend';
import type { ListState, PagedSource } from '../components/DataList';
import { usePrinted } from './files';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type {
  Competency, CompetencyKind, CompetencyRow, Evidence, GapBand, GapRow, Grade, HeatBy, HeatCell, HeatColumn, HeatKey, HeatMap, HeatQuery,
  HeatRow, HistoryPoint, NeedList, NeedQuery, NeedsReport, NeedsRule, PersonGaps, Proposal, ProposalDecision, ProposalRow,
  ProposalStatus, ProposalView, RankedNeed, Requirement, RequirementRow, Source,
} from '../backend/bindings';

const room = 'needs';

export const useCompetencies = () => useAsk([room, 'competencies'], (backend) => backend.needs.competencies());

export const useSaveCompetency = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, competency: Competency) => backend.needs.saveCompetency(competency), {
    inForm: true,
    ...options,
  });

export const useDeleteCompetency = () =>
  useMutationWithUndo((backend, id: string) => backend.needs.deleteCompetency(id), { inForm: true });

/** What part of the requirements the address of the list asks for. */
export const requirementQuery = (state: ListState, range: { offset: number; limit: number }): RequirementQuery => ({
  text: state.q,
  competency: state.filters['competency'] ?? null,
  unit: state.filters['unit'] ?? null,
  ...range,
});

export function useRequirementSource(state: ListState): PagedSource<RequirementRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'requirements', state.q, state.filters],
    load: (range) => backend.needs.requirements(requirementQuery(state, range)),
  };
}

export const useSaveRequirement = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, requirement: Requirement) => backend.needs.saveRequirement(requirement), {
    inForm: true,
    ...options,
  });

export const useDeleteRequirement = () =>
  useMutationWithUndo((backend, id: string) => backend.needs.deleteRequirement(id), { inForm: true });

/** The gaps of a person change with people, evidence, classes and rules: asked again whenever they are shown. */
export const usePersonGaps = (person: string, day: string | null) =>
  useAsk([room, 'gaps', person, day], (backend) => backend.needs.personGaps(person, day), { keep: true });

export const useGapHistory = (person: string) =>
  useAsk([room, 'history', person], (backend) => backend.needs.history(person));

export const useHeatMap = (query: HeatQuery) =>
  useAsk([room, 'heat', query], (backend) => backend.needs.heatMap(query), { keep: true });

export const useNeedList = (query: NeedQuery) =>
  useAsk([room, 'list', query], (backend) => backend.needs.needList(query), { keep: true });

export const proposalStatuses: readonly ProposalStatus[] = ['received', 'verified', 'accepted', 'rejected'];

/** Every row, where a paper asks for all of a list. */
export const whole = { offset: 0, limit: 0 };

/** What part of the proposals the address of the list asks for. */
export function proposalQuery(state: ListState, range: { offset: number; limit: number }): ProposalQuery {
  const year = Number(state.filters['year']);
  return {
    text: state.q,
    status: proposalStatuses.find((status) => status === state.filters['status']) ?? null,
    year: Number.isInteger(year) && year > 0 ? year : null,
    unit: state.filters['unit'] ?? null,
    competency: state.filters['competency'] ?? null,
    ...range,
  };
}

export function useProposalSource(state: ListState): PagedSource<ProposalRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'proposals', state.q, state.filters],
    load: (range) => backend.needs.proposals(proposalQuery(state, range)),
  };
}

export const useProposalYears = () => useAsk([room, 'years'], (backend) => backend.needs.proposalYears());

export const useProposal = (id: string) => useAsk([room, 'proposal', id], (backend) => backend.needs.proposal(id));

export const useSaveProposal = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, proposal: Proposal) => backend.needs.saveProposal(proposal), { inForm: true, ...options });

export const useDecideProposal = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<ProposalDecision, null>((backend, decision) => backend.needs.decideProposal(id, decision), {
    inForm: true,
    ...options,
  });

export const useDeleteProposal = (id: string, options?: MutationOptions<null>) =>
  useMutationWithUndo<undefined, null>((backend) => backend.needs.deleteProposal(id), { inForm: true, ...options });

export const useNeedsReport = (report: NeedsReport) => usePrinted(room, report, (backend) => backend.needs);
