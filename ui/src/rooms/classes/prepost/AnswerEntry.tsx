import { useCallback, useMemo } from 'react';
import { EntryGrid, type CellWrite, type EntryColumn, type EntryRow, type SummaryColumn } from '../../../components/EntryGrid';
import { useSetAnswers, type TestView } from '../../../data/evaluation/classTests';
import { useUndo } from '../../../data/mutation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import { normalise as normaliseScore } from '../scores/gridColumns';

const text = id.evaluation.tests;
const column = 'answers';

/** `abbd c` becomes `ABBDC`; what is no answer stays for the core to refuse. */
const normaliseAnswers = (typed: string) => typed.replace(/\s/g, '').toUpperCase();

/** One cell for each participant: all answers in a row, or the score where there is no key. */
export function AnswerEntry({ classId, view }: { classId: string; view: TestView }) {
  const { mutateAsync } = useSetAnswers(classId, view.stage);
  const undo = useUndo();
  const { key, questions, rows: takers, stage } = view;
  const keyed = key !== '';
  const columns = useMemo<EntryColumn[]>(
    () => [
      {
        id: column,
        header: keyed ? text.answers : text.score,
        sub: keyed ? text.questions(questions) : undefined,
        title: `${text.stages[stage]}, ${keyed ? text.answers : text.score}`,
        width: keyed ? Math.min(560, Math.max(200, questions * 11 + 32)) : 120,
        align: keyed ? 'start' : 'end',
        mode: 'text',
      },
    ],
    [keyed, questions, stage],
  );
  const rows = useMemo<EntryRow[]>(
    () =>
      takers.map((row) => ({
        id: row.enrolment,
        name: row.name,
        detail: row.withdrawn === '' ? row.nip : id.classes.participants.withdrawn,
      })),
    [takers],
  );
  const byRow = useMemo(() => new Map(takers.map((row) => [row.enrolment, row])), [takers]);
  const scoreOf = useCallback(
    (row: string) => {
      const score = byRow.get(row)?.score ?? null;
      return score === null ? '' : formatHundredths(score);
    },
    [byRow],
  );
  const value = useCallback(
    (row: string) => (keyed ? (byRow.get(row)?.answers ?? '') : scoreOf(row)),
    [byRow, keyed, scoreOf],
  );
  const onCommit = useCallback(
    async (cells: CellWrite[]) => {
      const { value: refused } = await mutateAsync(cells.map((cell) => ({ enrolment: cell.row, text: cell.text })));
      return refused.map((cell) => ({ row: cell.enrolment, col: column, message: cell.message }));
    },
    [mutateAsync],
  );
  const summaries = useMemo<SummaryColumn[]>(
    () => (keyed ? [{ id: 'score', header: text.score, width: 96, cell: (row) => <strong>{scoreOf(row)}</strong> }] : []),
    [keyed, scoreOf],
  );
  const footer = useMemo(
    () => ({
      label: text.blank,
      cell: (_: string, texts: readonly string[]) =>
        texts.filter((one, at) => one === '' && takers[at]?.withdrawn === '').length || '',
    }),
    [takers],
  );
  return (
    <EntryGrid
      label={text.stages[stage]}
      rowHeader={text.person}
      columns={columns}
      rows={rows}
      value={value}
      normalise={keyed ? normaliseAnswers : normaliseScore}
      onCommit={onCommit}
      onUndo={() => void undo()}
      readOnly={!view.editable}
      summaries={summaries}
      footer={footer}
      nameWidth={340}
    />
  );
}
