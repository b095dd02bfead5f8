/** The annual plan: versions, candidates, the choice, realisation. */
import { Channel } from '@tauri-apps/api/core';
import type {
  Ceiling, ChoiceExplanation, ChoiceProgress, Chosen, ClassPlan, Comparison, CostLine, ItemChange, ItemView, NewItem, NewPlan,
  PlanGroup, PlanItem, PlanPaper, PlanRow, PlanView, ProposalRow, ReadFile, RealisationEntry, RealisationView, ServedPerson,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

type Tell = (progress: ChoiceProgress) => void;

export interface PlanBackend {
  plans(): Promise<PlanRow[]>;
  plan(id: string): Promise<PlanView>;
  create(plan: NewPlan): Promise<Outcome<string>>;
  revise(id: string, reason: string): Promise<Outcome<string>>;
  save(id: string, name: string, jpLimit: number | null): Promise<Outcome<null>>;
  remove(id: string): Promise<Outcome<null>>;
  approve(id: string, date: string, note: string): Promise<Outcome<null>>;
  saveCeilings(id: string, ceilings: Ceiling[]): Promise<Outcome<null>>;
  /** Ceilings of a file that the person chooses; null when cancelled. Nothing is stored. */
  readCeilings(): Promise<ReadFile<Ceiling> | null>;
  saveGroups(id: string, groups: PlanGroup[]): Promise<Outcome<null>>;
  /** Chooses anew within so many seconds; what is demanded, banned or locked stays. */
  choose(id: string, seconds: number, tell: Tell): Promise<Outcome<Chosen>>;
  /** What is behind the present choice. Nothing is stored. */
  explain(id: string, seconds: number, tell: Tell): Promise<ChoiceExplanation>;
  /** Ends a running search; the best that was found by then counts. */
  stop(): Promise<null>;
  compare(one: string, other: string): Promise<Comparison>;
  paperPdf(paper: PlanPaper): Promise<Uint8Array>;
  /** Asks where to; the path, or null when cancelled there. */
  savePaper(paper: PlanPaper): Promise<string | null>;
  saveWorkbook(id: string): Promise<string | null>;

  /** What units have asked for and the office has accepted for a year. */
  acceptedProposals(year: number): Promise<ProposalRow[]>;
  addItem(plan: string, item: NewItem): Promise<Outcome<string>>;
  item(id: string): Promise<ItemView>;
  saveItem(item: PlanItem): Promise<Outcome<null>>;
  setItem(id: string, change: ItemChange): Promise<Outcome<null>>;
  removeItem(id: string): Promise<Outcome<null>>;
  suggestPeople(id: string, unit: string | null): Promise<ServedPerson[]>;
  saveItemPeople(id: string, people: string[]): Promise<Outcome<null>>;
  saveItemCosts(id: string, costs: CostLine[]): Promise<Outcome<null>>;

  realisation(id: string): Promise<RealisationView>;
  saveEntry(plan: string, entry: RealisationEntry): Promise<Outcome<string>>;
  removeEntry(id: string): Promise<Outcome<null>>;
  classPlan(classId: string): Promise<ClassPlan>;
  setClassPlan(classId: string, item: string | null): Promise<Outcome<null>>;
}

export const planBackend: PlanBackend = {
  plans: () => call(commands.planningPlans()),
  plan: (id) => call(commands.planningPlan(id)),
  create: (plan) => call(commands.planningCreatePlan(plan)),
  revise: (id, reason) => call(commands.planningRevisePlan(id, reason)),
  save: (id, name, jpLimit) => call(commands.planningSavePlan(id, name, jpLimit)),
  remove: (id) => call(commands.planningDeletePlan(id)),
  approve: (id, date, note) => call(commands.planningApprovePlan(id, date, note)),
  saveCeilings: (id, ceilings) => call(commands.planningSaveCeilings(id, ceilings)),
  readCeilings: () => call(commands.planningReadCeilings()),
  saveGroups: (id, groups) => call(commands.planningSaveGroups(id, groups)),
  choose: (id, seconds, tell) => call(commands.planningChoose(id, seconds, new Channel<ChoiceProgress>(tell))),
  explain: (id, seconds, tell) => call(commands.planningExplain(id, seconds, new Channel<ChoiceProgress>(tell))),
  stop: () => call(commands.planningStopChoice()),
  compare: (one, other) => call(commands.planningCompare(one, other)),
  paperPdf: async (paper) => new Uint8Array(await call(commands.planningPlanPdf(paper))),
  savePaper: (paper) => call(commands.planningSavePlanPaper(paper)),
  saveWorkbook: (id) => call(commands.planningSavePlanWorkbook(id)),

  acceptedProposals: async (year) => {
    const query = { text: '', status: 'accepted' as const, year, unit: null, competency: null, offset: 0, limit: 500 };
    return (await call(commands.needsProposals(query))).rows;
  },
  addItem: (plan, item) => call(commands.planningAddItem(plan, item)),
  item: (id) => call(commands.planningItem(id)),
  saveItem: (item) => call(commands.planningSaveItem(item)),
  setItem: (id, change) => call(commands.planningSetItem(id, change)),
  removeItem: (id) => call(commands.planningDeleteItem(id)),
  suggestPeople: (id, unit) => call(commands.planningSuggestPeople(id, unit)),
  saveItemPeople: (id, people) => call(commands.planningSaveItemPeople(id, people)),
  saveItemCosts: (id, costs) => call(commands.planningSaveItemCosts(id, costs)),

  realisation: (id) => call(commands.planningRealisation(id)),
  saveEntry: (plan, entry) => call(commands.planningSaveEntry(plan, entry)),
  removeEntry: (id) => call(commands.planningDeleteEntry(id)),
  classPlan: (classId) => call(commands.planningClassPlan(classId)),
  setClassPlan: (classId, item) => call(commands.planningSetClassPlan(classId, item)),
};
