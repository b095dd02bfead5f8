import { Loaded } from '../../../components/Loaded';
import { useStatus } from '../../../data/home';
import { useRooms } from '../../../data/planning/schedule';
import { CalendarPage } from './calendar/CalendarPage';
import { ScheduleHeader } from './ScheduleHeader';
import { CalendarPapers } from './CalendarPapers';

/** The sessions of all classes by month or week, of a room, a speaker, a unit or a class. */
export function CalendarScreen() {
  const status = useStatus();
  const rooms = useRooms();
  return (
    <>
      <ScheduleHeader actions={status.data && <CalendarPapers today={status.data.today} />} />
      <Loaded query={status}>
        {({ today }) => <Loaded query={rooms}>{(known) => <CalendarPage today={today} rooms={known} />}</Loaded>}
      </Loaded>
    </>
  );
}
