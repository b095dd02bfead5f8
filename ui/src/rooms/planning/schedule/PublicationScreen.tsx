import { Button, Modal, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '../../../components/EmptyState';
import { FormPage } from '../../../components/FormPage';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import shared from '../../../components/shared.module.css';
import { usePublications, usePublish, type PublicationView } from '../../../data/planning/schedule';
import { useAddressId } from '../../../data/open';
import { longDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { ChangeTable } from './ChangeTable';
import { scheduleCrumb } from './ScheduleHeader';
import styles from './schedule.module.css';

const text = id.schedule.publications;

function PublishDialog({ classId, first, onClose }: { classId: string; first: boolean; onClose: () => void }) {
  const form = useForm({ initialValues: { note: '' } });
  const publish = usePublish(classId, { onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={first ? text.publish : text.publishChange}>
      <p className={styles.lead}>{first ? text.publishBody : text.publishChangeBody}</p>
      <FormPage
        form={form}
        onSubmit={({ note }) => publish.mutateAsync(note)}
        submitLabel={first ? text.publish : text.publishChange}
        onCancel={onClose}
        label={text.form}
      >
        <Textarea data-autofocus label={text.note} description={text.noteHint} autosize minRows={2} {...form.getInputProps('note')} />
      </FormPage>
    </Modal>
  );
}

function Publication({ classId, view }: { classId: string; view: PublicationView }) {
  const [last] = view.publications;
  return (
    <div className={shared.sections}>
      <section aria-label={text.changes}>
        <h2>{text.changes}</h2>
        {!last ? (
          <EmptyState icon="calendar" title={view.sessions === 0 ? text.noSessions : text.never} text={text.neverText} />
        ) : view.changes.length === 0 ? (
          <p className="muted">{text.same(longDate(last.published_on))}</p>
        ) : (
          <ChangeTable label={text.changes} changes={view.changes} />
        )}
      </section>
      {view.publications.map((publication) => (
        <section key={publication.id} aria-label={text.number(publication.number)}>
          <div className={styles.head}>
            <h2>{text.numberLong(publication.number, longDate(publication.published_on), publication.sessions.length)}</h2>
            {publication.number > 1 && (
              <Link
                className={styles.link}
                to="/schedule/publications/$id/letter"
                params={{ id: classId }}
                search={{ publication: String(publication.number) }}
              >
                {text.letter}
              </Link>
            )}
          </div>
          {publication.note !== '' && <p>{publication.note}</p>}
          {publication.changes.length > 0 && <ChangeTable label={text.changesOf(publication.number)} changes={publication.changes} />}
        </section>
      ))}
    </div>
  );
}

/** What was made known of the schedule of a class, and what has changed since. */
export function PublicationScreen() {
  const classId = useAddressId();
  const query = usePublications(classId);
  const view = query.data;
  const [asking, setAsking] = useState(false);
  const first = view?.publications.length === 0;
  return (
    <>
      <PageHeader
        title={view?.title ?? ''}
        subtitle={text.lead}
        crumbs={[scheduleCrumb, { label: id.schedule.tabs.publications, to: '/schedule/publications' }]}
        actions={
          <>
            {view && view.changes.length > 0 && (
              <Button
                variant="default"
                leftSection={<Icon name="printer" size={16} />}
                component={Link}
                to={`/schedule/publications/${classId}/letter`}
              >
                {text.letter}
              </Button>
            )}
            <Button variant="default" component={Link} to={`/classes/${classId}/sessions`}>
              {id.schedule.session.toClass}
            </Button>
          </>
        }
        primary={
          view?.due === true && (
            <Button onClick={() => setAsking(true)}>{first ? text.publish : text.publishChange}</Button>
          )
        }
      />
      <Loaded query={query}>{(loaded) => <Publication classId={classId} view={loaded} />}</Loaded>
      {asking && <PublishDialog classId={classId} first={first} onClose={() => setAsking(false)} />}
    </>
  );
}
