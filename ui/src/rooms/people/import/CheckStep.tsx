import { Checkbox, Radio, Tabs } from '@mantine/core';
import { useState } from 'react';
import { FileImportSteps } from '../../../components/FileImportSteps';
import { Loaded } from '../../../components/Loaded';
import { ProgressPanel } from '../../../components/ProgressPanel';
import { ReasonList } from '../../../components/ReasonList';
import {
  useImportCheck, useImportCommit, useRefusedRows, type ImportReport, type ImportRun, type ImportSettings, type ImportSummary,
  type RowStatus,
} from '../../../data/people';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { Duplicates, NewUnits, Notes } from './CheckLists';
import { CheckRows } from './CheckRows';
import { Doubles, sameNip } from './Doubles';
import classes from './import.module.css';
import { stepsWith } from './steps';

const text = id.importing.check;

export interface CheckStepProps {
  run: ImportRun;
  /** A decision makes another run. */
  onDecide: (settings: Partial<ImportSettings>) => void;
  onBack: () => void;
  onDone: (report: ImportReport) => void;
}

/** The dry run: every row with what it would do, before anything is written. */
export function CheckStep({ run, onDecide, onBack, onDone }: CheckStepProps) {
  const check = useImportCheck(run);
  const [skip, setSkip] = useState(false);
  const commit = useImportCommit({ onDone });
  const summary = check.data;
  const count = summary ? summary.new + summary.changed : 0;
  const blocked = summary !== undefined && summary.refused > 0 && !skip;
  const reason = blocked ? text.mustSkip(summary.refused) : count === 0 ? text.nothing : null;
  return (
    <FileImportSteps
      label={id.importing.label}
      current={2}
      onBack={onBack}
      next={
        summary && {
          label: text.commit(count),
          run: () => commit.mutate({ run, skipRefused: skip }),
          disabled: reason !== null,
          busy: commit.isPending,
        }
      }
      aside={
        summary && (
          <div className={classes.aside}>
            {reason !== null && <ReasonList reasons={[{ tone: blocked ? 'bad' : 'info', text: reason }]} />}
            {summary.refused > 0 && (
              <Checkbox
                label={text.skip(summary.refused)}
                checked={skip}
                onChange={(event) => setSkip(event.currentTarget.checked)}
              />
            )}
          </div>
        )
      }
      steps={stepsWith(
        2,
        check.isPending ? (
          <ProgressPanel label={text.checking} done={0} total={0} />
        ) : (
          <Loaded query={check}>{(data) => <Found run={run} summary={data} onDecide={onDecide} />}</Loaded>
        ),
      )}
    />
  );
}

const statuses: readonly RowStatus[] = ['new', 'changed', 'unchanged', 'refused'];

function Tiles({ summary, chosen, onChoose }: { summary: ImportSummary; chosen: RowStatus | null; onChoose: (status: RowStatus | null) => void }) {
  return (
    <div className={classes.tiles} role="group" aria-label={text.statusLabel}>
      {statuses.map((status) => (
        <button
          key={status}
          type="button"
          data-status={summary[status] > 0 ? status : undefined}
          aria-pressed={chosen === status}
          onClick={() => onChoose(chosen === status ? null : status)}
        >
          <strong>{formatNumber(summary[status])}</strong>
          <span>{text.tiles[status]}</span>
          <span className="muted">{text.tileHint[status]}</span>
        </button>
      ))}
    </div>
  );
}

function Question({ run, questions, onDecide }: { run: ImportRun; questions: readonly string[] } & Pick<CheckStepProps, 'onDecide'>) {
  const decided = run.settings.day_first ?? null;
  if (questions.length === 0 && decided === null) return null;
  return (
    <section className={classes.question} aria-label={text.question}>
      {questions.length > 0 && (
        <ReasonList label={text.question} reasons={questions.map((question) => ({ tone: 'warn', text: question }))} />
      )}
      <Radio.Group
        label={text.order}
        value={decided === null ? '' : decided ? 'day' : 'month'}
        onChange={(value) => onDecide({ day_first: value === 'day' })}
      >
        <div className={classes.choices}>
          <Radio value="day" label={text.dayFirst} />
          <Radio value="month" label={text.monthFirst} />
        </div>
      </Radio.Group>
    </section>
  );
}

function Found({ run, summary, onDecide }: { run: ImportRun; summary: ImportSummary } & Pick<CheckStepProps, 'onDecide'>) {
  const [status, setStatus] = useState<RowStatus | null>(summary.refused > 0 ? 'refused' : null);
  const [part, setPart] = useState<string | null>('rows');
  const refused = useRefusedRows(run).data;
  const doubles = sameNip(refused ?? []);
  const used = run.settings.use_rows ?? [];
  const useRow = (row: { sheet: string; row: number }) =>
    onDecide({ use_rows: [...used, { sheet: row.sheet, row: row.row }] });
  const tab = (value: string, label: string, count: number) =>
    count > 0 && (
      <Tabs.Tab value={value}>
        {label} <span className="muted">{formatNumber(count)}</span>
      </Tabs.Tab>
    );
  return (
    <>
      <Tiles
        summary={summary}
        chosen={status}
        onChoose={(next) => {
          setStatus(next);
          setPart('rows');
        }}
      />
      <Question run={run} questions={summary.questions} onDecide={onDecide} />
      <Tabs value={part} onChange={setPart} keepMounted={false} className={classes.parts}>
        <Tabs.List aria-label={text.parts}>
          <Tabs.Tab value="rows">{text.rowsTab}</Tabs.Tab>
          {tab('doubles', text.doublesTab, doubles.length + used.length)}
          {tab('duplicates', text.duplicatesTab, summary.duplicates.length)}
          {tab('units', text.unitsTab, summary.new_units.length)}
          {tab('notes', text.notesTab, summary.notes.length)}
        </Tabs.List>
        <Tabs.Panel value="rows" className={classes.part}>
          <CheckRows key={status} run={run} status={status} refused={refused} doubles={doubles} onUse={useRow} />
        </Tabs.Panel>
        <Tabs.Panel value="doubles" className={classes.part}>
          <Doubles groups={doubles} used={used} onUse={useRow} onUsed={(rows) => onDecide({ use_rows: rows })} />
        </Tabs.Panel>
        <Tabs.Panel value="duplicates" className={classes.part}>
          <Duplicates of={summary.duplicates} />
        </Tabs.Panel>
        <Tabs.Panel value="units" className={classes.part}>
          <NewUnits of={summary.new_units} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" className={classes.part}>
          <Notes of={summary.notes} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
