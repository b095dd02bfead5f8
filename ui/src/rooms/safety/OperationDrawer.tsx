import { Button, Drawer } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBackend } from '../../backend/backend';
import { Loaded } from '../../components/Loaded';
import { ReasonList } from '../../components/ReasonList';
import { StateBadge } from '../../components/StateBadge';
import { invalidate, refusalText } from '../../data/mutation';
import { useJournalRows, type JournalRow, type OperationRow } from '../../data/safety';
import { useToast } from '../../frame/Toasts';
import { dateTime } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { differences } from './changes';
import classes from './safety.module.css';

const text = id.safety.journal;
const mostRows = 500;

/** One step of the journal: what it changed, and the way back. */
export function OperationDrawer({ operation, onClose }: { operation: OperationRow | null; onClose: () => void }) {
  return (
    <Drawer
      opened={operation !== null}
      onClose={onClose}
      position="right"
      size={640}
      title={operation?.description}
    >
      {operation && <Operation key={operation.id} operation={operation} onClose={onClose} />}
    </Drawer>
  );
}

function useUndoHere(onDone: () => void) {
  const backend = useBackend();
  const client = useQueryClient();
  const { show } = useToast();
  return useMutation({
    mutationFn: (operation: string) => backend.frame.undo(operation),
    onSuccess: async (changes) => {
      await invalidate(client, changes);
      show({ message: id.frame.toast.undone(changes.description), tone: 'info' });
      onDone();
    },
  });
}

function Operation({ operation, onClose }: { operation: OperationRow; onClose: () => void }) {
  const rows = useJournalRows(operation.id);
  const undo = useUndoHere(onClose);
  return (
    <div className={classes.operation}>
      <div className={classes.operationHead}>
        <span className="muted">{text.at(dateTime(operation.at), operation.actor)}</span>
        {operation.undone && <StateBadge>{text.undone}</StateBadge>}
        {operation.undoes && <StateBadge tone="info">{text.undoes}</StateBadge>}
      </div>
      {!operation.undone && (
        <div className={classes.operationUndo}>
          <Button data-autofocus variant="default" loading={undo.isPending} onClick={() => undo.mutate(operation.id)}>
            {text.undo}
          </Button>
          <span className="muted">{text.undoHint}</span>
        </div>
      )}
      {undo.error && (
        <div role="alert" className={classes.refused}>
          <ReasonList reasons={[{ tone: 'bad', text: refusalText(undo.error) }]} />
        </div>
      )}
      <p>
        {text.changes(operation.rows)}
        {operation.rows > mostRows && ` ${text.first(mostRows)}`}
      </p>
      <Loaded query={rows}>
        {(found) => (
          <div className={classes.changes}>
            {found.map((row, at) => (
              <Change key={at} row={row} />
            ))}
          </div>
        )}
      </Loaded>
    </div>
  );
}

const fieldNames: Readonly<Record<string, string>> = text.fields;
const tables: Readonly<Record<string, string>> = text.tables;
const actions: Readonly<Record<string, string>> = text.actions;

function Change({ row }: { row: JournalRow }) {
  const fields = differences(row);
  const title = `${tables[row.table] ?? row.table}: ${actions[row.action] ?? row.action}`;
  return (
    <section className={classes.change} aria-label={title}>
      <h3>{title}</h3>
      {fields.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{text.field}</th>
              {row.action !== 'i' && <th>{text.before}</th>}
              {row.action !== 'd' && <th>{text.after}</th>}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.field}>
                <td className="muted">{fieldNames[field.field] ?? field.field}</td>
                {row.action !== 'i' && <td>{field.before || <span className="muted">{text.nothing}</span>}</td>}
                {row.action !== 'd' && <td>{field.after || <span className="muted">{text.nothing}</span>}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
