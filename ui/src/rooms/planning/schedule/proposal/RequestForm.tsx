import { Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { DataList, type ListColumn } from '../../../../components/DataList';
import { EmptyState } from '../../../../components/EmptyState';
import { holdsWords } from '../../../../components/holdsWords';
import { Loaded } from '../../../../components/Loaded';
import { ReasonList } from '../../../../components/ReasonList';
import { shownTime } from '../../../../components/TimeField';
import type { RuleBody } from '../../../../components/RuleForm';
import { useSchedules, type ProposalRequest, type ScheduleRow } from '../../../../data/planning/schedule';
import { useListState } from '../../../../frame/listState';
import { dateRange } from '../../../../i18n/dates';
import { id } from '../../../../i18n/id';
import { formatNumber } from '../../../../i18n/numbers';
import { ScheduleBadge } from '../ScheduleBadge';
import { GivenDate } from '../GivenDate';
import styles from '../schedule.module.css';

const text = id.schedule.proposal;

const columns: readonly ListColumn<ScheduleRow>[] = [
  { id: 'period', header: text.period, width: '230px', sort: (row) => row.starts, cell: (row) => dateRange(row.starts, row.ends) },
  { id: 'programme', header: text.programme, width: 'minmax(0, 1.3fr)', sort: (row) => row.programme_name, cell: (row) => row.programme_name },
  { id: 'class', header: text.class, width: 'minmax(0, 1fr)', sort: (row) => row.class_name, cell: (row) => row.class_name },
  { id: 'people', header: text.people, width: '90px', align: 'end', cell: (row) => formatNumber(row.people) },
  {
    id: 'sessions',
    header: text.sessions,
    width: '150px',
    align: 'end',
    // Without sessions they are made of the JP of its subjects.
    cell: (row) => (row.sessions > 0 ? formatNumber(row.sessions) : text.fromSubjects(row.subject_jp)),
  },
  { id: 'state', header: text.state, width: '190px', cell: (row) => <ScheduleBadge state={row.state} changed={row.changed} /> },
];

const efforts = ['quick', 'normal', 'thorough'] as const;

export interface RequestFormProps {
  request: ProposalRequest;
  onRequest: (request: ProposalRequest) => void;
  parts: RuleBody<'schedule'>['parts'];
  /** What the core refused of it. */
  refused: string | null;
}

/** For which classes, days and parts of a day a schedule is looked for. */
export function RequestForm({ request, onRequest, parts, refused }: RequestFormProps) {
  const [state, setState] = useListState({ sort: 'period' });
  const query = useSchedules(request.from, request.to);
  const open = useMemo(() => (query.data ?? []).filter((row) => !row.closed), [query.data]);
  const shown = useMemo(
    () => open.filter((row) => holdsWords(state.q, row.programme_name, row.class_name)),
    [open, state.q],
  );
  // A class that has no day in the time that was typed is no longer asked for.
  const gone = request.classes.some((one) => !open.some((row) => row.class === one));
  const known = query.data !== undefined && !query.isPlaceholderData;
  useEffect(() => {
    if (known && gone) onRequest({ ...request, classes: request.classes.filter((one) => open.some((row) => row.class === one)) });
  }, [known, gone, open, request, onRequest]);
  const marked = useMemo(() => new Set(request.classes), [request.classes]);
  const usedParts = request.parts.length === 0 ? parts.map((_, at) => at) : request.parts;
  const setParts = (at: number, used: boolean) => {
    const next = parts.map((_, one) => one).filter((one) => (one === at ? used : usedParts.includes(one)));
    onRequest({ ...request, parts: next.length === parts.length ? [] : next });
  };
  return (
    <>
      {refused !== null && (
        <div role="alert" className={styles.block}>
          <ReasonList reasons={[{ tone: 'bad', text: refused }]} />
        </div>
      )}
      <div role="group" aria-label={text.request} className={styles.request}>
        <GivenDate label={text.from} value={request.from} onChange={(from) => onRequest({ ...request, from })} />
        <GivenDate label={text.to} value={request.to} onChange={(to) => onRequest({ ...request, to })} />
        <fieldset className={styles.boxes}>
          <legend>{text.parts}</legend>
          {parts.map((part, at) => (
            <Checkbox
              key={part.name}
              label={text.part(part.name, shownTime(part.starts), shownTime(part.ends))}
              checked={usedParts.includes(at)}
              disabled={usedParts.length === 1 && usedParts.includes(at)}
              onChange={(event) => setParts(at, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <fieldset className={styles.boxes}>
          <legend>{text.locks}</legend>
          <Checkbox
            label={text.keepLocked}
            checked={request.keep_locked}
            onChange={(event) => onRequest({ ...request, keep_locked: event.currentTarget.checked })}
          />
        </fieldset>
        <div>
          <span className={styles.legend}>{text.effort}</span>
          <SegmentedControl
            aria-label={text.effort}
            size="xs"
            value={request.effort}
            onChange={(effort) => onRequest({ ...request, effort: effort })}
            data={efforts.map((value) => ({ value, label: text.efforts[value] }))}
          />
        </div>
      </div>
      <Loaded query={query}>
        {() => (
          <DataList
            id="proposal classes"
            label={text.classes}
            noun={text.noun}
            columns={columns}
            source={shown}
            rowId={(row) => row.class}
            rowLabel={(row) => `${row.programme_name} ${row.class_name}`}
            state={state}
            onState={setState}
            searchPlaceholder={text.search}
            marked={marked}
            onMark={(next) => onRequest({ ...request, classes: [...next] })}
            empty={open.length === 0 && <EmptyState icon="calendar" title={text.empty} text={text.emptyText} />}
          />
        )}
      </Loaded>
      <p className={styles.hint}>{text.hint}</p>
    </>
  );
}
