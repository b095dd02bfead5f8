import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { useSaveFile } from '../../data/files';
import { useAnswerSource, useDeleteAnswer, type SkmAnswer, type SurveyView } from '../../data/voice';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { AnswerSheet } from './AnswerSheet';
import styles from './voice.module.css';

const text = id.voice.answers;

/** Who answered, then each question in the order of the sheet. */
function columnsOf({ questions, services }: SurveyView): ListColumn<SkmAnswer>[] {
  const name = new Map(services.map((service) => [service.id, service.name]));
  return [
    { id: 'number', header: text.number, width: '64px', align: 'end', cell: (row) => formatNumber(row.number) },
    { id: 'service', header: text.service, width: 'minmax(0, 1fr)', cell: (row) => name.get(row.service ?? '') ?? '' },
    { id: 'age', header: text.age, width: '74px', align: 'end', cell: (row) => row.age ?? '' },
    { id: 'sex', header: text.sex, width: '56px', cell: (row) => row.sex?.toUpperCase() ?? '' },
    { id: 'education', header: text.education, width: '114px', cell: (row) => row.education },
    { id: 'occupation', header: text.occupation, width: '132px', cell: (row) => row.occupation },
    ...questions.map<ListColumn<SkmAnswer>>(({ element }) => ({
      id: element,
      header: element,
      width: '50px',
      cell: (row) => row.marks[element] ?? <span className="muted">{id.voice.dash}</span>,
    })),
    { id: 'comment', header: text.comment, width: 'minmax(0, 1fr)', cell: (row) => row.comment },
  ];
}

/** The sheets as they are stored; one opens to be put right. */
export function AnswersTab({ survey, view }: { survey: string; view: SurveyView }) {
  const [state, setState] = useListState();
  const [opened, setOpened] = useState<SkmAnswer | null>(null);
  const source = useAnswerSource(survey);
  const saveFile = useSaveFile();
  if (opened) return <Correct survey={survey} view={view} answer={opened} onClose={() => setOpened(null)} />;
  return (
    <>
      {view.row.answers > 0 && (
        <div className={styles.bar}>
          <p className="muted">{text.hint}</p>
          <Button
            variant="default"
            leftSection={<Icon name="export" size={16} />}
            onClick={() => void saveFile((backend) => backend.voice.exportAnswers(survey))}
          >
            {text.export}
          </Button>
        </div>
      )}
      <DataList
        id={`answers ${survey}`}
        label={text.label}
        noun={text.noun}
        columns={columnsOf(view)}
        source={source}
        rowId={(row) => String(row.number)}
        rowLabel={(row) => text.change(row.number)}
        state={state}
        onState={setState}
        onOpen={setOpened}
        noSearch
        empty={<EmptyState icon="voice" title={id.voice.survey.none} text={id.voice.survey.noneText} />}
      />
    </>
  );
}

interface CorrectProps {
  survey: string;
  view: SurveyView;
  answer: SkmAnswer;
  onClose: () => void;
}

function Correct({ survey, view, answer, onClose }: CorrectProps) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteAnswer(survey);
  return (
    <>
      <h2 className={styles.subtitle}>{text.change(answer.number)}</h2>
      <AnswerSheet
        survey={survey}
        view={view}
        known={answer}
        onSaved={onClose}
        foot={
          <>
            <Button variant="default" onClick={onClose}>
              {id.actions.cancel}
            </Button>
            <Button variant="default" leftSection={<Icon name="trash" size={16} />} onClick={() => setAsking(true)}>
              {text.delete}
            </Button>
          </>
        }
      />
      <ConfirmDialog
        opened={asking}
        title={text.deleteTitle(answer.number)}
        confirmLabel={text.deleteConfirm}
        danger
        onConfirm={async () => {
          await remove.mutateAsync(answer.number);
          onClose();
        }}
        onClose={() => setAsking(false)}
      >
        {text.deleteBody}
      </ConfirmDialog>
    </>
  );
}
