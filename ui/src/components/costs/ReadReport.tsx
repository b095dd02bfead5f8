import { Button } from '@mantine/core';
import type { ReadFile } from '../../backend/bindings';
import { id } from '../../i18n/id';
import { CellTable } from '../CellTable';
import { ReasonList, type Reason } from '../ReasonList';
import classes from '../shared.module.css';

const text = id.costs.read;

/** What came out of a file or of pasted cells, and what was left out of it, each with its cell. */
export function ReadReport({ file, onClose }: { file: ReadFile<unknown>; onClose: () => void }) {
  const found: Reason = {
    tone: file.refused.length === 0 ? 'good' : file.lines.length === 0 ? 'bad' : 'warn',
    subject: file.file,
    text: text.found(file.lines.length, file.refused.length),
  };
  const notes = file.notes.map<Reason>((note) => ({ tone: 'info', text: note }));
  return (
    <section aria-label={text.title} className={classes.importBlock} role="status">
      <ReasonList label={text.title} reasons={[found, ...notes]} />
      {file.refused.length > 0 && (
        <>
          <h3>{text.refused(file.refused.length)}</h3>
          <CellTable label={text.refused(file.refused.length)} cells={file.refused} />
        </>
      )}
      {file.doubtful.length > 0 && (
        <>
          <h3>{text.doubtful(file.doubtful.length)}</h3>
          <CellTable label={text.doubtful(file.doubtful.length)} cells={file.doubtful} />
        </>
      )}
      <Button variant="default" size="xs" mt="xs" onClick={onClose}>
        {text.close}
      </Button>
    </section>
  );
}
