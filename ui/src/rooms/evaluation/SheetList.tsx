import { Icon } from '../../components/icons';
import shared from '../../components/shared.module.css';
import type { FollowUpView, SheetOf } from '../../data/evaluation/followups';
import { id } from '../../i18n/id';
import styles from './followups.module.css';

const room = id.followups;
const text = room.page;

export interface SheetListProps {
  view: FollowUpView;
  /** The sheet that is being typed. */
  open: SheetOf;
  onPick: (of: SheetOf) => void;
}

/** Who has which sheet: each is a way to it. */
export function SheetList({ view, open, onPick }: SheetListProps) {
  const { roles } = view.plan;
  return (
    <aside className={styles.sheets} aria-label={text.people}>
      <table className={`${shared.table} ${shared.tight}`} aria-label={text.people}>
        <thead>
          <tr>
            <th scope="col">{text.person}</th>
            {roles.map((role) => (
              <th key={role} scope="col" className={styles.side}>
                {room.roles[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.people.map((person) => (
            <tr key={person.enrolment} aria-current={person.enrolment === open.enrolment || undefined}>
              <td title={person.unit}>{person.name}</td>
              {roles.map((role) => {
                const there = person.answered.includes(role);
                const label = (there ? text.filled : text.empty)(person.name, room.roles[role]);
                return (
                  <td key={role} className={styles.side}>
                    <button
                      type="button"
                      aria-label={label}
                      title={label}
                      aria-pressed={person.enrolment === open.enrolment && role === open.role}
                      onClick={() => onPick({ enrolment: person.enrolment, role })}
                    >
                      {there ? <Icon name="check" size={16} /> : room.dash}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}
