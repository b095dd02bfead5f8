import { Button, Drawer } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type SyntheticEvent } from 'react';
import { RefusalError } from '../../../backend/backend';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { usePreview, useSaveSettings, type Board, type MentoringSettings } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { PreviewLine } from './Choices';
import styles from './mentoring.module.css';
import { PeriodFields, RuleFields, WeightFields, type Errors } from './RuleFields';

const text = id.pairing.rules;
/** So long after the last keystroke the effect is counted. */
const pause = 200;

export interface RulesDrawerProps {
  classId: string;
  board: Board;
  /** What was chosen on the board and is not stored yet. */
  draft: Partial<MentoringSettings>;
  opened: boolean;
  readOnly: boolean;
  onRun: (settings: MentoringSettings) => Promise<unknown>;
  onClose: () => void;
}

/**
 * Hard rules, weights and period of the class; what a change would do is told before it is saved. Trying something out
 * and closing again is usual here, so that closing does not ask.
 */
export function RulesDrawer(props: RulesDrawerProps) {
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size={620}
      title={text.title}
    >
      <Form {...props} />
    </Drawer>
  );
}

function Form({ classId, board, draft, readOnly, onRun, onClose }: RulesDrawerProps) {
  const [settings, setSettings] = useState<MentoringSettings>(() => ({ ...board.settings, ...draft }));
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [counted] = useDebouncedValue(settings, pause);
  const changed = JSON.stringify(counted) !== JSON.stringify(board.settings);
  const preview = usePreview(classId, changed ? counted : null);
  const save = useSaveSettings(classId);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<MentoringSettings>) => setSettings((before) => ({ ...before, ...part }));

  const finish = async (work: (settings: MentoringSettings) => Promise<unknown>) => {
    if (busy || readOnly) return;
    setBusy(true);
    setErrors({});
    setFailure(null);
    try {
      await work(settings);
      onClose();
    } catch (refused) {
      const fields = refused instanceof RefusalError ? refused.fields : [];
      setErrors(Object.fromEntries(fields.map((field) => [field.field, field.message])));
      setFailure(refusalText(refused));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void finish((next) => save.mutateAsync(next));
  };

  return (
    <form noValidate aria-label={text.form} className={styles.rules} onSubmit={submit}>
      <section className={styles.effect} aria-label={text.effect}>
        <h3>{text.effect}</h3>
        {!changed && <p className="muted">{text.same}</p>}
        {changed && preview.data && <PreviewLine preview={preview.data} first={board.run === null} />}
        {changed && preview.isError && <ReasonList reasons={[{ tone: 'bad', text: refusalText(preview.error) }]} />}
      </section>
      {failure !== null && (
        <div role="alert">
          <ReasonList reasons={[{ tone: 'bad', text: failure }]} />
        </div>
      )}
      <RuleFields rules={settings.rules} readOnly={readOnly} onChange={(rules) => set({ rules })} />
      <WeightFields weights={settings.weights} errors={errors} readOnly={readOnly} onChange={(weights) => set({ weights })} />
      <PeriodFields settings={settings} errors={errors} readOnly={readOnly} onChange={set} />
      {!readOnly && (
        <div className={styles.rulesFoot}>
          <Button type="submit" variant="default" disabled={busy}>
            {text.save}
          </Button>
          <Button loading={busy} onClick={() => void finish(onRun)}>
            {text.saveRun}
          </Button>
        </div>
      )}
    </form>
  );
}
