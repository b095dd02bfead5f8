import { Button, Menu } from '@mantine/core';
import { Icon } from '../../../components/icons';
import { useSetMarks, type AttendanceGrid, type MarkEdit } from '../../../data/classes';
import { columnDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';

const text = id.classes.attendance;

/** Marks as present whoever has no mark yet, in one session or in all, as one step that can be taken back. */
export function AllPresent({ classId, grid }: { classId: string; grid: AttendanceGrid }) {
  const fill = useSetMarks(classId, false);
  const staying = grid.rows.filter((row) => row.withdrawn === '');
  const blanks = (at: number): MarkEdit[] => {
    const session = grid.sessions[at]?.id;
    if (!session) return [];
    return staying
      .filter((row) => row.marks[at] === null)
      .map((row) => ({ enrolment: row.enrolment, session, text: 'H' }));
  };
  const bySession = grid.sessions
    .map((session, at) => ({ session, edits: blanks(at) }))
    .filter(({ edits }) => edits.length > 0);
  const all = bySession.flatMap(({ edits }) => edits);
  const item = (key: string, label: string, edits: MarkEdit[]) => (
    <Menu.Item key={key} onClick={() => fill.mutate(edits)}>
      {label}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          title={text.fillHint}
          loading={fill.isPending}
          disabled={all.length === 0}
          rightSection={<Icon name="chevronDown" size={14} />}
        >
          {text.allPresent}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflow: 'auto' }}>
        {bySession.map(({ session, edits }) =>
          item(session.id ?? '', text.session(columnDate(session.date), edits.length), edits),
        )}
        <Menu.Divider role="separator" />
        {item('all', text.allSessions(all.length), all)}
      </Menu.Dropdown>
    </Menu>
  );
}
