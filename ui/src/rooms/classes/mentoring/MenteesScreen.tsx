import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { useClassView } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { useBoard, useFillSuperiors, useMentees } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import { useClassPlace } from '../useClassPlace';
import { LackList } from './LackList';
import { boardPage, participantsPage } from './links';
import { MenteeDrawer } from './MenteeDrawer';
import { MenteeList } from './MenteeList';
import styles from './mentoring.module.css';

const text = id.pairing.mentees;

/** What the pairing knows of the participants, and what is missing. */
export function MenteesScreen() {
  const classId = useAddressId();
  const { subtitle, crumbs } = useClassPlace(classId, participantsPage(classId));
  const closed = useClassView(classId).data?.state === 'closed';
  const mentees = useMentees(classId);
  const board = useBoard(classId).data;
  const fill = useFillSuperiors(classId);
  const [opened, setOpened] = useState<string | null>(null);
  const base = boardPage(classId);
  const rows = mentees.data ?? [];
  const suggested = rows.filter((row) => row.superior === null && row.suggested_superior !== null).length;
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={subtitle}
        crumbs={[...crumbs, { label: id.pairing.tab, to: base }]}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to={base} {...props} />}>
            {text.back}
          </Button>
        }
        primary={
          suggested > 0 &&
          !closed && (
            <Button loading={fill.isPending} onClick={() => fill.mutate(undefined)}>
              {text.fill(suggested)}
            </Button>
          )
        }
      />
      {closed && <ClosedNote />}
      <Loaded query={mentees}>
        {(all) => (
          <>
            {board && all.length > 0 && (
              <div className={styles.readiness}>
                <LackList classId={classId} lacks={board.lacks} first={3} onOpen={setOpened} />
              </div>
            )}
            <MenteeList classId={classId} rows={all} readOnly={closed} onOpen={setOpened} />
            <MenteeDrawer
              rows={all}
              mentors={board?.mentors ?? []}
              readOnly={closed}
              enrolment={opened}
              onOpen={setOpened}
              onClose={() => setOpened(null)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
