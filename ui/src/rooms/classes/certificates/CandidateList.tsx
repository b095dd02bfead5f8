import { Modal } from '@mantine/core';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { PdfView } from '../../../components/PdfView';
import { StateBadge } from '../../../components/StateBadge';
import type { Tone } from '../../../components/tone';
import { usePreview, type Candidate } from '../../../data/certificates';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.certificates.issue;
const roles = id.classes.participants.roles;

export type CandidateState = 'ready' | 'outdated' | 'issued' | 'blocked';
const tones: Record<CandidateState, Tone> = { ready: 'info', outdated: 'bad', issued: 'good', blocked: 'warn' };
const order: readonly CandidateState[] = ['ready', 'outdated', 'issued', 'blocked'];

export function stateOf(row: Candidate): CandidateState {
  if (row.number !== null) return row.outdated === null ? 'issued' : 'outdated';
  return row.reason === null ? 'ready' : 'blocked';
}

const columns: readonly ListColumn<Candidate>[] = [
  {
    id: 'name',
    header: text.name,
    width: 'minmax(0, 1.5fr)',
    cell: (row) => (
      <span title={row.long_name === null ? row.name : `${row.name}. ${row.long_name}`}>
        {row.long_name !== null && <Icon name="warning" size={14} className={styles.longName} />}
        {row.name}
      </span>
    ),
    sort: (row) => row.name,
  },
  { id: 'nip', header: text.nip, width: '184px', cell: (row) => <span className="number">{row.nip}</span> },
  { id: 'role', header: text.role, width: '108px', cell: (row) => roles[row.role], sort: (row) => row.role },
  {
    id: 'state',
    header: text.state,
    width: '144px',
    cell: (row) => <StateBadge tone={tones[stateOf(row)]}>{text[stateOf(row)]}</StateBadge>,
    sort: (row) => order.indexOf(stateOf(row)),
  },
  {
    id: 'number',
    header: text.number,
    width: 'minmax(0, 1.6fr)',
    cell: (row) => {
      const parts = row.number === null ? [row.reason, row.long_name] : [row.number, row.outdated];
      return parts.filter((part) => part !== null).join(row.number === null ? ' ' : '. ');
    },
    sort: (row) => row.number ?? '',
  },
];

export interface CandidateListProps {
  classId: string;
  rows: readonly Candidate[];
  marked: ReadonlySet<string>;
  onMark: (marked: ReadonlySet<string>) => void;
}

export function CandidateList({ classId, rows, marked, onMark }: CandidateListProps) {
  const [state, setState] = useListState();
  const [shown, setShown] = useState<Candidate | null>(null);
  const preview = usePreview(classId, shown?.enrolment ?? null);
  const found = rows.filter((row) => holdsWords(state.q, row.name, row.nip, row.number ?? ''));
  return (
    <>
      <DataList
        id={`class-${classId}-certificates`}
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={found}
        rowId={(row) => row.enrolment}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={setShown}
        marked={marked}
        onMark={onMark}
        searchPlaceholder={text.search}
        empty={<EmptyState icon="certificate" title={text.empty} text={text.emptyText} />}
      />
      {rows.length > 0 && <p className={`muted ${styles.under}`}>{text.previewHint}</p>}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={shown && text.preview(shown.name)}
        size="min(1080px, 94vw)"
        yOffset="4vh"
      >
        <div className={styles.previewBox}>
          {shown && <Loaded query={preview}>{(bytes) => <PdfView bytes={bytes} label={text.preview(shown.name)} />}</Loaded>}
        </div>
      </Modal>
    </>
  );
}
