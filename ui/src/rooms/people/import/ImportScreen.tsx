import { useState } from 'react';
import { LeaveGuard } from '../../../components/LeaveGuard';
import { PageHeader } from '../../../components/PageHeader';
import { useImportDrop, type ImportFile, type ImportReport, type ImportRun } from '../../../data/people';
import { id } from '../../../i18n/id';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { DoneStep } from './DoneStep';
import { FileStep } from './FileStep';
import { startChoices, toMapping, type SheetChoice } from './mapping';

const text = id.importing;
const crumbs = [{ label: id.people.title, to: '/people' }];

interface Opened {
  file: ImportFile;
  choices: readonly SheetChoice[];
}

/** From a file to the register: choose, match columns, look at every row, write. */
export function ImportScreen() {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [run, setRun] = useState<ImportRun | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  useImportDrop(opened?.file.token ?? null);

  const open = (file: ImportFile) => {
    setReport(null);
    setRun(null);
    setOpened({ file, choices: startChoices(file) });
  };
  const check = ({ file, choices }: Opened) =>
    setRun((before) => ({
      token: file.token,
      number: (before?.number ?? 0) + 1,
      settings: {
        day_first: before?.settings.day_first ?? null,
        use_rows: before?.settings.use_rows ?? [],
        mappings: choices.filter((choice) => choice.use).map(toMapping),
      },
    }));
  const [looking, setLooking] = useState(false);
  const restart = () => {
    setOpened(null);
    setRun(null);
    setReport(null);
    setLooking(false);
  };

  return (
    <>
      <PageHeader title={text.title} subtitle={opened?.file.file_name} crumbs={crumbs} />
      <LeaveGuard unsaved={opened !== null && report === null} />
      {!opened && <FileStep onOpened={open} />}
      {opened && !looking && (
        <ColumnsStep
          file={opened.file}
          choices={opened.choices}
          onChoices={(choices) => setOpened({ ...opened, choices })}
          onBack={restart}
          onNext={() => {
            check(opened);
            setLooking(true);
          }}
        />
      )}
      {opened && looking && run && !report && (
        <CheckStep
          key={run.number}
          run={run}
          onDecide={(settings) =>
            setRun({ ...run, number: run.number + 1, settings: { ...run.settings, ...settings } })
          }
          onBack={() => setLooking(false)}
          onDone={setReport}
        />
      )}
      {opened && report && <DoneStep file={opened.file.file_name} report={report} onAgain={restart} />}
    </>
  );
}
