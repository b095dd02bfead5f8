import { Button } from '@mantine/core';
import { FileImportSteps } from '../../../components/FileImportSteps';
import { Icon } from '../../../components/icons';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { useImportOpen, type ImportFile } from '../../../data/people';
import { id } from '../../../i18n/id';
import classes from './import.module.css';
import { stepsWith } from './steps';

const text = id.importing.file;

/** What is accepted, and the way to the file. */
export function FileStep({ onOpened }: { onOpened: (file: ImportFile) => void }) {
  const open = useImportOpen(onOpened);
  return (
    <FileImportSteps
      label={id.importing.label}
      current={0}
      steps={stepsWith(
        0,
        <div className={classes.file}>
          <Icon name="file" size={32} />
          <h2>{text.title}</h2>
          <ul>
            {text.accepted.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {open.error && (
            <div role="alert" className={classes.refused}>
              <ReasonList reasons={[{ tone: 'bad', text: refusalText(open.error) }]} />
            </div>
          )}
          <Button
            autoFocus
            leftSection={<Icon name="import" size={16} />}
            loading={open.isPending}
            onClick={() => open.mutate()}
          >
            {open.error ? text.another : text.choose}
          </Button>
        </div>,
      )}
    />
  );
}
