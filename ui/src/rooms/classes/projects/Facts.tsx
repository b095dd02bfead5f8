import { Link } from '@tanstack/react-router';
import type { ProjectView, TeamMember } from '../../../data/classes/projects';
import { dateRange } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from './projects.module.css';

const text = id.projects.page;

/** What the project is about and who works on it. */
export function Facts({ view }: { view: ProjectView }) {
  const shown = (value: string) => (value === '' ? <span className="muted">{id.projects.dash}</span> : value);
  return (
    <section className={styles.section} aria-label={text.facts}>
      <h2>{text.facts}</h2>
      <dl className={styles.facts}>
        <dt>{text.problem}</dt>
        <dd>{view.problem}</dd>
        <dt>{text.service}</dt>
        <dd>{shown(view.service)}</dd>
        <dt>{text.team}</dt>
        <dd>
          <ul className={styles.plain}>
            {view.team.map((member) => (
              <Member key={member.enrolment} member={member} />
            ))}
          </ul>
        </dd>
        <dt>{text.mentor}</dt>
        <dd>{shown(view.mentor)}</dd>
        <dt>{text.coach}</dt>
        <dd>{shown(view.coach)}</dd>
        <dt>{text.dates}</dt>
        <dd>{dateRange(view.starts, view.ends)}</dd>
        {view.note !== '' && (
          <>
            <dt>{text.note}</dt>
            <dd>{view.note}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Member({ member }: { member: TeamMember }) {
  const side = [member.leader ? text.leader : '', member.unit, member.withdrawn === '' ? '' : text.withdrawn];
  const words = side.filter((part) => part !== '').join(', ');
  return (
    <li>
      <Link to="/people/$id" params={{ id: member.person }}>
        {member.name}
      </Link>
      {words !== '' && <span className="muted"> ({words})</span>}
    </li>
  );
}
