import type { IconName } from '../components/icons';
import { id } from '../i18n/id';

export interface RoomEntry {
  id: keyof typeof id.frame.rooms;
  label: string;
  icon: IconName;
  to: string;
  /** Pages of the room that have an address of their own begin with this. */
  also?: string;
}

const entry = (room: RoomEntry['id'], icon: IconName, to: string, also?: string): RoomEntry => ({
  id: room,
  label: id.frame.rooms[room],
  icon,
  to,
  also,
});

/** The menu, from top to bottom. A room gets its line here when it has its first screen; Alt with the upper row of keys follows: 1 to 9, 0, -, =. */
export const rooms: readonly RoomEntry[] = [
  entry('home', 'home', '/'),
  entry('people', 'people', '/people'),
  entry('needs', 'needs', '/needs'),
  entry('planning', 'programme', '/planning', '/programmes'),
  entry('schedule', 'calendar', '/schedule'),
  entry('classes', 'class', '/classes'),
  entry('mentoring', 'mentor', '/mentoring'),
  entry('evaluation', 'chart', '/evaluation'),
  entry('certificates', 'certificate', '/certificates'),
  entry('voice', 'voice', '/voice'),
  entry('safety', 'shield', '/safety'),
  entry('office', 'office', '/office'),
];

/** The keys that open the room at a place of the menu: Alt with the upper row of the keyboard, from the left. */
export const roomKey = (at: number) => `Alt+${'1234567890-='[at] ?? ''}`;

/** What the palette opens from anywhere, beside the rooms. */
export const tasks: readonly { label: string; to: string }[] = [
  { label: id.certificates.verify.title, to: '/certificates/verify' },
  { label: id.importing.title, to: '/people/import' },
  { label: id.classes.form.newTitle, to: '/classes/new' },
  { label: id.classes.book.title, to: '/classes/import' },
  { label: id.schedule.tabs.proposal, to: '/schedule/proposal' },
  { label: id.voice.surveys.add, to: '/voice/surveys/new' },
  { label: id.complaints.add, to: '/voice/complaints/new' },
  { label: id.needs.proposals.add, to: '/needs/proposals/new' },
];
