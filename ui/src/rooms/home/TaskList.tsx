import { Link } from '@tanstack/react-router';
import { Icon, type IconName } from '../../components/icons';
import type { Task } from '../../backend/bindings';
import { id } from '../../i18n/id';
import styles from './home.module.css';

const text = id.home;

/** Where the work of a task is done, and the sign of its room. */
function placeOf(task: Task): { to: string; icon: IconName; search?: Record<string, string> } {
  const within = (base: string) => (task.target === null ? base : `${base}/${task.target}`);
  switch (task.room) {
    case 'people':
      return { to: task.target === null ? '/people/import' : within('/people'), icon: 'people' };
    case 'evaluation':
      return { to: within('/evaluation'), icon: 'chart' };
    case 'classes':
      return { to: within('/classes'), icon: 'class' };
    case 'mentoring':
      return task.target === 'silent'
        ? { to: '/mentoring', search: { state: 'silent' }, icon: 'mentor' }
        : { to: within('/mentoring'), icon: 'mentor' };
    case 'planning':
      if (task.target?.startsWith('schedule/') === true) return { to: `/${task.target}`, icon: 'calendar' };
      return task.target?.startsWith('schedule')
        ? { to: `/${task.target}`, icon: 'calendar' }
        : { to: within('/planning'), icon: 'programme' };
    case 'certificates':
      return { to: within('/certificates'), icon: 'certificate' };
    case 'safety':
      return { to: '/safety', icon: 'shield' };
    case 'voice':
      return task.target === 'overdue'
        ? { to: '/voice/complaints', search: { overdue: 'only' }, icon: 'voice' }
        : { to: within('/voice'), icon: 'voice' };
    case 'needs':
      return { to: within('/needs'), icon: 'needs' };
    case 'office':
    case 'career':
      return { to: '/office', icon: 'office' };
  }
}

/** What waits, each a way to where it is done. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <section aria-label={text.waiting}>
      <h2>{text.waiting}</h2>
      {tasks.length === 0 ? (
        <p className={styles.calm}>
          <Icon name="check" size={16} />
          {text.nothing}
        </p>
      ) : (
        <ul className={styles.tasks}>
          {tasks.map((task) => {
            const { to, icon, search } = placeOf(task);
            return (
              <li key={`${task.text} ${task.target ?? ''}`}>
                <Link to={to} search={search}>
                  <Icon name={icon} />
                  <span className={styles.taskText}>{task.text}</span>
                  <Icon name="chevronRight" size={16} />
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
