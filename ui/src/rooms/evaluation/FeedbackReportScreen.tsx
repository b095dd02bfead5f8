import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { roundAbout } from '../../components/rounds';
import { useFeedbackReport, type FeedbackReport, type RoundRow } from '../../data/evaluation/feedback';
import { id } from '../../i18n/id';
import { roomCrumb } from './EvaluationHeader';
import styles from './evaluation.module.css';
import { reportTitle, useFeedbackBy, useFeedbackPlace } from './feedbackBy';
import { FeedbackPartView } from './FeedbackPartView';

const room = id.feedback;
const text = room.report;

/** What participants said of a round, a class, a speaker, a subject or a programme. */
export function FeedbackReportScreen() {
  const navigate = useNavigate();
  const place = useFeedbackPlace();
  const query = useFeedbackReport(useFeedbackBy());
  const report = query.data;
  const ofClass = report?.rounds[0]?.class;
  return (
    <>
      <PageHeader
        title={reportTitle(report)}
        fullTitle={report?.title}
        subtitle={report?.subtitle}
        crumbs={[roomCrumb, { label: room.room.tabs.feedback, to: '/evaluation/feedback' }]}
        actions={ofClass !== undefined && (place.kind === 'round' || place.kind === 'class') && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/classes/$id/evaluation', params: { id: ofClass } })}
          >
            {text.toClass}
          </Button>
        )}
        primary={
          <Button
            leftSection={<Icon name="printer" size={16} />}
            onClick={() => void navigate({ to: '/evaluation/feedback/$kind/$id/print', params: place })}
          >
            {text.print}
          </Button>
        }
      />
      <Loaded query={query}>{(shown) => <Body report={shown} />}</Loaded>
    </>
  );
}

function Body({ report }: { report: FeedbackReport }) {
  if (report.parts.length === 0) return <EmptyState icon="chart" title={text.empty} text={text.emptyText} />;
  return (
    <div className={styles.report}>
      {report.parts.map((part, at) => (
        <FeedbackPartView key={at} part={part} />
      ))}
      {report.comments.length > 0 && (
        <section aria-label={text.comments}>
          <h2>{text.comments}</h2>
          <p className="muted">{text.commentsHint}</p>
          {report.comments.map(({ item, text: asked, comments }) => (
            <div key={item}>
              <h3>{asked}</h3>
              <ul className={styles.comments}>
                {comments.map((comment, at) => (
                  <li key={at}>{comment}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      {report.rounds.length > 1 && <Rounds rounds={report.rounds} />}
    </div>
  );
}

/** What the report is made of; each can be looked at alone. */
function Rounds({ rounds }: { rounds: readonly RoundRow[] }) {
  return (
    <section aria-label={text.rounds}>
      <h2>{text.rounds}</h2>
      <ul className={styles.comments}>
        {rounds.map((row) => (
          <li key={row.id}>
            <Link to="/evaluation/feedback/$kind/$id" params={{ kind: 'round', id: row.id }}>
              {text.roundLine(row.programme_name, row.class_name, roundAbout(row))}
            </Link>{' '}
            {room.sheets(row.sheets)}
          </li>
        ))}
      </ul>
    </section>
  );
}
