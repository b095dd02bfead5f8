import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useAddressId } from '../../data/open';
import { useSurvey, type SkmAnswer } from '../../data/voice';
import { id } from '../../i18n/id';
import { AnswerSheet } from './AnswerSheet';
import { roomCrumb } from './VoiceHeader';

const text = id.voice.typing;

/** Sheet after sheet from paper. */
export function TypingScreen() {
  const at = useAddressId();
  const survey = useSurvey(at);
  const [known, setKnown] = useState<SkmAnswer | null>(null);
  const back = `/voice/surveys/${at}`;
  return (
    <>
      <PageHeader
        title={text.title}
        subtitle={survey.data && `${survey.data.survey.name} · ${survey.data.row.unit_path}`}
        crumbs={[roomCrumb, { label: survey.data?.survey.name ?? '', to: back }]}
        actions={
          <Button component={Link} to={back} variant="default">
            {text.done}
          </Button>
        }
      />
      <Loaded query={survey}>
        {(view) => (
          <AnswerSheet
            key={known?.number ?? 'new'}
            survey={at}
            view={view}
            known={known ?? undefined}
            onKnown={setKnown}
            onSaved={() => setKnown(null)}
            foot={
              known && (
                <Button variant="default" onClick={() => setKnown(null)}>
                  {id.actions.cancel}
                </Button>
              )
            }
          />
        )}
      </Loaded>
    </>
  );
}
