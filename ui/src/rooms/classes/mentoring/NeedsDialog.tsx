import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { RefusalError } from '../../../backend/backend';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { useSetNeeds, type MenteeRow, type Need } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import classStyles from '../classes.module.css';
import { NeedLines } from './NeedLines';
import type { Errors } from './RuleFields';

const text = id.pairing.mentees;

interface NeedsDialogProps {
  rows: readonly MenteeRow[];
  opened: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** The same needs for all who are marked. */
export function NeedsDialog(props: NeedsDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={text.sameNeedsTitle(props.rows.length)}
      size={680}
    >
      <Body {...props} />
    </Modal>
  );
}

function Body({ rows, onDone, onClose }: NeedsDialogProps) {
  const save = useSetNeeds();
  const [needs, setNeeds] = useState<Need[]>([{ id: null, field: '', required: 3, current: 0 }]);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    if (save.isPending) return;
    try {
      await save.mutateAsync({ enrolments: rows.map((row) => row.enrolment), needs });
      onDone();
      onClose();
    } catch (refused) {
      const fields = refused instanceof RefusalError ? refused.fields : [];
      setErrors(Object.fromEntries(fields.map((field) => [field.field, field.message])));
      setFailure(refusalText(refused));
    }
  };
  return (
    <form
      noValidate
      aria-label={text.sameNeedsTitle(rows.length)}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <p className={classStyles.paragraph}>{text.sameNeedsBody}</p>
      {failure !== null && (
        <div role="alert">
          <ReasonList reasons={[{ tone: 'bad', text: failure }]} />
        </div>
      )}
      <NeedLines needs={needs} errors={errors} onChange={setNeeds} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {id.actions.cancel}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {text.sameNeedsSave(rows.length)}
        </Button>
      </Group>
    </form>
  );
}
