import { Button } from '@mantine/core';
import { ProgressPanel } from '../../components/ProgressPanel';
import { ReasonList } from '../../components/ReasonList';
import { refusalText } from '../../data/mutation';
import { useDataCheck } from '../../data/safety';
import { id } from '../../i18n/id';
import classes from './safety.module.css';
import { SafetyHeader } from './SafetyHeader';

const text = id.safety.check;

/** Is the data whole? */
export function CheckScreen() {
  const check = useDataCheck();
  const found = check.data;
  return (
    <>
      <SafetyHeader
        primary={
          <Button disabled={check.isPending} onClick={() => check.mutate()}>
            {found ? text.again : text.run}
          </Button>
        }
      />
      <section className={classes.check} aria-label={text.label}>
        <h2>{text.title}</h2>
        <p className="muted">{text.text}</p>
        <div role="status">
          {check.isPending && <ProgressPanel label={text.running} done={0} total={0} />}
          {check.error && <ReasonList reasons={[{ tone: 'bad', text: refusalText(check.error) }]} />}
          {found?.length === 0 && !check.isPending && <ReasonList reasons={[{ tone: 'good', text: text.fine }]} />}
          {found && found.length > 0 && (
            <>
              <p className={classes.found}>{text.found(found.length)}</p>
              <ReasonList label={text.label} reasons={found.map((one) => ({ tone: 'bad', text: one.message }))} />
              <p className={classes.kept}>{text.remedy}</p>
            </>
          )}
        </div>
      </section>
    </>
  );
}
