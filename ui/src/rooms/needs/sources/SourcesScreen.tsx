import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { Icon } from '../../../components/icons';
import { inquiryKinds, useInquirySource, useInquiryYears, type InquiryRow } from '../../../data/needs/inquiries';
import { useCommands, type Command } from '../../../frame/commands';
import { useListState } from '../../../frame/listState';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatNumber } from '../../../i18n/numbers';
import { NeedsHeader } from '../NeedsHeader';

const room = id.inquiries;
const text = room.list;

const columns: ListColumn<InquiryRow>[] = [
  { id: 'held', header: text.held, width: '104px', cell: (row) => shortDate(row.inquiry.held_on) },
  { id: 'kind', header: text.kind, width: '190px', cell: (row) => room.kinds[row.inquiry.kind] },
  { id: 'name', header: text.name, width: 'minmax(0, 2fr)', cell: (row) => row.inquiry.name },
  { id: 'unit', header: text.unit, width: 'minmax(0, 2fr)', cell: (row) => (row.unit_path === '' ? text.anyUnit : row.unit_path) },
  {
    id: 'weight',
    header: text.weight,
    width: '72px',
    align: 'end',
    cell: (row) => (row.inquiry.kind === 'readiness' ? '–' : row.inquiry.weight),
  },
  { id: 'people', header: text.people, width: '80px', align: 'end', cell: (row) => formatNumber(row.people) },
  { id: 'findings', header: text.findings, width: '88px', align: 'end', cell: (row) => formatNumber(row.findings) },
];

/** Opens the form of a new source of the chosen kind; Ctrl+N opens the choice. */
function AddSource() {
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: 'needs.source.add', label: text.add, group: id.frame.groups.work, keys: ['Ctrl+N'], run: () => setOpened(true) }],
      [],
    ),
  );
  return (
    <Menu position="bottom-end" opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Button leftSection={<Icon name="plus" size={16} />} title="Ctrl+N">
          {text.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {inquiryKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => void navigate({ to: `/needs/sources/new/${kind}` })}>
            {room.kinds[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Every collection of evidence, the latest first. */
export function SourcesScreen() {
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const years = useInquiryYears().data ?? [];
  const filters = [
    { id: 'kind', label: text.kind, options: inquiryKinds.map((kind) => ({ value: kind, label: room.kinds[kind] })) },
    { id: 'year', label: text.year, options: years.map((year) => ({ value: String(year), label: String(year) })) },
  ];
  return (
    <>
      <NeedsHeader primary={<AddSource />} />
      <DataList
        id="inquiries"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={useInquirySource(state)}
        rowId={(row) => row.id}
        rowLabel={(row) => row.inquiry.name}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: `/needs/sources/${row.id}` })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={<EmptyState icon="file" title={text.empty} text={text.emptyText} action={<AddSource />} />}
      />
    </>
  );
}
