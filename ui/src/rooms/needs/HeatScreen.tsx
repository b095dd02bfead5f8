import { Button, Group, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { DateField } from '../../components/DateField';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { UnitPicker } from '../../components/UnitPicker';
import { useSaveFile } from '../../data/files';
import { useCompetencies, useHeatMap, type HeatMap, type HeatQuery, type HeatRow } from '../../data/needs';
import { listSearch, useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { heatQuery, inside, pageSize, type Filters } from './heat';
import { HeatLegend } from './HeatLegend';
import { HeatTable } from './HeatTable';
import { NeedsHeader } from './NeedsHeader';
import styles from './needs.module.css';

const text = id.needs;
const room = text.map;

/** Gaps of everybody, opening down from units to people. */
export function HeatScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const query = heatQuery(state.filters);
  const map = useHeatMap(query);
  const saveFile = useSaveFile();
  const set = (change: Filters) => setState({ ...state, filters: { ...state.filters, offset: '', ...change } });
  // Each step down is one that going back undoes.
  const step = (change: Filters) => void navigate({ to: '.', search: listSearch({ ...state.filters, offset: '', ...change }) });
  const open = (row: HeatRow) => {
    if (row.key.kind === 'person') void navigate({ to: `/people/${row.key.person}/competencies` });
    else step(inside(row.key));
  };
  const report = { kind: 'unit', unit: query.unit, day: query.day } as const;
  return (
    <>
      <NeedsHeader
        actions={
          <>
            <Button
              variant="default"
              leftSection={<Icon name="export" size={16} />}
              onClick={() => void saveFile((backend) => backend.needs.saveWorkbook(report))}
            >
              {text.export}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
              onClick={() => void navigate({ to: '/needs/report', search: listSearch({ unit: query.unit ?? '', day: query.day ?? '' }) })}
            >
              {text.print}
            </Button>
          </>
        }
      />
      <HeatChoice query={query} onChange={set} />
      <Loaded query={map}>
        {(data) => (
          <>
            <Way map={data} onChange={step} />
            {data.total === 0 || data.columns.length === 0 ? (
              <EmptyState icon="chart" title={room.empty} text={room.emptyText} />
            ) : (
              <>
                <HeatTable map={data} by={query.by} onOpen={open} />
                <Pages map={data} query={query} onChange={set} />
                <HeatLegend />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface ChoiceProps {
  query: HeatQuery;
  onChange: (change: Filters) => void;
}

/** What the rows are, of which unit, on which day. */
function HeatChoice({ query, onChange }: ChoiceProps) {
  const competencies = useCompetencies().data ?? [];
  return (
    <>
      <p className={styles.lead}>{room.lead}</p>
      <div className={styles.choice}>
        <Select
          label={room.by}
          data={Object.entries(room.bys).map(([value, label]) => ({ value, label }))}
          value={query.by}
          allowDeselect={false}
          onChange={(by) => onChange({ by: by ?? '' })}
        />
        <UnitPicker
          label={text.unit}
          placeholder={text.allUnits}
          value={query.unit}
          onChange={(unit) => onChange({ unit: unit ?? '', direct: '' })}
        />
        <Select
          label={room.lacking}
          placeholder={room.anyone}
          data={competencies.map(({ competency }) => ({ value: competency.id ?? '', label: competency.name }))}
          value={query.lacking}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${room.lacking}`, tabIndex: -1 }}
          onChange={(lacking) => onChange({ lacking: lacking ?? '' })}
        />
        <DateField label={text.day} value={query.day} onChange={(day) => onChange({ day: day ?? '' })} />
      </div>
    </>
  );
}

/** The units above the rows, each the way back up. */
function Way({ map, onChange }: { map: HeatMap; onChange: (change: Filters) => void }) {
  if (map.way.length === 0) return null;
  const steps = [{ unit: '', name: room.top }, ...map.way];
  return (
    <nav aria-label={room.way} className={styles.way}>
      {steps.map(({ unit, name }, at) =>
        at === steps.length - 1 ? (
          <strong key={unit}>{name}</strong>
        ) : (
          <span key={unit}>
            <button type="button" onClick={() => onChange({ unit, by: 'unit', direct: '', position: '', grade: '' })}>
              {name}
            </button>
            <span aria-hidden> › </span>
          </span>
        ),
      )}
    </nav>
  );
}

function Pages({ map, query, onChange }: { map: HeatMap } & ChoiceProps) {
  if (map.total <= pageSize) return null;
  const last = Math.min(query.offset + map.rows.length, map.total);
  const go = (offset: number) => onChange({ offset: offset === 0 ? '' : String(offset) });
  return (
    <Group gap="sm" className={styles.pages}>
      <Button variant="default" disabled={query.offset === 0} onClick={() => go(Math.max(0, query.offset - pageSize))}>
        {room.previous}
      </Button>
      <span className="number">{room.range(formatNumber(query.offset + 1), formatNumber(last), formatNumber(map.total))}</span>
      <Button variant="default" disabled={last >= map.total} onClick={() => go(query.offset + pageSize)}>
        {room.next}
      </Button>
    </Group>
  );
}
