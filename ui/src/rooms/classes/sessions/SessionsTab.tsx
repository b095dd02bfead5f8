import { Loaded } from '../../../components/Loaded';
import { useSessions } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { ClassFrame } from '../ClassFrame';
import { SessionsEditor } from './SessionsEditor';

export function SessionsTab() {
  const classId = useAddressId();
  const sessions = useSessions(classId);
  return (
    <ClassFrame>
      {(view) => (
        <Loaded query={sessions}>
          {(stored) => <SessionsEditor key={JSON.stringify(stored)} classId={classId} view={view} stored={stored} />}
        </Loaded>
      )}
    </ClassFrame>
  );
}
