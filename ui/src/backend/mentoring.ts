/** Mentors, the pairing of a class, and the log of pairs, as the window asks for them. */
import type {
  Approved, Board, EditProblem, Ending, Explanation, JudgementEntry, Meeting, Mentee, MenteeRow, Mentor, MentoringOverview,
  MentoringReport, MentoringSettings, MentorQuery, MentorRow, MentorView, Need, OrphanRow, Page, PairQuery, PairRow, PairView,
  PlaceEdit, Preview, WhatIf,
} from './bindings';
import { call, type SearchHit } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

/** The pairing of a class. */
export interface PairingBackend {
  board(classId: string): Promise<Board>;
  saveSettings(classId: string, settings: MentoringSettings): Promise<Outcome<null>>;
  /** What a run with these settings would come to; nothing is saved. */
  preview(classId: string, settings: MentoringSettings): Promise<Preview>;
  /** Saves the settings and makes a new proposal; answers its id. */
  run(classId: string, settings: MentoringSettings): Promise<Outcome<string>>;
  /** Where one place is refused nothing is written, and every refused one is answered. */
  setPlaces(classId: string, edits: PlaceEdit[]): Promise<Outcome<EditProblem[]>>;
  proposeOrphans(classId: string, moveOthers: boolean): Promise<Outcome<string>>;
  explain(classId: string, enrolment: string): Promise<Explanation>;
  whatIf(classId: string, enrolment: string, mentor: string | null): Promise<WhatIf>;
  approve(classId: string, day: string): Promise<Outcome<Approved>>;
  mentees(classId: string): Promise<MenteeRow[]>;
  saveMentee(mentee: Mentee): Promise<Outcome<null>>;
  /** Takes every suggested superior where none is set; answers how many. */
  fillSuperiors(classId: string): Promise<Outcome<number>>;
  setNeeds(enrolments: string[], needs: Need[]): Promise<Outcome<null>>;
  /** Fields in use, for suggestions while typing. */
  fieldNames(): Promise<string[]>;
}

const pairing: PairingBackend = {
  board: (classId) => call(commands.mentoringBoard(classId)),
  saveSettings: (classId, settings) => call(commands.mentoringSaveSettings(classId, settings)),
  preview: (classId, settings) => call(commands.mentoringPreview(classId, settings)),
  run: (classId, settings) => call(commands.mentoringRun(classId, settings)),
  setPlaces: (classId, edits) => call(commands.mentoringSetPlaces(classId, edits)),
  proposeOrphans: (classId, moveOthers) => call(commands.mentoringProposeOrphans(classId, moveOthers)),
  explain: (classId, enrolment) => call(commands.mentoringExplain(classId, enrolment)),
  whatIf: (classId, enrolment, mentor) => call(commands.mentoringWhatIf(classId, enrolment, mentor)),
  approve: (classId, day) => call(commands.mentoringApprove(classId, day)),
  mentees: (classId) => call(commands.mentoringMentees(classId)),
  saveMentee: (mentee) => call(commands.mentoringSaveMentee(mentee)),
  fillSuperiors: (classId) => call(commands.mentoringFillSuperiors(classId)),
  setNeeds: (enrolments, needs) => call(commands.mentoringSetNeeds(enrolments, needs)),
  fieldNames: () => call(commands.mentoringFieldNames()),
};

/** Mentors, of the register and from outside. */
export interface MentorsBackend {
  mentors(query: MentorQuery): Promise<Page<MentorRow>>;
  mentor(id: string): Promise<MentorView>;
  saveMentor(mentor: Mentor): Promise<Outcome<string>>;
  /** Refused for one who ever was part of a pair. */
  deleteMentor(id: string): Promise<Outcome<null>>;
  /** Answers how many participants stay behind without a mentor. */
  mentorLeaves(id: string, day: string, note: string): Promise<Outcome<number>>;
}

const mentors: MentorsBackend = {
  mentors: (query) => call(commands.mentoringMentors(query)),
  mentor: (id) => call(commands.mentoringMentor(id)),
  saveMentor: (mentor) => call(commands.mentoringSaveMentor(mentor)),
  deleteMentor: (id) => call(commands.mentoringDeleteMentor(id)),
  mentorLeaves: (id, day, note) => call(commands.mentoringMentorLeaves(id, day, note)),
};

/** Pairs at work, and the papers of the room. */
export interface PairsBackend {
  overview(): Promise<MentoringOverview>;
  orphans(): Promise<OrphanRow[]>;
  pairs(query: PairQuery): Promise<Page<PairRow>>;
  pair(id: string): Promise<PairView>;
  saveMeeting(meeting: Meeting): Promise<Outcome<string>>;
  deleteMeeting(id: string): Promise<Outcome<null>>;
  /** An empty score takes the judgement away. */
  saveJudgement(entry: JudgementEntry): Promise<Outcome<null>>;
  endPair(id: string, ending: Ending, day: string, note: string): Promise<Outcome<null>>;
  reopenPair(id: string): Promise<Outcome<null>>;
  reportPdf(report: MentoringReport): Promise<Uint8Array>;
  /** Asks where to; the path, or null when cancelled there. */
  saveReport(report: MentoringReport): Promise<string | null>;
}

const pairs: PairsBackend = {
  overview: () => call(commands.mentoringOverview()),
  orphans: () => call(commands.mentoringOrphans()),
  pairs: (query) => call(commands.mentoringPairs(query)),
  pair: (id) => call(commands.mentoringPair(id)),
  saveMeeting: (meeting) => call(commands.mentoringSaveMeeting(meeting)),
  deleteMeeting: (id) => call(commands.mentoringDeleteMeeting(id)),
  saveJudgement: (entry) => call(commands.mentoringSaveJudgement(entry)),
  endPair: (id, ending, day, note) => call(commands.mentoringEndPair(id, ending, day, note)),
  reopenPair: (id) => call(commands.mentoringReopenPair(id)),
  reportPdf: async (report) => new Uint8Array(await call(commands.mentoringReportPdf(report))),
  saveReport: (report) => call(commands.mentoringSaveReport(report)),
};

export type MentoringBackend = PairingBackend & MentorsBackend & PairsBackend;

export const mentoringBackend: MentoringBackend = { ...pairing, ...mentors, ...pairs };

/** The first mentors for the search of everything. */
export async function findMentors(text: string): Promise<SearchHit[]> {
  const { rows } = await call(commands.mentoringMentors({ text, only: null, offset: 0, limit: 4 }));
  return rows.map((row) => ({
    id: `mentoring ${row.id}`,
    title: row.name,
    detail: ['Mentor', row.unit].filter(Boolean).join(' · '),
    to: `/mentoring/mentors/${row.id}`,
  }));
}
