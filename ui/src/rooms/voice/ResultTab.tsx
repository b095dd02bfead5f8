import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../components/EmptyState';
import type { SurveyView } from '../../data/voice';
import { id } from '../../i18n/id';
import { ElementsTable } from './ElementsTable';
import { Figures } from './Figures';
import { ProfileTables } from './ProfileTables';
import { SurveyPlans } from './SurveyPlans';
import styles from './voice.module.css';

const text = id.voice.survey;

/** What a survey came to: the index, each element, who answered, what is done about the lowest. */
export function ResultTab({ survey, view }: { survey: string; view: SurveyView }) {
  const { result } = view;
  const nobody = result.respondents === 0;
  return (
    <div className={styles.result}>
      <Figures view={view} />
      {nobody ? (
        <EmptyState
          icon="voice"
          title={text.none}
          text={text.noneText}
          action={
            <Button component={Link} to={`/voice/surveys/${survey}/sheets`} variant="default">
              {text.sheets}
            </Button>
          }
        />
      ) : (
        <>
          {result.unanswered.length > 0 && <p className={styles.note}>{text.unanswered(result.unanswered.join(', '))}</p>}
          <ElementsTable survey={survey} result={result} />
          <SurveyPlans survey={survey} />
          <ProfileTables groups={view.profile} />
        </>
      )}
    </div>
  );
}
