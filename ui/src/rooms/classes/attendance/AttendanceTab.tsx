import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../../components/EmptyState';
import { Loaded } from '../../../components/Loaded';
import { useAttendance } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { AttendanceEntry } from './AttendanceEntry';

const text = id.classes.attendance;

export function AttendanceTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const attendance = useAttendance(classId);
  const go = (label: string, to: '/classes/$id' | '/classes/$id/sessions') => (
    <Button onClick={() => void navigate({ to, params: { id: classId } })}>{label}</Button>
  );
  return (
    <ClassFrame>
      {() => (
        <Loaded query={attendance}>
          {(grid) => {
            if (grid.rows.length === 0) {
              const action = go(text.toPeople, '/classes/$id');
              return <EmptyState icon="people" title={text.noPeople} text={text.noPeopleText} action={action} />;
            }
            if (grid.sessions.length === 0) {
              const action = go(text.toSessions, '/classes/$id/sessions');
              return <EmptyState icon="calendar" title={text.noSessions} text={text.noSessionsText} action={action} />;
            }
            return <AttendanceEntry classId={classId} grid={grid} />;
          }}
        </Loaded>
      )}
    </ClassFrame>
  );
}
