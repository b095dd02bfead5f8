/** Sources of evidence on what people need to learn, as the window asks for them. */
import type {
  Coaching, CoachingQuery, CoachingRow, FindingEntry, GroupFinding, Inquiry, InquiryKind, InquiryPeopleQuery, InquiryPerson,
  InquiryQuery, InquiryRow, InquirySheet, InquiryView, LevelEdit, LevelRefusal, Page, QuestionGroup, ReadinessResult,
  SheetAnswers, SourceReport, SurveyTemplate,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface InquiriesBackend {
  inquiries(query: InquiryQuery): Promise<Page<InquiryRow>>;
  inquiryYears(): Promise<number[]>;
  /** A new one of a kind: of today, with the weight of the rule. */
  inquiryDraft(kind: InquiryKind): Promise<Inquiry>;
  inquiry(id: string): Promise<InquiryView>;
  inquiryPeople(id: string, query: InquiryPeopleQuery): Promise<Page<InquiryPerson>>;
  saveInquiry(inquiry: Inquiry): Promise<Outcome<string>>;
  /** Needs a reason once something has been typed. */
  deleteInquiry(id: string, reason: string): Promise<Outcome<null>>;
  /** Once sheets are there only wording may change. */
  saveForm(id: string, groups: QuestionGroup[]): Promise<Outcome<null>>;
  surveyTemplates(): Promise<SurveyTemplate[]>;
  /** Null while nobody has typed it. */
  sheet(id: string, person: string): Promise<SheetAnswers | null>;
  saveSheet(sheet: InquirySheet): Promise<Outcome<null>>;
  deleteSheet(id: string, person: string): Promise<Outcome<null>>;
  setFindings(id: string, edits: LevelEdit[]): Promise<Outcome<LevelRefusal[]>>;
  savePersonFindings(id: string, person: string, entries: FindingEntry[]): Promise<Outcome<null>>;
  saveGroupFindings(id: string, lines: GroupFinding[]): Promise<Outcome<null>>;
  readinessResult(id: string): Promise<ReadinessResult>;
  coachings(query: CoachingQuery): Promise<Page<CoachingRow>>;
  saveCoaching(coaching: Coaching): Promise<Outcome<string>>;
  /** Decides what the rule proposes for everybody who is low and undecided. */
  proposeCoachings(id: string, due: string | null): Promise<Outcome<number>>;
  deleteCoaching(id: string): Promise<Outcome<null>>;
  sourceReportPdf(report: SourceReport): Promise<Uint8Array>;
  /** Asks where; null when cancelled. */
  saveSourceReport(report: SourceReport): Promise<string | null>;
}

export const inquiriesBackend: InquiriesBackend = {
  inquiries: (query) => call(commands.needsInquiries(query)),
  inquiryYears: () => call(commands.needsInquiryYears()),
  inquiryDraft: (kind) => call(commands.needsInquiryDraft(kind)),
  inquiry: (id) => call(commands.needsInquiry(id)),
  inquiryPeople: (id, query) => call(commands.needsInquiryPeople(id, query)),
  saveInquiry: (inquiry) => call(commands.needsSaveInquiry(inquiry)),
  deleteInquiry: (id, reason) => call(commands.needsDeleteInquiry(id, reason)),
  saveForm: (id, groups) => call(commands.needsSaveForm(id, groups)),
  surveyTemplates: () => call(commands.needsSurveyTemplates()),
  sheet: (id, person) => call(commands.needsSheet(id, person)),
  saveSheet: (sheet) => call(commands.needsSaveSheet(sheet)),
  deleteSheet: (id, person) => call(commands.needsDeleteSheet(id, person)),
  setFindings: (id, edits) => call(commands.needsSetFindings(id, edits)),
  savePersonFindings: (id, person, entries) => call(commands.needsSavePersonFindings(id, person, entries)),
  saveGroupFindings: (id, lines) => call(commands.needsSaveGroupFindings(id, lines)),
  readinessResult: (id) => call(commands.needsReadinessResult(id)),
  coachings: (query) => call(commands.needsCoachings(query)),
  saveCoaching: (coaching) => call(commands.needsSaveCoaching(coaching)),
  proposeCoachings: (id, due) => call(commands.needsProposeCoachings(id, due)),
  deleteCoaching: (id) => call(commands.needsDeleteCoaching(id)),
  sourceReportPdf: async (report) => new Uint8Array(await call(commands.needsSourceReportPdf(report))),
  saveSourceReport: (report) => call(commands.needsSaveSourceReport(report)),
};
