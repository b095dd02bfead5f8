/** The schedule: sessions in their places, the working calendar, rooms, busy periods, limits, proposals, publications. */
import { Channel } from '@tauri-apps/api/core';
import type {
  AwayLimit, Busy, BusyRow, CalendarQuery, CalendarView, ConflictQuery, ConflictRow, Holiday, LimitRow, PlacedSession, Progress,
  ProposalRequest, PublicationView, RoomRow, ScheduleProposal, ScheduleReport, ScheduleRow, SessionPlace, SessionPlan, TrainingRoom,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

/** A day and, where they matter, two times, as texts. */
export interface SessionTime {
  date: string;
  starts: string | null;
  ends: string | null;
}

/** What a schedule needs and must spare. */
export interface ResourcesBackend {
  /** Of all years. */
  holidays(): Promise<Holiday[]>;
  /** `was`: the day on which it stood before. */
  saveHoliday(was: string | null, holiday: Holiday): Promise<Outcome<null>>;
  deleteHoliday(date: string): Promise<Outcome<null>>;
  rooms(): Promise<RoomRow[]>;
  saveRoom(room: TrainingRoom): Promise<Outcome<string>>;
  /** Refused for one in which sessions are held. */
  deleteRoom(id: string): Promise<Outcome<null>>;
  busyPeriods(): Promise<BusyRow[]>;
  saveBusy(busy: Busy): Promise<Outcome<string>>;
  deleteBusy(id: string): Promise<Outcome<null>>;
  limits(): Promise<LimitRow[]>;
  saveLimit(limit: AwayLimit): Promise<Outcome<string>>;
  deleteLimit(id: string): Promise<Outcome<null>>;
}

const resources: ResourcesBackend = {
  holidays: () => call(commands.planningHolidays(null)),
  saveHoliday: (was, holiday) => call(commands.planningSaveHoliday(was, holiday)),
  deleteHoliday: (date) => call(commands.planningDeleteHoliday(date)),
  rooms: () => call(commands.planningRooms()),
  saveRoom: (room) => call(commands.planningSaveRoom(room)),
  deleteRoom: (id) => call(commands.planningDeleteRoom(id)),
  busyPeriods: () => call(commands.planningBusyPeriods()),
  saveBusy: (busy) => call(commands.planningSaveBusy(busy)),
  deleteBusy: (id) => call(commands.planningDeleteBusy(id)),
  limits: () => call(commands.planningLimits()),
  saveLimit: (limit) => call(commands.planningSaveLimit(limit)),
  deleteLimit: (id) => call(commands.planningDeleteLimit(id)),
};

/** The sessions themselves. */
export interface SessionsBackend {
  calendar(query: CalendarQuery): Promise<CalendarView>;
  conflicts(query: ConflictQuery): Promise<ConflictRow[]>;
  classSessions(classId: string): Promise<SessionPlan[]>;
  setPlace(session: string, place: SessionPlace): Promise<Outcome<null>>;
  move(session: string, to: SessionTime): Promise<Outcome<null>>;
  /** Nothing is stored; ends early when it is stopped. */
  propose(request: ProposalRequest, onProgress: (progress: Progress) => void): Promise<ScheduleProposal>;
  stopProposal(): Promise<null>;
  /** `state`: the schedule that the proposal was made for. */
  acceptProposal(classes: string[], state: string, placements: PlacedSession[]): Promise<Outcome<number>>;
  schedules(from: string, to: string): Promise<ScheduleRow[]>;
  publications(classId: string): Promise<PublicationView>;
  /** Its number within the class. */
  publish(classId: string, note: string): Promise<Outcome<number>>;
}

const sessions: SessionsBackend = {
  calendar: (query) => call(commands.planningCalendar(query)),
  conflicts: (query) => call(commands.planningConflicts(query)),
  classSessions: (classId) => call(commands.planningClassSessions(classId)),
  setPlace: (session, place) => call(commands.planningSetSessionPlan(session, place)),
  move: (session, { date, starts, ends }) => call(commands.planningMoveSession(session, date, starts, ends)),
  propose: (request, onProgress) => call(commands.planningPropose(request, new Channel<Progress>(onProgress))),
  stopProposal: () => call(commands.planningStopProposal()),
  acceptProposal: (classes, state, placements) => call(commands.planningAcceptProposal(classes, state, placements)),
  schedules: (from, to) => call(commands.planningSchedules(from, to)),
  publications: (classId) => call(commands.planningPublications(classId)),
  publish: (classId, note) => call(commands.planningPublish(classId, note)),
};

/** The papers of the schedule, and its file for other calendars. */
export interface PapersBackend {
  reportPdf(report: ScheduleReport): Promise<Uint8Array>;
  /** These ask where to; the path, or null when cancelled there. */
  saveReport(report: ScheduleReport): Promise<string | null>;
  saveIcs(query: CalendarQuery): Promise<string | null>;
}

const papers: PapersBackend = {
  reportPdf: async (report) => new Uint8Array(await call(commands.planningSchedulePdf(report))),
  saveReport: (report) => call(commands.planningSaveSchedulePdf(report)),
  saveIcs: (query) => call(commands.planningSaveIcs(query)),
};

export type ScheduleBackend = ResourcesBackend & SessionsBackend & PapersBackend;

export const scheduleBackend: ScheduleBackend = { ...resources, ...sessions, ...papers };
