import { Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileImportSteps } from '../../../components/FileImportSteps';
import { ReasonList } from '../../../components/ReasonList';
import type { ImportReport } from '../../../data/people';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import classes from './import.module.css';
import { stepsWith } from './steps';

const text = id.importing.done;
const tiles = id.importing.check.tiles;
const mostShown = 20;

export interface DoneStepProps {
  file: string;
  report: ImportReport;
  onAgain: () => void;
}

/** What the import did, and where to go from here. */
export function DoneStep({ file, report, onAgain }: DoneStepProps) {
  const navigate = useNavigate();
  const written = report.new + report.changed;
  const counts = { new: report.new, changed: report.changed, unchanged: report.unchanged } as const;
  return (
    <FileImportSteps
      label={id.importing.label}
      current={3}
      steps={stepsWith(
        3,
        <div className={classes.done}>
          <h2>{written > 0 ? text.title(written) : text.none}</h2>
          <p className="muted">{text.text(file)}</p>
          <dl className={classes.counts}>
            {(['new', 'changed', 'unchanged'] as const).map((key) => (
              <div key={key}>
                <dt>{tiles[key]}</dt>
                <dd>{formatNumber(counts[key])}</dd>
              </div>
            ))}
          </dl>
          {report.refused.length > 0 && (
            <section aria-label={tiles.refused}>
              <p>{text.skipped(report.refused.length)}</p>
              <ReasonList
                label={tiles.refused}
                reasons={report.refused.slice(0, mostShown).map((cell) => ({
                  tone: 'bad',
                  subject: `${cell.sheet} ${cell.cell}`,
                  text: cell.rule,
                  remedy: cell.remedy,
                }))}
              />
              {report.refused.length > mostShown && <p className="muted">{text.more(report.refused.length - mostShown)}</p>}
            </section>
          )}
          <Group gap="sm">
            {/* Not a link: the browser gives a new link no focus. */}
            <Button autoFocus onClick={() => void navigate({ to: '/people' })}>
              {text.toList}
            </Button>
            {report.duplicates.length > 0 && (
              <Button component={Link} to="/people/duplicates" variant="default">
                {text.toDuplicates}
              </Button>
            )}
            <Button variant="default" onClick={onAgain}>
              {text.again}
            </Button>
          </Group>
        </div>,
      )}
    />
  );
}
