import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Loaded } from '../../../components/Loaded';
import { useGains, type GainRow, type GainView } from '../../../data/evaluation/classTests';
import { useAddressId } from '../../../data/open';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { formatFixed, formatHundredths } from '../../../i18n/numbers';
import styles from '../classes.module.css';
import { TestsFrame } from './TestsFrame';

const text = id.evaluation.tests.gains;
/** Those without a figure stand before all who have one. */
const least = Number.MIN_SAFE_INTEGER;

const score = (value: number | null) => (value === null ? '–' : formatHundredths(value));
const gain = (value: number | null) => (value === null ? '–' : formatFixed(value, 3));

const columns: ListColumn<GainRow>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 1fr)', cell: (row) => row.name, sort: (row) => row.name },
  { id: 'pre', header: text.pre, width: '120px', align: 'end', cell: (row) => score(row.pre), sort: (row) => row.pre ?? least },
  { id: 'post', header: text.post, width: '120px', align: 'end', cell: (row) => score(row.post), sort: (row) => row.post ?? least },
  { id: 'gain', header: text.gain, width: '120px', align: 'end', cell: (row) => gain(row.gain), sort: (row) => row.gain ?? least },
  { id: 'word', header: text.word, width: '160px', cell: (row) => row.word ?? '–' },
];

/** What everybody has gained between the two tests, and the class by both definitions. */
export function GainsScreen() {
  const classId = useAddressId();
  const gains = useGains(classId);
  return (
    <TestsFrame>
      <Loaded query={gains}>
        {(view) => (
          <>
            <ClassGain view={view} />
            <GainList classId={classId} view={view} />
          </>
        )}
      </Loaded>
    </TestsFrame>
  );
}

function ClassGain({ view }: { view: GainView }) {
  const figures: [string, string][] = [
    [text.both, String(view.both)],
    [text.preMean, score(view.pre_mean)],
    [text.postMean, score(view.post_mean)],
    [text.meanOfGains, text.withWord(gain(view.mean_of_gains), view.mean_word)],
    [text.gainOfMeans, text.withWord(gain(view.gain_of_means), view.means_word)],
  ];
  return (
    <dl className={styles.figures} aria-label={text.class}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function GainList({ classId, view }: { classId: string; view: GainView }) {
  const [state, setState] = useListState();
  const rows = view.rows.filter((row) => holdsWords(state.q, row.name, row.nip));
  return (
    <DataList
      id={`class-${classId}-gains`}
      label={text.tab}
      noun={text.noun}
      columns={columns}
      source={rows}
      rowId={(row) => row.enrolment}
      rowLabel={(row) => row.name}
      state={state}
      onState={setState}
      searchPlaceholder={text.search}
      empty={<EmptyState icon="people" title={text.empty} text={text.emptyText} />}
    />
  );
}
