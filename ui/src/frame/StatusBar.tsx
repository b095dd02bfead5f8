import { useIsMutating } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Icon } from '../components/icons';
import { useStatus } from '../data/home';
import { ago, clockTime } from '../i18n/dates';
import { id } from '../i18n/id';
import classes from './frame.module.css';

const text = id.frame.status;

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 30_000);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}

/** What is saved, how old the backup is, who works here. */
export function StatusBar() {
  const status = useStatus({ everyMinute: true }).data;
  const saving = useIsMutating() > 0;
  const now = useNow();
  const saved = status?.last_saved ? text.saved(clockTime(status.last_saved)) : text.notYet;
  const backup = status?.last_backup ? text.backup(ago(status.last_backup, now)) : text.noBackup;
  return (
    <footer className={classes.status} aria-label={text.label}>
      <span className={classes.statusItem}>
        <Icon name={saving ? 'clock' : 'check'} size={16} />
        {saving ? text.saving : saved}
      </span>
      <span className={classes.statusItem}>
        <Icon name="backup" size={16} />
        {status && backup}
      </span>
      <span className={classes.statusEnd}>
        {status?.operator && (
          <>
            <Icon name="person" size={16} />
            {text.operator(status.operator)}
          </>
        )}
      </span>
    </footer>
  );
}
