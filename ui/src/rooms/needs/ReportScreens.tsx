import { ReportPage } from '../../components/ReportPage';
import { proposalQuery, useNeedsReport, usePersonGaps, whole } from '../../data/needs';
import { useAddressId } from '../../data/open';
import { useUnits } from '../../data/people';
import { listSearch, useListState } from '../../frame/listState';
import { id } from '../../i18n/id';
import { needQuery } from './heat';
import { roomCrumb } from './NeedsHeader';

const text = id.needs;

function useUnitName(unit: string | null): string {
  const units = useUnits().data ?? [];
  return unit === null ? text.allUnits : (units.find((row) => row.id === unit)?.path ?? '');
}

/** The result sheet of the unit in the address, or of all. */
export function UnitReportScreen() {
  const [{ filters }] = useListState();
  const query = needQuery(filters);
  return (
    <ReportPage
      {...useNeedsReport({ kind: 'unit', unit: query.unit, day: query.day })}
      title={text.reports.unit}
      subtitle={useUnitName(query.unit)}
      crumbs={[{ ...roomCrumb, search: listSearch(filters) }]}
    />
  );
}

/** The need list as the screen shows it. */
export function NeedListReportScreen() {
  const [{ filters }] = useListState();
  const query = needQuery(filters);
  return (
    <ReportPage
      {...useNeedsReport({ kind: 'needs', query })}
      title={text.reports.needs}
      subtitle={useUnitName(query.unit)}
      crumbs={[roomCrumb, { label: text.tabs.list, to: '/needs/list', search: listSearch(filters) }]}
    />
  );
}

/** The proposals as the list was narrowed. */
export function ProposalsReportScreen() {
  const [state] = useListState();
  return (
    <ReportPage
      {...useNeedsReport({ kind: 'proposals', query: proposalQuery(state, whole) })}
      title={text.reports.proposals}
      crumbs={[
        roomCrumb,
        { label: text.tabs.proposals, to: '/needs/proposals', search: listSearch({ ...state.filters, q: state.q }) },
      ]}
    />
  );
}

/** The gaps of a person as a page. */
export function PersonReportScreen() {
  const person = useAddressId();
  const [{ filters }] = useListState();
  const { day } = needQuery(filters);
  const name = usePersonGaps(person, day).data?.name ?? '';
  return (
    <ReportPage
      {...useNeedsReport({ kind: 'person', person, day })}
      title={text.reports.person}
      subtitle={name}
      crumbs={[roomCrumb, { label: name, to: `/people/${person}/competencies`, search: listSearch(filters) }]}
    />
  );
}
