import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Loaded } from '../../../components/Loaded';
import { useClassView, useSessions } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { useClassPlan } from '../../../data/planning/schedule';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import { SessionsEditor } from './SessionsEditor';

const text = id.schedule.session;

export function SessionsTab() {
  const classId = useAddressId();
  const sessions = useSessions(classId);
  const places = useClassPlan(classId);
  const day = useClassView(classId).data?.class.starts;
  return (
    <ClassFrame actions={<ScheduleLinks classId={classId} day={day} />}>
      {(view) => (
        <Loaded query={sessions}>
          {(stored) => (
            <Loaded query={places}>
              {(known) => (
                <SessionsEditor key={JSON.stringify(stored)} classId={classId} view={view} stored={stored} places={known} />
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}

/** The ways to the calendar of the class and to what was made known of it. */
function ScheduleLinks({ classId, day = '' }: { classId: string; day: string | undefined }) {
  return (
    <>
      <Button
        variant="default"
        renderRoot={(props) => <Link {...props} to="/schedule" search={{ class: classId, day }} />}
      >
        {text.toCalendar}
      </Button>
      <Button variant="default" component={Link} to={`/schedule/publications/${classId}`}>
        {text.toPublications}
      </Button>
    </>
  );
}
