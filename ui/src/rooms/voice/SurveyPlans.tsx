import { ImprovementTable } from '../../components/Improvements';
import { useImprovements } from '../../data/evaluation/improvements';
import { id } from '../../i18n/id';
import styles from './voice.module.css';

const text = id.voice.plans;

/** What is done about what the survey found. */
export function SurveyPlans({ survey }: { survey: string }) {
  const rows = useImprovements({ survey }).data?.rows ?? [];
  return (
    <section className={styles.section} aria-label={text.title}>
      <h2>{text.title}</h2>
      {rows.length === 0 ? <p className="muted">{text.none}</p> : <ImprovementTable rows={rows} label={text.title} />}
    </section>
  );
}
