/** The public: services, satisfaction (SKM), complaints. */
import type {
  AnswerQuery, Complaint, ComplaintQuery, ComplaintRow, ComplaintState, ComplaintView, Page, Reporter,
  Service, ServiceRow, SkmAnswer, Survey, SurveyQuery, SurveyRow, SurveyView, VoiceReport, Yearly,
} from './bindings';
import { call, type SearchHit } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

/** Services and surveys. */
export interface SurveysBackend {
  services(): Promise<ServiceRow[]>;
  saveService(service: Service): Promise<Outcome<string>>;
  /** Refused for one that answers or complaints name. */
  deleteService(id: string): Promise<Outcome<null>>;
  surveys(query: SurveyQuery): Promise<Page<SurveyRow>>;
  survey(id: string): Promise<SurveyView>;
  saveSurvey(survey: Survey): Promise<Outcome<string>>;
  deleteSurvey(id: string): Promise<Outcome<null>>;
  answers(survey: string, query: AnswerQuery): Promise<Page<SkmAnswer>>;
  /** The sheet of a number; null while it is not typed. */
  answer(survey: string, number: number): Promise<SkmAnswer | null>;
  /** A number that is there already is refused unless `again`. */
  saveAnswer(survey: string, answer: SkmAnswer, again: boolean): Promise<Outcome<null>>;
  deleteAnswer(survey: string, number: number): Promise<Outcome<null>>;
  /** Asks where to; the path, or null when cancelled there. */
  exportAnswers(survey: string): Promise<string | null>;
  /** Without a unit, of the whole office. */
  yearly(unit: string | null): Promise<Yearly>;
}

const surveys: SurveysBackend = {
  services: () => call(commands.voiceServices()),
  saveService: (service) => call(commands.voiceSaveService(service)),
  deleteService: (id) => call(commands.voiceDeleteService(id)),
  surveys: (query) => call(commands.voiceSurveys(query)),
  survey: (id) => call(commands.voiceSurvey(id)),
  saveSurvey: (survey) => call(commands.voiceSaveSurvey(survey)),
  deleteSurvey: (id) => call(commands.voiceDeleteSurvey(id)),
  answers: (survey, query) => call(commands.voiceAnswers(survey, query)),
  answer: (survey, number) => call(commands.voiceAnswer(survey, number)),
  saveAnswer: (survey, answer, again) => call(commands.voiceSaveAnswer(survey, answer, again)),
  deleteAnswer: (survey, number) => call(commands.voiceDeleteAnswer(survey, number)),
  exportAnswers: (survey) => call(commands.voiceExportAnswers(survey)),
  yearly: (unit) => call(commands.voiceYearly(unit)),
};

/** Complaints, and the papers of the room. */
export interface ComplaintsBackend {
  complaints(query: ComplaintQuery): Promise<Page<ComplaintRow>>;
  /** Who complained is left out where that is protected. */
  complaint(id: string): Promise<ComplaintView>;
  /** The one way to who complained where that is protected. */
  reporter(id: string): Promise<Reporter>;
  saveComplaint(complaint: Complaint): Promise<Outcome<string>>;
  addStep(id: string, date: string, state: ComplaintState, note: string): Promise<Outcome<null>>;
  deleteComplaint(id: string): Promise<Outcome<null>>;
  setCompetencies(id: string, competencies: string[]): Promise<Outcome<null>>;
  /** As a workbook, without who complained; asks where to. */
  exportComplaints(query: ComplaintQuery): Promise<string | null>;
  reportPdf(report: VoiceReport): Promise<Uint8Array>;
  /** Asks where to; the path, or null when cancelled there. */
  saveReport(report: VoiceReport): Promise<string | null>;
}

const complaints: ComplaintsBackend = {
  complaints: (query) => call(commands.voiceComplaints(query)),
  complaint: (id) => call(commands.voiceComplaint(id)),
  reporter: (id) => call(commands.voiceReporter(id)),
  saveComplaint: (complaint) => call(commands.voiceSaveComplaint(complaint)),
  addStep: (id, date, state, note) => call(commands.voiceAddStep(id, date, state, note)),
  deleteComplaint: (id) => call(commands.voiceDeleteComplaint(id)),
  setCompetencies: (id, competencies) => call(commands.voiceSetCompetencies(id, competencies)),
  exportComplaints: (query) => call(commands.voiceExportComplaints(query)),
  reportPdf: async (report) => new Uint8Array(await call(commands.voiceReportPdf(report))),
  saveReport: (report) => call(commands.voiceSaveReport(report)),
};

export type VoiceBackend = SurveysBackend & ComplaintsBackend;

export const voiceBackend: VoiceBackend = { ...surveys, ...complaints };

/** The first complaints for the search of everything; nobody is found by the name of who complained. */
export async function findComplaints(text: string): Promise<SearchHit[]> {
  const query: ComplaintQuery = {
    text,
    state: null,
    unit: null,
    kind: null,
    competency: null,
    overdue_only: false,
    offset: 0,
    limit: 4,
  };
  const { rows } = await call(commands.voiceComplaints(query));
  return rows.map((row) => ({
    id: `voice ${row.id}`,
    title: row.text,
    detail: [`Pengaduan ${row.ticket}`, row.unit_path].filter(Boolean).join(' · '),
    to: `/voice/complaints/${row.id}`,
  }));
}
