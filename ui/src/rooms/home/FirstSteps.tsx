import { Link } from '@tanstack/react-router';
import { Icon } from '../../components/icons';
import type { Status } from '../../backend/bindings';
import { id } from '../../i18n/id';
import styles from './home.module.css';

const text = id.home;

/** The way from an empty data folder to the first class. */
export function FirstSteps({ status }: { status: Status }) {
  const steps = [
    { label: text.steps.office, detail: text.steps.officeText, to: '/office', done: status.initialised },
    { label: text.steps.people, detail: text.steps.peopleText, to: '/people/import', done: status.counts.people > 0 },
    { label: text.steps.programme, detail: text.steps.programmeText, to: '/programmes', done: false },
    { label: text.steps.class, detail: text.steps.classText, to: '/classes', done: false },
  ];
  const next = steps.findIndex((step) => !step.done);
  return (
    <section aria-label={text.start} className={styles.first}>
      <h2>{text.start}</h2>
      <p className="muted">{text.startText}</p>
      <ol className={styles.tasks}>
        {steps.map((step, at) => (
          <li key={step.to} data-next={at === next || undefined}>
            <Link to={step.to}>
              <span className={styles.stepMark}>{step.done ? <Icon name="check" size={14} /> : at + 1}</span>
              <span className={styles.taskText}>
                <strong>{step.label}</strong>
                <span className="muted">{step.detail}</span>
              </span>
              {step.done ? <span className="muted">{text.done}</span> : <Icon name="chevronRight" size={16} />}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}
