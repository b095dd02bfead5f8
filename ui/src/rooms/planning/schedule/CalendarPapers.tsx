import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../../../components/icons';
import { useSaveFile } from '../../../data/files';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { paperQuery, useCalendarState } from './calendar/useCalendarState';

const text = id.schedule.calendar;

/** What is shown, on paper and for other calendars. */
export function CalendarPapers({ today }: { today: string }) {
  const [state] = useCalendarState(today);
  const [{ filters }] = useListState();
  const saveFile = useSaveFile();
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="printer" size={16} />}
        renderRoot={(props) => <Link {...props} to="/schedule/print" search={filters} />}
      >
        {text.pdf}
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="export" size={16} />}
        onClick={() => void saveFile((backend) => backend.schedule.saveIcs(paperQuery(state)))}
      >
        {text.ics}
      </Button>
    </>
  );
}
