import { SegmentedControl, TextInput } from '@mantine/core';
import { Loaded } from '../../../components/Loaded';
import { PageHeader } from '../../../components/PageHeader';
import { Paper, ReportPage } from '../../../components/ReportPage';
import { useStatus } from '../../../data/home';
import { useAddressId } from '../../../data/open';
import { conflictKinds, usePublications, useScheduleReport, type ScheduleReport } from '../../../data/planning/schedule';
import { useListState } from '../../../frame/listState';
import { dateRange, parseDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { periodTitle } from './calendar/CalendarBar';
import { paperQuery, useCalendarState } from './calendar/useCalendarState';
import { conflictRange } from './ranges';
import { scheduleCrumb } from './ScheduleHeader';
import { GivenDate } from './GivenDate';
import styles from './schedule.module.css';

const text = id.schedule;

type Layout = Extract<ScheduleReport, { kind: 'calendar' }>['layout'];

function CalendarReport({ today }: { today: string }) {
  const [state] = useCalendarState(today);
  const [list, setList] = useListState();
  const chosen = list.filters['layout'];
  const layout: Layout = chosen === 'list' || chosen === 'month' ? chosen : state.view === 'week' ? 'list' : 'month';
  const printed = useScheduleReport({ kind: 'calendar', query: paperQuery(state), layout });
  return (
    <>
      <PageHeader
        title={text.calendar.pdfTitle}
        subtitle={periodTitle(state)}
        crumbs={[scheduleCrumb]}
        actions={
          <SegmentedControl
            size="xs"
            aria-label={text.calendar.layout}
            value={layout}
            onChange={(next) => setList({ ...list, filters: { ...list.filters, layout: next } })}
            data={(['month', 'list'] as const).map((value) => ({ value, label: text.calendar.layouts[value] }))}
          />
        }
      />
      <Paper label={`${text.calendar.pdfTitle} ${periodTitle(state)}`} {...printed} />
    </>
  );
}

/** The calendar as it is looked at, on paper. */
export const CalendarReportScreen = () => (
  <Loaded query={useStatus()}>{({ today }) => <CalendarReport today={today} />}</Loaded>
);

function ConflictsReport({ today }: { today: string }) {
  const [state] = useListState();
  const range = conflictRange(state, today);
  const kind = conflictKinds.find((one) => one === state.filters['kind']) ?? null;
  const printed = useScheduleReport({ kind: 'conflicts', query: { ...range, kind, class: null } });
  return (
    <ReportPage
      title={text.conflicts.paper}
      subtitle={dateRange(range.from, range.to)}
      crumbs={[scheduleCrumb, { label: text.tabs.conflicts, to: '/schedule/conflicts' }]}
      {...printed}
    />
  );
}

/** What is wrong with the schedule of a time, on paper. */
export const ConflictsReportScreen = () => (
  <Loaded query={useStatus()}>{({ today }) => <ConflictsReport today={today} />}</Loaded>
);

function Letter({ today }: { today: string }) {
  const classId = useAddressId();
  const title = usePublications(classId).data?.title ?? '';
  const [state, setState] = useListState();
  const { number = '', date: typed, publication } = state.filters;
  const date = parseDate(typed ?? '') ?? today;
  const printed = useScheduleReport({
    kind: 'correction',
    class: classId,
    publication: publication === undefined ? null : Number(publication),
    number,
    date,
  });
  const set = (part: Record<string, string>) => setState({ ...state, filters: { ...state.filters, ...part } });
  return (
    <>
      <PageHeader
        title={text.publications.letter}
        subtitle={title}
        crumbs={[
          scheduleCrumb,
          { label: text.tabs.publications, to: '/schedule/publications' },
          { label: title, to: `/schedule/publications/${classId}` },
        ]}
      />
      <div role="group" aria-label={text.publications.letterFields} className={styles.bar}>
        <TextInput
          label={text.publications.letterNumber}
          description={text.publications.letterNumberHint}
          autoComplete="off"
          defaultValue={number}
          onBlur={(event) => set({ number: event.currentTarget.value.trim() })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') set({ number: event.currentTarget.value.trim() });
          }}
        />
        <GivenDate
          label={text.publications.letterDate}
          description={text.publications.letterDateHint}
          value={date}
          onChange={(next) => set({ date: next })}
        />
      </div>
      <Paper label={text.publications.letterTitle(title)} {...printed} />
    </>
  );
}

/** The letter of correction of a class. */
export const LetterScreen = () => <Loaded query={useStatus()}>{({ today }) => <Letter today={today} />}</Loaded>;
