import { Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { RefusalError } from '../../backend/backend';
import { DateField } from '../../components/DateField';
import { FormPage } from '../../components/FormPage';
import { useSaveJudgement, type JudgementStage, type PairView, type Side } from '../../data/mentoring';
import { id } from '../../i18n/id';
import { formatHundredths } from '../../i18n/numbers';
import styles from './mentoring.module.css';

const text = id.mentoring.judgement;
const stages: readonly JudgementStage[] = ['mid', 'final'];
const sides: readonly Side[] = ['mentee', 'mentor'];

interface Place {
  stage: JudgementStage;
  side: Side;
}

const nameOf = ({ stage, side }: Place) => text.of(text.stages[stage], text.sides[side]);

const judgementOf = (view: PairView, { stage, side }: Place) =>
  view.judgements.find((one) => one.stage === stage && one.side === side);

/** What both say of each other halfway and at the end: four places, each a button to its form. */
export function Judgements({ view, today }: { view: PairView; today: string }) {
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <section aria-label={text.title}>
      <h2>{text.title}</h2>
      <table className={styles.judgements}>
        <thead>
          <tr>
            <td />
            {sides.map((side) => (
              <th key={side} scope="col">
                {text.sides[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage}>
              <th scope="row">{text.stages[stage]}</th>
              {sides.map((side) => (
                <td key={side}>
                  <Cell view={view} place={{ stage, side }} onOpen={setPlace} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Modal
        opened={place !== null}
        onClose={() => setPlace(null)}
        title={place && nameOf(place)}
      >
        {place && <JudgementForm view={view} place={place} today={today} onClose={() => setPlace(null)} />}
      </Modal>
    </section>
  );
}

function Cell({ view, place, onOpen }: { view: PairView; place: Place; onOpen: (place: Place) => void }) {
  const judgement = judgementOf(view, place);
  const what = nameOf(place);
  const score = judgement && formatHundredths(judgement.score);
  return (
    <button
      type="button"
      className={styles.judgement}
      data-empty={judgement === undefined || undefined}
      aria-label={score === undefined ? text.fillOf(what) : text.changeOf(what, score)}
      title={judgement?.note}
      onClick={() => onOpen(place)}
    >
      {score ?? text.fill}
    </button>
  );
}

interface FormProps {
  view: PairView;
  place: Place;
  today: string;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  date: string | null;
  score: string;
  note: string;
}

function JudgementForm({ view, place, today, onClose }: FormProps) {
  const known = judgementOf(view, place);
  const form = useForm<Values>({
    initialValues: {
      date: known?.date ?? today,
      score: known ? formatHundredths(known.score) : '',
      note: known?.note ?? '',
    },
  });
  const save = useSaveJudgement({ onDone: onClose });
  const submit = async ({ date, score, note }: Values) => {
    // The core knows no judgement without a day, so that it cannot say this itself.
    if (date === null) {
      const message = text.dateMissing;
      throw new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'date', message }] });
    }
    await save.mutateAsync({ pair: view.row.id, ...place, date, score, note });
  };
  return (
    <FormPage form={form} onSubmit={submit} submitLabel={text.save} onCancel={onClose} label={nameOf(place)}>
      <TextInput
        data-autofocus
        label={text.score}
        description={known ? text.scoreHintKnown : text.scoreHint}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ wrapper: styles.short }}
        {...form.getInputProps('score')}
      />
      <DateField label={text.date} required {...form.getInputProps('date')} />
      <Textarea label={text.note} autosize minRows={3} {...form.getInputProps('note')} />
    </FormPage>
  );
}
