import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { ReasonList } from '../../components/ReasonList';
import { useStatus } from '../../data/home';
import { id } from '../../i18n/id';
import { longDate, weekday } from '../../i18n/dates';
import { FirstSteps } from './FirstSteps';
import styles from './home.module.css';
import { RunningClasses } from './RunningClasses';
import { TaskList } from './TaskList';

const text = id.home;

export function HomeScreen() {
  const navigate = useNavigate();
  const status = useStatus();
  const known = status.data;
  const fresh = known !== undefined && (!known.initialised || known.counts.people === 0);
  const verify = (
    <Button
      variant="default"
      leftSection={<Icon name="shield" size={16} />}
      onClick={() => void navigate({ to: '/certificates/verify' })}
    >
      {text.verify}
    </Button>
  );
  const newClass = !fresh && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => void navigate({ to: '/classes/new' })}>
      {text.newClass}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={id.frame.rooms.home}
        subtitle={known && [known.office_name, `${weekday(known.today)}, ${longDate(known.today)}`].filter(Boolean).join(' · ')}
        primary={newClass}
        actions={verify}
      />
      <Loaded query={status}>
        {(now) => (
          <div className={styles.home}>
            {now.warnings.length > 0 && (
              <section aria-label={text.warnings} className={styles.warnings}>
                <ReasonList
                  label={text.warnings}
                  reasons={now.warnings.map((warning) => ({ tone: 'warn', text: warning }))}
                />
              </section>
            )}
            {fresh ? (
              <FirstSteps status={now} />
            ) : (
              <>
                <ul className={styles.counts} aria-label={text.counts}>
                  <Count value={now.counts.people} label={text.people} />
                  <Count value={now.counts.classes_running} label={text.classes} />
                  <Count value={now.counts.certificates_year} label={text.certificates(now.today.slice(0, 4))} />
                </ul>
                <TaskList tasks={now.tasks} />
                <RunningClasses />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Count({ value, label }: { value: number; label: string }) {
  return (
    <li>
      <strong>{text.value(value)}</strong> <span className="muted">{label}</span>
    </li>
  );
}
