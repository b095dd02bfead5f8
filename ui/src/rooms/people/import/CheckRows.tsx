import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { Icon } from '../../../components/icons';
import { StateBadge } from '../../../components/StateBadge';
import type { Tone } from '../../../components/tone';
import { useImportRows, type ImportRow, type ImportRun, type RowStatus } from '../../../data/people';
import { useToast } from '../../../frame/Toasts';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import { copyRefusals } from './copy';
import classes from './import.module.css';
import { RowDetail } from './RowDetail';

const text = id.importing.check;

const tones: Record<RowStatus, Tone> = { new: 'good', changed: 'info', unchanged: 'neutral', refused: 'bad' };

function what(row: ImportRow): string {
  const [refusal] = row.refusals;
  if (refusal) return `${refusal.cell}: ${refusal.rule}`;
  if (row.changes.length > 0) return text.changes(row.changes.map((change) => change.label).join(', '));
  return row.warnings[0] ?? '';
}

const columns: readonly ListColumn<ImportRow>[] = [
  { id: 'place', header: text.columns.place, width: '150px', cell: (row) => text.place(row.sheet, row.row) },
  {
    id: 'status',
    header: text.columns.status,
    width: '120px',
    cell: (row) => <StateBadge tone={tones[row.status]}>{text.status[row.status]}</StateBadge>,
  },
  { id: 'nip', header: text.columns.nip, width: '190px', cell: (row) => formatNip(row.nip) },
  { id: 'name', header: text.columns.name, width: 'minmax(160px, 1fr)', cell: (row) => row.name },
  { id: 'what', header: text.columns.what, width: 'minmax(200px, 1.6fr)', cell: what },
];

const still = { q: '', sort: '', filters: {} } as const;

interface CheckRowsProps {
  run: ImportRun;
  status: RowStatus | null;
  refused: readonly ImportRow[] | undefined;
  doubles: readonly (readonly ImportRow[])[];
  onUse: (row: ImportRow) => void;
}

/** The rows of the file with what each would do; one opens for what changes or why it is refused. */
export function CheckRows({ run, status, refused, doubles, onUse }: CheckRowsProps) {
  const source = useImportRows(run, status);
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const { show } = useToast();
  const copy = async (rows: readonly ImportRow[]) => {
    try {
      show({ message: text.copied(await copyRefusals(rows)), tone: 'good' });
    } catch {
      show({ message: text.copyFailed, tone: 'bad' });
    }
  };
  const isDouble = (row: ImportRow) => doubles.some((group) => group.some((other) => other.nip === row.nip));
  return (
    <>
      {status === 'refused' && refused && refused.length > 0 && (
        <div className={classes.copy}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<Icon name="export" size={14} />}
            onClick={() => void copy(refused)}
          >
            {text.copy}
          </Button>
        </div>
      )}
      <DataList
        id={`import ${run.token} ${run.number} ${status ?? ''}`}
        label={text.list}
        noun={text.noun}
        columns={columns}
        source={source}
        rowId={(row) => `${row.sheet} ${row.row}`}
        rowLabel={(row) => `${text.placeLong(row.sheet, row.row)} ${row.name}`}
        state={still}
        onState={() => undefined}
        onOpen={setOpened}
        noSearch
        empty={<p className="muted">{text.nothingHere}</p>}
      />
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        size={520}
        title={opened && text.placeLong(opened.sheet, opened.row)}
      >
        {opened && (
          <div className={classes.detail}>
            <RowDetail row={opened} onUse={isDouble(opened) ? () => onUse(opened) : undefined} />
          </div>
        )}
      </Drawer>
    </>
  );
}
