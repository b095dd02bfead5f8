import { Button, Group, Modal } from '@mantine/core';
import { id } from '../../i18n/id';
import type { Paste } from './gridEdits';
import classes from './grid.module.css';

const previewRows = 12;
const previewCols = 12;

/** Asks before a block is pasted that the grid cannot hold, showing what fits and what does not. */
export function PasteDialog({ paste, onClose }: { paste: Paste; onClose: (confirmed: boolean) => void }) {
  const { block, fits, cells } = paste;
  const width = Math.max(...block.map((line) => line.length));
  // The rows around the edge of the grid are the ones worth seeing.
  const first = Math.max(0, Math.min(fits.rows - previewRows / 2, block.length - previewRows));
  const shown = block.slice(first, first + previewRows);
  const hidden = block.length - shown.length;
  return (
    <Modal
      opened
      onClose={() => onClose(false)}
      title={id.grid.paste.title}
      size="lg"
    >
      <p>{id.grid.paste.body(block.length, width)}</p>
      <div className={classes.preview} tabIndex={0} role="region" aria-label={id.grid.paste.preview}>
        <table>
          <tbody>
            {shown.map((line, row) => (
              <tr key={first + row}>
                {line.slice(0, previewCols).map((text, col) => (
                  <td key={col} data-outside={first + row >= fits.rows || col >= fits.cols || undefined}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && <p className="muted">{id.grid.paste.more(hidden)}</p>}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => onClose(false)}>
          {id.actions.cancel}
        </Button>
        <Button data-autofocus onClick={() => onClose(true)}>
          {id.grid.paste.confirm(cells.length)}
        </Button>
      </Group>
    </Modal>
  );
}
