/** Programmes and classes, as the window asks for them. */
import type {
  AttendanceGrid, BookCheck, BookReport, Class, ClassCopy, ClassQuery, ClassRow, ClassView, CloseReport, DatedSignatory, EditRefusal,
  EnrolmentRow, EnrolReport, FollowUpDraft, MarkEdit, NipList, Page, PersonRow, Programme, ProgrammeRow, RecapFormat, Role, Session,
} from './bindings';
import { dateRange } from '../i18n/dates';
import { call, type SearchHit } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

export interface ClassesBackend {
  programmes(includeInactive: boolean): Promise<ProgrammeRow[]>;
  programme(id: string): Promise<Programme>;
  saveProgramme(programme: Programme): Promise<Outcome<string>>;
  deleteProgramme(id: string): Promise<Outcome<null>>;
  /** Code and name of each form of training. */
  forms(): Promise<[string, string][]>;
  list(query: ClassQuery): Promise<Page<ClassRow>>;
  years(): Promise<number[]>;
  get(id: string): Promise<ClassView>;
  /** A new class of a programme, not saved yet. */
  draft(programme: string): Promise<Class>;
  save(value: Class): Promise<Outcome<string>>;
  copy(id: string, how: ClassCopy): Promise<Outcome<string>>;
  remove(id: string): Promise<Outcome<null>>;
  enrolments(id: string): Promise<EnrolmentRow[]>;
  enrol(id: string, people: string[], role: Role): Promise<Outcome<EnrolReport>>;
  checkNips(text: string): Promise<NipList>;
  /** Asks for a file; null when cancelled. */
  checkNipFile(): Promise<NipList | null>;
  setRole(enrolment: string, role: Role): Promise<Outcome<null>>;
  /** An empty reason takes the withdrawal back. */
  withdraw(enrolment: string, reason: string): Promise<Outcome<null>>;
  removeEnrolments(ids: string[]): Promise<Outcome<null>>;
  sessions(id: string): Promise<Session[]>;
  saveSessions(id: string, sessions: Session[]): Promise<Outcome<null>>;
  proposeSessions(id: string, jpPerDay: number, weekends: boolean): Promise<Session[]>;
  attendance(id: string): Promise<AttendanceGrid>;
  setMarks(id: string, edits: MarkEdit[]): Promise<Outcome<EditRefusal[]>>;
  /** The ticked lines of the plan become follow-ups. */
  close(id: string, plan: FollowUpDraft[]): Promise<Outcome<CloseReport>>;
  reopen(id: string, reason: string): Promise<Outcome<null>>;
  /** Asks for a workbook; null when cancelled. */
  openBook(): Promise<BookCheck | null>;
  commitBook(token: number, createPeople: boolean): Promise<Outcome<BookReport>>;
  /** Forgets a workbook that was opened and not taken in. */
  dropBook(token: number): Promise<unknown>;
  /** These ask where to and answer the path, or null when cancelled. */
  exportBook(id: string): Promise<string | null>;
  saveRecap(id: string, format: RecapFormat): Promise<string | null>;
  recapPdf(id: string): Promise<Uint8Array>;
  /** People whom a class may take, by name, NIP or unit. */
  findPeople(text: string): Promise<PersonRow[]>;
  signatories(): Promise<DatedSignatory[]>;
}

/** How many people a search shows at the most. */
const foundAtMost = 50;

export const classesBackend: ClassesBackend = {
  programmes: (includeInactive) => call(commands.classesProgrammes(includeInactive)),
  programme: (id) => call(commands.classesProgramme(id)),
  saveProgramme: (programme) => call(commands.classesSaveProgramme(programme)),
  deleteProgramme: (id) => call(commands.classesDeleteProgramme(id)),
  forms: () => call(commands.classesForms()),
  list: (query) => call(commands.classesList(query)),
  years: () => call(commands.classesYears()),
  get: (id) => call(commands.classesGet(id)),
  draft: (programme) => call(commands.classesDraft(programme)),
  save: (value) => call(commands.classesSave(value)),
  copy: (id, how) => call(commands.classesCopy(id, how)),
  remove: (id) => call(commands.classesDelete(id)),
  enrolments: (id) => call(commands.classesEnrolments(id)),
  enrol: (id, people, role) => call(commands.classesEnrol(id, people, role)),
  checkNips: (text) => call(commands.classesCheckNips(text)),
  checkNipFile: () => call(commands.classesCheckNipFile()),
  setRole: (enrolment, role) => call(commands.classesSetRole(enrolment, role)),
  withdraw: (enrolment, reason) => call(commands.classesWithdraw(enrolment, reason)),
  removeEnrolments: (ids) => call(commands.classesRemove(ids)),
  sessions: (id) => call(commands.classesSessions(id)),
  saveSessions: (id, sessions) => call(commands.classesSaveSessions(id, sessions)),
  proposeSessions: (id, jpPerDay, weekends) => call(commands.classesProposeSessions(id, jpPerDay, weekends)),
  attendance: (id) => call(commands.classesAttendance(id)),
  setMarks: (id, edits) => call(commands.classesSetMarks(id, edits)),
  close: (id, plan) => call(commands.classesClose(id, plan)),
  reopen: (id, reason) => call(commands.classesReopen(id, reason)),
  openBook: () => call(commands.classesBookOpen()),
  commitBook: (token, createPeople) => call(commands.classesBookCommit(token, createPeople)),
  dropBook: (token) => call(commands.classesBookDrop(token)),
  exportBook: (id) => call(commands.classesExportBook(id)),
  saveRecap: (id, format) => call(commands.classesSaveRecap(id, format)),
  recapPdf: async (id) => new Uint8Array(await call(commands.classesRecapPdf(id))),
  findPeople: async (text) => {
    const query = { text, unit: null, kind: null, include_inactive: false, sort: 'name' as const, descending: false };
    return (await call(commands.peopleList({ ...query, offset: 0, limit: foundAtMost }))).rows;
  },
  signatories: () => call(commands.officeSignatories()),
};

/** The first classes for the search of everything. */
export async function findClasses(text: string): Promise<SearchHit[]> {
  const { rows } = await call(commands.classesList({ text, limit: 4 }));
  return rows.map((row) => ({
    id: `classes ${row.id}`,
    title: `${row.programme_name} ${row.name}`,
    detail: [dateRange(row.starts, row.ends), row.place].filter(Boolean).join(' · '),
    to: `/classes/${row.id}`,
  }));
}
