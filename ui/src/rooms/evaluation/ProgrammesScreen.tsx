import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { holdsWords } from '../../components/holdsWords';
import { Loaded } from '../../components/Loaded';
import { useProgrammeLines, type Learning, type Level, type ProgrammeLine } from '../../data/evaluation/programmes';
import { useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import { EvaluationHeader } from './EvaluationHeader';

const room = id.followups;
const text = room.programmes;

const shareOf = ({ share }: { share: number | null }) => (share === null ? room.dash : room.percent(String(share)));

/** A level in one line: the figure, and how many stand behind it. */
function figure(level: Level) {
  if (level.percent === null) return room.dash;
  return `${room.percent(formatHundredths(level.percent))} · ${text.sheets(level.n, shareOf(level))}`;
}

function learnt(learning: Learning) {
  if (learning.n === 0) return room.dash;
  const score = learning.score === null ? room.dash : formatHundredths(learning.score);
  return `${score} · ${text.results(learning.n, shareOf(learning))}`;
}

const columns: ListColumn<ProgrammeLine>[] = [
  { id: 'name', header: text.name, width: 'minmax(0, 3fr)', cell: (row) => row.name, sort: (row) => row.name },
  { id: 'classes', header: text.classes, width: '68px', align: 'end', cell: (row) => formatNumber(row.classes), sort: (row) => row.classes },
  { id: 'participants', header: text.participants, width: '84px', align: 'end', cell: (row) => formatNumber(row.participants), sort: (row) => row.participants },
  { id: 'reaction', header: text.reaction, width: 'minmax(0, 2fr)', cell: (row) => figure(row.levels.reaction), sort: (row) => row.levels.reaction.percent ?? -1 },
  { id: 'learning', header: text.learning, width: 'minmax(0, 2fr)', cell: (row) => learnt(row.levels.learning), sort: (row) => row.levels.learning.score ?? -1 },
  { id: 'behaviour', header: text.behaviour, width: 'minmax(0, 2fr)', cell: (row) => figure(row.levels.behaviour), sort: (row) => row.levels.behaviour.percent ?? -1 },
  { id: 'effect', header: text.effect, width: 'minmax(0, 2fr)', cell: (row) => figure(row.levels.effect), sort: (row) => row.levels.effect.percent ?? -1 },
];

/** Every programme with classes, each with its four levels, as the room shows it first. */
export function ProgrammesScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  return (
    <>
      <EvaluationHeader />
      <Loaded query={useProgrammeLines()}>
        {(lines) => (
          <DataList
            id="evaluated"
            label={text.label}
            noun={text.noun}
            columns={columns}
            source={lines.filter((line) => holdsWords(state.q, line.name))}
            rowId={(row) => row.id}
            rowLabel={(row) => row.name}
            state={state}
            onState={setState}
            onOpen={(row) => void navigate({ to: '/evaluation/programmes/$id', params: { id: row.id } })}
            searchPlaceholder={text.search}
            empty={
              <EmptyState
                icon="chart"
                title={text.empty}
                text={text.emptyText}
                action={<Button onClick={() => void navigate({ to: '/classes' })}>{text.toClasses}</Button>}
              />
            }
          />
        )}
      </Loaded>
    </>
  );
}
