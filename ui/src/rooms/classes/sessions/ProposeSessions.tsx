import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RefusalError, useBackend } from '../../../backend/backend';
import type { Session } from '../../../data/classes';
import { refusalText } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { shownWhole, wholeNumber } from '../numbers';

const text = id.classes.sessions;

/** A session for each day of the class, as a proposal on the screen. */
export function ProposeSessions({ classId, onProposed }: { classId: string; onProposed: (sessions: Session[]) => void }) {
  const backend = useBackend();
  const [opened, setOpened] = useState(false);
  const [perDay, setPerDay] = useState(8);
  const [weekends, setWeekends] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    try {
      setError(null);
      onProposed(await backend.classes.proposeSessions(classId, perDay, weekends));
      setOpened(false);
    } catch (refused) {
      const field = refused instanceof RefusalError ? refused.fields[0]?.message : undefined;
      setError(field ?? refusalText(refused));
    }
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" onClick={() => setOpened((before) => !before)}>
          {text.propose}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="lg" aria-label={text.proposeTitle}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <p>{text.proposeBody}</p>
          <TextInput
            data-autofocus
            label={text.perDay}
            mt="md"
            w={120}
            inputMode="numeric"
            value={shownWhole(perDay)}
            error={error}
            onChange={(event) => setPerDay(wholeNumber(event.currentTarget.value))}
          />
          <Checkbox
            label={text.weekends}
            my="md"
            checked={weekends}
            onChange={(event) => setWeekends(event.currentTarget.checked)}
          />
          <Button type="submit">{text.proposeRun}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
