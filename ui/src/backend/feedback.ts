/** Participants' judgement and what is to become better, as the window asks for them. */
import type {
  FeedbackBy, FeedbackReport, Improvement, ImprovementQuery, ImprovementRow, NewRound, Page, RoundDraft, RoundQuery, RoundRow,
  RoundView, SheetAnswers, SpeakerRow, SubjectRow,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface FeedbackBackend {
  /** The rounds of a class. */
  rounds(classId: string): Promise<RoundRow[]>;
  roundsPage(query: RoundQuery): Promise<Page<RoundRow>>;
  /** What a new round of the class can ask, and about whom. */
  roundDraft(classId: string): Promise<RoundDraft>;
  openRound(round: NewRound): Promise<Outcome<string>>;
  /** Further codes for sheets that were spoilt or lost. */
  moreCodes(round: string, number: number): Promise<Outcome<null>>;
  /** Needs a reason once sheets have been typed. */
  deleteRound(id: string, reason: string): Promise<Outcome<null>>;
  round(id: string): Promise<RoundView>;
  /** Null for a code whose sheet has not been typed. */
  sheet(round: string, code: string): Promise<SheetAnswers | null>;
  /** A code that has been typed already is refused unless `again`. */
  saveSheet(round: string, code: string, answers: SheetAnswers, again: boolean): Promise<Outcome<null>>;
  deleteSheet(round: string, code: string): Promise<Outcome<null>>;
  feedbackReport(by: FeedbackBy): Promise<FeedbackReport>;
  speakers(): Promise<SpeakerRow[]>;
  subjects(): Promise<SubjectRow[]>;
  improvements(query: ImprovementQuery): Promise<Page<ImprovementRow>>;
  saveImprovement(improvement: Improvement): Promise<Outcome<string>>;
  deleteImprovement(id: string): Promise<Outcome<null>>;
  /** Drafts from the lowest three items of a class; how many were new. */
  proposeImprovements(classId: string): Promise<Outcome<number>>;
}

export const feedbackBackend: FeedbackBackend = {
  rounds: (classId) => call(commands.evaluationRounds(classId)),
  roundsPage: (query) => call(commands.evaluationRoundsPage(query)),
  roundDraft: (classId) => call(commands.evaluationRoundDraft(classId)),
  openRound: (round) => call(commands.evaluationOpenRound(round)),
  moreCodes: (round, number) => call(commands.evaluationMoreCodes(round, number)),
  deleteRound: (id, reason) => call(commands.evaluationDeleteRound(id, reason)),
  round: (id) => call(commands.evaluationRound(id)),
  sheet: (round, code) => call(commands.evaluationSheet(round, code)),
  saveSheet: (round, code, answers, again) => call(commands.evaluationSaveSheet(round, code, answers, again)),
  deleteSheet: (round, code) => call(commands.evaluationDeleteSheet(round, code)),
  feedbackReport: (by) => call(commands.evaluationFeedbackReport(by)),
  speakers: () => call(commands.evaluationFeedbackPeople()),
  subjects: () => call(commands.evaluationFeedbackSubjects()),
  improvements: (query) => call(commands.evaluationImprovements(query)),
  saveImprovement: (improvement) => call(commands.evaluationSaveImprovement(improvement)),
  deleteImprovement: (id) => call(commands.evaluationDeleteImprovement(id)),
  proposeImprovements: (classId) => call(commands.evaluationProposeImprovements(classId)),
};
