import { ReportPage } from '../../components/ReportPage';
import { useEvaluationReport, type EvaluationReport } from '../../data/evaluation';
import { useAddressId } from '../../data/open';
import { id } from '../../i18n/id';
import { useClassPlace } from './useClassPlace';

type Paper = Extract<EvaluationReport, { kind: 'minutes' | 'ranking' | 'tests' }>['kind'];

/** A paper of a class's evaluation, below the tab it belongs to. */
function ClassPaper({ kind, under, title }: { kind: Paper; under: 'results' | 'tests'; title: string }) {
  const classId = useAddressId();
  return (
    <ReportPage
      {...useClassPlace(classId, `/classes/${classId}/${under}`)}
      title={title}
      {...useEvaluationReport({ kind, class: classId })}
    />
  );
}

/** The minutes of the results of a class, with ranking, corrections and signature. */
export const MinutesScreen = () => <ClassPaper kind="minutes" under="results" title={id.evaluation.results.minutes} />;

/** The ranking of a class. */
export const RankingScreen = () => <ClassPaper kind="ranking" under="results" title={id.evaluation.results.ranking} />;

/** Both tests of a class: gains and analysis of the questions. */
export const TestsReportScreen = () => <ClassPaper kind="tests" under="tests" title={id.evaluation.tests.reportTitle} />;
