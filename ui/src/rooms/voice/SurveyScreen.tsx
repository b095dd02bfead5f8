import { Button } from '@mantine/core';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EntryImportButton } from '../../components/EntryImport';
import { Icon } from '../../components/icons';
import { usePassing } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { useAddressId } from '../../data/open';
import { useDeleteSurvey, useSurvey, type SurveyView } from '../../data/voice';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { AnswersTab } from './AnswersTab';
import { qualityTone } from './Quality';
import { ResultTab } from './ResultTab';
import { SurveyDataTab } from './SurveyDataTab';
import { roomCrumb } from './VoiceHeader';

const text = id.voice.survey;
const crumbs = [roomCrumb];

/** One survey: what it came to, its sheets, its data. */
export function SurveyScreen() {
  const at = useAddressId();
  return <Loaded query={useSurvey(at)}>{(view) => <SurveyPage key={at} at={at} view={view} />}</Loaded>;
}

function SurveyPage({ at, view }: { at: string; view: SurveyView }) {
  const { row, survey, result } = view;
  const navigate = useNavigate();
  const base = `/voice/surveys/${at}`;
  const { pathname } = useLocation();
  const [asking, setAsking] = useState(false);
  const passing = usePassing();
  const remove = useDeleteSurvey(at, {
    onDone: () => {
      passing.current = true;
      void navigate({ to: '/voice', replace: true });
    },
  });
  const nobody = result.ikm === null;
  const go = (to: string, search?: Record<string, string>) => void navigate({ to, search });
  return (
    <>
      <PageHeader
        title={survey.name}
        crumbs={crumbs}
        subtitle={`${row.unit_path} · ${dateRange(survey.starts, survey.ends)}`}
        state={
          nobody
            ? { label: text.none, tone: 'neutral' }
            : { label: text.quality(result.letter, result.band), tone: qualityTone(result.letter) }
        }
        primary={
          <Button component={Link} to={`${base}/typing`} leftSection={<Icon name="keyboard" size={16} />}>
            {text.typing}
          </Button>
        }
        actions={
          <>
            <EntryImportButton target={{ kind: 'skm', survey: at }} title={text.import} />
            <Button
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
              onClick={() => go(nobody ? `${base}/sheets` : `${base}/publication`)}
            >
              {nobody ? text.sheets : text.publication}
            </Button>
          </>
        }
        menu={[
          { label: text.sheets, icon: 'printer', run: () => go(`${base}/sheets`) },
          { label: text.results, icon: 'printer', run: () => go(`${base}/results`), disabled: nobody },
          { label: text.yearly, icon: 'calendar', run: () => go('/voice/yearly', survey.unit === null ? {} : { unit: survey.unit }) },
          { label: text.delete, icon: 'trash', run: () => setAsking(true) },
        ]}
        tabs={[
          { label: text.tabs.result, to: base },
          { label: text.tabs.answers, to: `${base}/answers`, note: row.answers > 0 ? formatNumber(row.answers) : undefined },
          { label: text.tabs.data, to: `${base}/data` },
        ]}
      />
      {pathname.endsWith('/answers') ? (
        <AnswersTab survey={at} view={view} />
      ) : pathname.endsWith('/data') ? (
        <SurveyDataTab survey={survey} passing={passing} />
      ) : (
        <ResultTab survey={at} view={view} />
      )}
      <ConfirmDialog
        opened={asking}
        title={text.deleteTitle}
        confirmLabel={text.deleteConfirm}
        danger
        onConfirm={() => remove.mutateAsync(undefined)}
        onClose={() => setAsking(false)}
      >
        {text.deleteBody(survey.name, row.answers)}
      </ConfirmDialog>
    </>
  );
}
