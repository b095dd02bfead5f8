/** Follow-ups, programmes with their four levels, costs, service figures, as the window asks for them. */
import type {
  ClassCost, FollowUpDraft, FollowUpEntry, FollowUpPlan, FollowUpQuery, FollowUpResult, FollowUpRow, FollowUpView, Impact, ImpactOf,
  Page, ProgrammeLine, ProgrammePage, RespondentRole, SheetAnswers,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface FollowUpsBackend {
  followups(query: FollowUpQuery): Promise<Page<FollowUpRow>>;
  /** What closing the class would plan. */
  followupDraft(classId: string): Promise<FollowUpDraft[]>;
  followup(id: string): Promise<FollowUpView>;
  saveFollowup(plan: FollowUpPlan): Promise<Outcome<string>>;
  /** Needs a reason once sheets have been typed. */
  deleteFollowup(id: string, reason: string): Promise<Outcome<null>>;
  /** Null where nobody has typed it. */
  followupSheet(id: string, enrolment: string, role: RespondentRole): Promise<SheetAnswers | null>;
  saveFollowupSheet(entry: FollowUpEntry): Promise<Outcome<null>>;
  deleteFollowupSheet(id: string, enrolment: string, role: RespondentRole): Promise<Outcome<null>>;
  followupResult(id: string): Promise<FollowUpResult>;
  /** Of every follow-up of a class. */
  followupResults(classId: string): Promise<FollowUpResult[]>;
  programmes(): Promise<ProgrammeLine[]>;
  programme(id: string): Promise<ProgrammePage>;
  classCost(classId: string): Promise<ClassCost>;
  /** The amount as typed; empty takes it away. */
  saveClassCost(classId: string, amount: string, note: string): Promise<Outcome<null>>;
  impact(of: ImpactOf, months: number): Promise<Impact>;
}

export const followUpsBackend: FollowUpsBackend = {
  followups: (query) => call(commands.evaluationFollowups(query)),
  followupDraft: (classId) => call(commands.evaluationFollowupDraft(classId)),
  followup: (id) => call(commands.evaluationFollowup(id)),
  saveFollowup: (plan) => call(commands.evaluationSaveFollowup(plan)),
  deleteFollowup: (id, reason) => call(commands.evaluationDeleteFollowup(id, reason)),
  followupSheet: (id, enrolment, role) => call(commands.evaluationFollowupSheet(id, enrolment, role)),
  saveFollowupSheet: (entry) => call(commands.evaluationSaveFollowupSheet(entry)),
  deleteFollowupSheet: (id, enrolment, role) => call(commands.evaluationDeleteFollowupSheet(id, enrolment, role)),
  followupResult: (id) => call(commands.evaluationFollowupResult(id)),
  followupResults: (classId) => call(commands.evaluationFollowupResults(classId)),
  programmes: () => call(commands.evaluationProgrammes()),
  programme: (id) => call(commands.evaluationProgramme(id)),
  classCost: (classId) => call(commands.evaluationClassCost(classId)),
  saveClassCost: (classId, amount, note) => call(commands.evaluationSaveClassCost(classId, amount, note)),
  impact: (of, months) => call(commands.evaluationImpact(of, months)),
};
