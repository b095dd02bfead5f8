import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { DateField } from '../../components/DateField';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import shared from '../../components/shared.module.css';
import { UnitPicker } from '../../components/UnitPicker';
import { useSaveFile } from '../../data/files';
import { useNeedList, type NeedList, type RankedNeed } from '../../data/needs';
import { listSearch, useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { formatHundredths, formatNumber } from '../../i18n/numbers';
import { needQuery } from './heat';
import { NeedsHeader } from './NeedsHeader';
import styles from './needs.module.css';
import { moveAmongRows, useFirstRow } from './rowKeys';

const text = id.needs;
const room = text.list;

/** Competencies ranked by the formula of the rule; each rank opens to its reasons. */
export function NeedListScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const query = needQuery(state.filters);
  const list = useNeedList(query);
  const saveFile = useSaveFile();
  const set = (change: Record<string, string>) => setState({ ...state, filters: { ...state.filters, ...change } });
  const nothing = list.data === undefined || list.data.needs.length === 0;
  return (
    <>
      <NeedsHeader
        actions={
          <>
            <Button
              variant="default"
              disabled={nothing}
              leftSection={<Icon name="export" size={16} />}
              onClick={() => void saveFile((backend) => backend.needs.saveWorkbook({ kind: 'needs', query }))}
            >
              {text.export}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="printer" size={16} />}
              onClick={() => void navigate({ to: '/needs/list/report', search: listSearch(state.filters) })}
            >
              {text.print}
            </Button>
          </>
        }
      />
      <div className={`${styles.choice} ${styles.two}`}>
        <UnitPicker
          label={text.unit}
          placeholder={text.allUnits}
          value={query.unit}
          onChange={(unit) => set({ unit: unit ?? '' })}
        />
        <DateField label={text.day} value={query.day} onChange={(day) => set({ day: day ?? '' })} />
      </div>
      <Loaded query={list}>
        {(data) => (
          <>
            <p className={styles.formula}>
              {data.statement} <Link to="/needs/rules">{room.change}</Link>
            </p>
            {data.needs.length === 0 ? (
              <EmptyState icon="chart" title={room.empty} text={room.emptyText} />
            ) : (
              <Ranks list={data} search={listSearch({ unit: query.unit ?? '', day: query.day ?? '' })} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Ranks({ list, search }: { list: NeedList; search: Record<string, string> }) {
  const [opened, setOpened] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  useFirstRow(table, list.needs.map((need) => need.competency).join());
  return (
    <table ref={table} className={shared.table} aria-label={room.label} onKeyDown={moveAmongRows}>
      <thead>
        <tr>
          <th scope="col" className={shared.end} style={{ width: 84 }}>{room.place}</th>
          <th scope="col" style={{ width: 230 }}>{room.name}</th>
          <th scope="col" className={shared.end} style={{ width: 84 }}>{room.points}</th>
          <th scope="col" className={shared.end} style={{ width: 104 }}>{room.people}</th>
          <th scope="col" className={shared.end} style={{ width: 104 }}>{room.gap}</th>
          <th scope="col">{room.why}</th>
        </tr>
      </thead>
      {list.needs.map((need) => (
        <Rank
          key={need.competency}
          need={need}
          search={search}
          opened={opened === need.competency}
          onToggle={() => setOpened(opened === need.competency ? null : need.competency)}
        />
      ))}
    </table>
  );
}

interface RankProps {
  need: RankedNeed;
  search: Record<string, string>;
  opened: boolean;
  onToggle: () => void;
}

function Rank({ need, search, opened, onToggle }: RankProps) {
  const inner = `need-${need.competency}`;
  return (
    <tbody>
      <tr>
        <td className={shared.end}>{need.place}</td>
        <th scope="row" className={styles.rankName}>
          <button type="button" aria-expanded={opened} aria-controls={inner} onClick={onToggle}>
            {need.name}
          </button>
        </th>
        <td className={shared.end}>{formatHundredths(need.points)}</td>
        <td className={shared.end}>
          {formatNumber(need.people)}
          <span className="muted"> / {formatNumber(need.assessed)}</span>
        </td>
        <td className={shared.end}>{need.mean_gap === null ? '–' : formatHundredths(need.mean_gap)}</td>
        <td>{need.sentence}</td>
      </tr>
      <tr id={inner} hidden={!opened}>
        <td />
        <td colSpan={5}>{opened && <Parts need={need} search={search} />}</td>
      </tr>
    </tbody>
  );
}

function Parts({ need, search }: Pick<RankProps, 'need' | 'search'>) {
  return (
    <>
      <table className={`${shared.table} ${styles.parts}`} aria-label={room.open(need.name)}>
        <thead>
          <tr>
            <th scope="col" style={{ width: 230 }}>{room.parts.part}</th>
            <th scope="col" style={{ width: 190 }}>{room.parts.value}</th>
            <th scope="col" className={shared.end}>{room.parts.scaled}</th>
            <th scope="col" className={shared.end}>{room.parts.weight}</th>
            <th scope="col" className={shared.end}>{room.parts.points}</th>
          </tr>
        </thead>
        <tbody>
          {need.parts.map((part) => (
            <tr key={part.part}>
              <th scope="row">{part.title}</th>
              <td>{part.value}</td>
              <td className={shared.end}>{formatHundredths(part.scaled)} %</td>
              <td className={shared.end}>{part.weight} %</td>
              <td className={shared.end}>{formatHundredths(part.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>{room.total}</th>
            <td className={shared.end}>{formatHundredths(need.points)}</td>
          </tr>
        </tfoot>
      </table>
      <Link to="/needs" search={{ ...search, by: 'person', lacking: need.competency }}>
        {room.who}
      </Link>
    </>
  );
}
