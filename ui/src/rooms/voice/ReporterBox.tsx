import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icons';
import { refusalText } from '../../data/mutation';
import { useReporter, type ComplaintView, type Reporter } from '../../data/voice/complaints';
import { id } from '../../i18n/id';
import styles from './voice.module.css';

const text = id.complaints.page;

function Who({ name, contact }: Reporter) {
  return (
    <>
      <p>{name === '' ? text.anonymous : name}</p>
      {contact !== '' && <p className="muted">{contact}</p>}
    </>
  );
}

/** Who complained. Where that is protected the core is asked only when somebody wants to know, and it is soon put away. */
export function ReporterBox({ view }: { view: ComplaintView }) {
  const { complaint } = view;
  const [shown, setShown] = useState<Reporter | null>(null);
  const ask = useReporter(complaint.id ?? '', setShown);
  return (
    <section aria-label={text.reporter} className={styles.reporter}>
      <h2>{text.reporter}</h2>
      {view.anonymous ? (
        <p>{text.anonymous}</p>
      ) : !complaint.protected ? (
        <Who name={complaint.reporter} contact={complaint.contact} />
      ) : (
        <>
          {shown ? (
            <Who {...shown} />
          ) : (
            <p>
              <Icon name="lock" size={14} /> {text.protected}
            </p>
          )}
          {ask.isError && <p role="alert">{refusalText(ask.error)}</p>}
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name={shown ? 'eyeOff' : 'eye'} size={14} />}
            loading={ask.isPending}
            onClick={() => (shown ? setShown(null) : ask.mutate())}
          >
            {shown ? text.hide : text.show}
          </Button>
        </>
      )}
    </section>
  );
}
