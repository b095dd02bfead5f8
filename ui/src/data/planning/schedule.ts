import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  AwayLimit, Busy, CalendarQuery, ConflictKind, ConflictQuery, Holiday, HolidayKind, PlacedSession, ProposalRequest, ScheduleProposal,
  ScheduleReport, ScheduleState, SessionPlace, TrainingRoom,
} from '../../backend/bindings';
import { useBackend } from '../../backend/backend';
import type { SessionTime } from '../../backend/schedule';
import { usePrinted } from '../files';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  AwayLimit, AwayShare, Busy, BusyRow, BusyWhom, CalendarQuery, CalendarView, ChangedPart, ConflictRow, ConflictSide, Holiday,
  HolidayKind, LimitRow, PlacedSession, ProposalClass, ProposalCost, ProposalRequest, PublicationView, PublishedSession, RoomRow,
  ScheduleChange, ScheduleProposal, ScheduleReport, ScheduleRow, ScheduleState, SessionPlan, TrainingRoom,
} from '../../backend/bindings';

const room = 'planning';

export const holidayKinds: readonly HolidayKind[] = ['national', 'regional', 'joint_leave'];

export const conflictKinds: readonly ConflictKind[] = [
  'room_twice', 'room_small', 'room_closed', 'speaker_twice', 'speaker_unavailable', 'class_twice', 'person_twice',
  'person_unavailable', 'unit_over_share', 'unit_busy', 'holiday', 'day_off', 'jp_a_day',
];

/** What is to be done comes first. */
export const scheduleStates: readonly ScheduleState[] = ['unpublished', 'changed', 'published', 'empty'];

export const useHolidays = () => useAsk([room, 'holidays'], (backend) => backend.schedule.holidays());

export const useSaveHoliday = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { was, holiday }: { was: string | null; holiday: Holiday }) => backend.schedule.saveHoliday(was, holiday),
    { inForm: true, ...options },
  );

export const useDeleteHoliday = () =>
  useMutationWithUndo((backend, date: string) => backend.schedule.deleteHoliday(date), { inForm: true });

export const useRooms = () => useAsk([room, 'rooms'], (backend) => backend.schedule.rooms());

export const useSaveRoom = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, value: TrainingRoom) => backend.schedule.saveRoom(value), { inForm: true, ...options });

export const useDeleteRoom = () =>
  useMutationWithUndo((backend, id: string) => backend.schedule.deleteRoom(id), { inForm: true });

export const useBusyPeriods = () => useAsk([room, 'busy'], (backend) => backend.schedule.busyPeriods());

export const useSaveBusy = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, busy: Busy) => backend.schedule.saveBusy(busy), { inForm: true, ...options });

export const useDeleteBusy = () =>
  useMutationWithUndo((backend, id: string) => backend.schedule.deleteBusy(id), { inForm: true });

export const useLimits = () => useAsk([room, 'limits'], (backend) => backend.schedule.limits());

export const useSaveLimit = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, limit: AwayLimit) => backend.schedule.saveLimit(limit), { inForm: true, ...options });

export const useDeleteLimit = () =>
  useMutationWithUndo((backend, id: string) => backend.schedule.deleteLimit(id), { inForm: true });

/** The days that were shown before stay until the others are there. */
export const useCalendar = (query: CalendarQuery) =>
  useAsk([room, 'calendar', query], (backend) => backend.schedule.calendar(query), { keep: true });

export const useConflicts = (query: ConflictQuery) =>
  useAsk([room, 'conflicts', query], (backend) => backend.schedule.conflicts(query), { keep: true });

export const useClassPlan = (classId: string) =>
  useAsk([room, 'class-sessions', classId], (backend) => backend.schedule.classSessions(classId));

export const useSaveSessionPlace = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { session, place }: { session: string; place: SessionPlace }) => backend.schedule.setPlace(session, place),
    { inForm: options !== undefined, ...options },
  );

export const useMoveSession = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, { session, ...to }: { session: string } & SessionTime) => backend.schedule.move(session, to),
    { inForm: options !== undefined, ...options },
  );

/** Classes of a time with the state of their schedules. */
export const useSchedules = (from: string, to: string) =>
  useAsk([room, 'schedules', from, to], (backend) => backend.schedule.schedules(from, to), { keep: true });

export const usePublications = (classId: string) =>
  useAsk([room, 'publications', classId], (backend) => backend.schedule.publications(classId));

export const usePublish = (classId: string, options?: MutationOptions<number>) =>
  useMutationWithUndo((backend, note: string) => backend.schedule.publish(classId, note), { inForm: true, ...options });

/** Looks for a schedule; how far it is, and how to end it early with what was found. */
export function useProposal(onDone: (proposal: ScheduleProposal) => void) {
  const backend = useBackend();
  const [done, setDone] = useState({ done: 0, total: 0 });
  const running = useRef(false);
  const search = useMutation({
    mutationFn: (request: ProposalRequest) => {
      setDone({ done: 0, total: 0 });
      running.current = true;
      return backend.schedule.propose(request, setDone);
    },
    onSuccess: onDone,
    onSettled: () => {
      running.current = false;
    },
  });
  const stop = useCallback(() => void backend.schedule.stopProposal().catch(() => undefined), [backend]);
  // Nobody waits any more for what is looked for when the screen is left.
  useEffect(() => () => (running.current ? stop() : undefined), [stop]);
  return { search, done, stop };
}

export interface Accepted {
  classes: string[];
  state: string;
  placements: PlacedSession[];
}

export const useAcceptProposal = (options?: MutationOptions<number>) =>
  useMutationWithUndo(
    (backend, { classes, state, placements }: Accepted) => backend.schedule.acceptProposal(classes, state, placements),
    options,
  );

export const useScheduleReport = (report: ScheduleReport) => usePrinted(room, report, (backend) => backend.schedule);
