/** Programmes and classes, as the window asks for them. */
import type {
  AttendanceGrid, BookCheck, BookReport, Class, ClassQuery, ClassRow, ClassView, CloseReport, DatedSignatory, EditRefusal,
  EnrolmentRow, EnrolReport, MarkEdit, NipList, Page, PersonRow, Programme, ProgrammeRow, RecapFormat, Role, Session,
} from './pending';
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
  copy(id: string, starts: string): Promise<Outcome<string>>;
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
  close(id: string): Promise<Outcome<CloseReport>>;
  reopen(id: string, reason: string): Promise<Outcome<null>>;
  /** Asks for a workbook; null when cancelled. */
  openBook(): Promise<BookCheck | null>;
  commitBook(token: number, createPeople: boolean): Promise<Outcome<BookReport>>;
  /** These ask where to and answer the path, or null when cancelled. */
  exportBook(id: string): Promise<string | null>;
  saveRecap(id: string, format: RecapFormat): Promise<string | null>;
  recapPdf(id: string): Promise<Uint8Array>;
  /** People whom a class may take, by name, NIP or unit. */
  findPeople(text: string): Promise<PersonRow[]>;
  signatories(): Promise<DatedSignatory[]>;
}
