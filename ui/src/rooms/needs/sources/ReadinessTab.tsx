import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { DateField } from '../../../components/DateField';
import { FormPage } from '../../../components/FormPage';
import { holdsWords } from '../../../components/holdsWords';
import { Loaded } from '../../../components/Loaded';
import shared from '../../../components/shared.module.css';
import { useProposeCoachings, useReadiness, type ReadinessResult, type ReadyPerson } from '../../../data/needs/inquiries';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatHundredths, formatNumber } from '../../../i18n/numbers';
import { PersonReadiness } from './PersonReadiness';
import styles from './sources.module.css';

const text = id.inquiries.readiness;

const scoreText = (score: number | null) => (score === null ? '–' : formatHundredths(score));

/** What a readiness check came to, and who needs coaching. */
export function ReadinessTab({ at }: { at: string }) {
  return (
    <Loaded query={useReadiness(at)}>
      {(result) =>
        result.people.length === 0 ? (
          <p role="status">{text.none}</p>
        ) : (
          <>
            <Sides result={result} />
            <People at={at} result={result} />
          </>
        )
      }
    </Loaded>
  );
}

function Sides({ result }: { result: ReadinessResult }) {
  return (
    <section aria-label={text.sides}>
      <p className="muted">{text.lead}</p>
      <table className={shared.table} aria-label={text.sides}>
        <thead>
          <tr>
            <th scope="col" style={{ width: 190 }}>{text.side}</th>
            <th scope="col" className={shared.end} style={{ width: 96 }}>
              {text.mean}
            </th>
            <th scope="col" className={shared.end} style={{ width: 80 }}>
              {text.least}
            </th>
            <th scope="col" className={shared.end} style={{ width: 130 }}>
              {text.low}
            </th>
            <th scope="col" style={{ width: 260 }}>{text.coach}</th>
            <th scope="col">{text.advice}</th>
          </tr>
        </thead>
        <tbody>
          {result.sides.map(({ dimension, mean, low }) => (
            <tr key={dimension.id}>
              <td>{dimension.name}</td>
              <td className={shared.end}>{scoreText(mean)}</td>
              <td className={shared.end}>{dimension.least}</td>
              <td className={shared.end}>{formatNumber(low)}</td>
              <td>{dimension.coach}</td>
              <td>{dimension.advice}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const lowOf = (person: ReadyPerson) => person.scores.filter((score) => score.low).length;

function People({ at, result }: { at: string; result: ReadinessResult }) {
  const [state, setState] = useListState();
  const [open, setOpen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const columns: ListColumn<ReadyPerson>[] = [
    { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: (row) => row.name },
    { id: 'unit', header: text.unit, width: 'minmax(0, 2fr)', cell: (row) => <span title={row.unit}>{row.unit}</span> },
    ...result.sides.map(({ dimension }, place): ListColumn<ReadyPerson> => ({
      id: dimension.id,
      header: dimension.name,
      width: 'minmax(124px, 0.8fr)',
      align: 'end',
      cell: (row) => {
        const score = row.scores[place];
        return score?.low === true ? <strong>{`${scoreText(score.score)} ↓`}</strong> : scoreText(score?.score ?? null);
      },
    })),
    {
      id: 'decided',
      header: text.decided,
      width: '132px',
      align: 'end',
      cell: (row) => text.decidedOf(row.coachings.length, lowOf(row)),
    },
  ];
  const onlyLow = state.filters['who'] === 'low';
  const rows = result.people.filter((row) => holdsWords(state.q, row.name, row.unit) && (!onlyLow || lowOf(row) > 0));
  const person = result.people.find((row) => row.person === open);
  return (
    <div className={styles.people}>
      {result.undecided > 0 && (
        <div className={styles.propose}>
          <Button onClick={() => setAsking(true)}>{text.propose(result.undecided)}</Button>
        </div>
      )}
      <DataList
        id="ready-people"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={rows}
        rowId={(row) => row.person}
        rowLabel={(row) => row.name}
        state={state}
        onState={setState}
        onOpen={(row) => setOpen(row.person)}
        searchPlaceholder={text.search}
        filters={[{ id: 'who', label: text.who, options: [{ value: 'low', label: text.onlyLow }] }]}
      />
      {person && <PersonReadiness at={at} result={result} person={person} onClose={() => setOpen(null)} />}
      {asking && <Propose at={at} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** Decides what the rule says for everybody who is low and undecided. */
function Propose({ at, onClose }: { at: string; onClose: () => void }) {
  const form = useForm<{ due: string | null }>({ initialValues: { due: null } });
  const propose = useProposeCoachings(at, { onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={text.proposeTitle}>
      <FormPage
        form={form}
        label={text.proposeTitle}
        submitLabel={text.proposeConfirm}
        onCancel={onClose}
        onSubmit={({ due }) => propose.mutateAsync(due)}
      >
        <p>{text.proposeBody}</p>
        <DateField label={id.inquiries.coaching.due} {...form.getInputProps('due')} />
      </FormPage>
    </Modal>
  );
}
