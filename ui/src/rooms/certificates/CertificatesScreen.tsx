import { Button, Menu } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBackend } from '../../backend/backend';
import { DataList, type ListColumn } from '../../components/DataList';
import { EmptyState } from '../../components/EmptyState';
import { Icon } from '../../components/icons';
import { PageHeader } from '../../components/PageHeader';
import { StateBadge } from '../../components/StateBadge';
import {
  registerKey,
  registerQuery,
  useRegisterClasses,
  useRegisterYears,
  type CertificateRow,
  type CertificateStatus,
  type RegisterFormat,
} from '../../data/certificates';
import { useSaveFile } from '../../data/files';
import { useListState } from '../../frame/listState';
import { shortDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { statusTone } from './status';

const text = id.certificates.list;
const status = id.certificates.status;
const statuses: readonly CertificateStatus[] = ['issued', 'revoked', 'replaced'];

const columns: readonly ListColumn<CertificateRow>[] = [
  { id: 'number', header: text.number, width: '248px', cell: (row) => row.number },
  { id: 'name', header: text.name, width: 'minmax(0, 1.5fr)', cell: (row) => row.name },
  { id: 'programme', header: text.programme, width: 'minmax(0, 1.3fr)', cell: (row) => row.programme },
  { id: 'class', header: text.class, width: 'minmax(0, 0.7fr)', cell: (row) => row.class_name },
  { id: 'role', header: text.role, width: '104px', cell: (row) => id.classes.participants.roles[row.role] },
  { id: 'date', header: text.date, width: '100px', cell: (row) => shortDate(row.issued_on) },
  {
    id: 'status',
    header: text.statusOf,
    width: '112px',
    cell: (row) => <StateBadge tone={statusTone[row.status]}>{status[row.status]}</StateBadge>,
  },
];

export function CertificatesScreen() {
  const backend = useBackend();
  const navigate = useNavigate();
  const saveFile = useSaveFile();
  const [state, setState] = useListState();
  const years = useRegisterYears().data;
  const classes = useRegisterClasses().data?.rows;
  const filters = useMemo(
    () => [
      { id: 'year', label: text.year, options: (years ?? []).map((year) => ({ value: String(year), label: String(year) })) },
      { id: 'status', label: text.statusOf, options: statuses.map((value) => ({ value, label: status[value] })) },
      {
        id: 'class',
        label: text.class,
        options: (classes ?? []).map((row) => ({ value: row.id, label: `${row.programme_name}, ${row.name}` })),
      },
    ],
    [years, classes],
  );
  const save = (format: RegisterFormat) =>
    void saveFile((room) => room.certificates.saveRegister(registerQuery(state, { offset: 0, limit: 0 }), format));
  const verify = (
    <Button leftSection={<Icon name="shield" size={16} />} onClick={() => void navigate({ to: '/certificates/verify' })}>
      {text.verify}
    </Button>
  );
  const register = (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<Icon name="chevronDown" size={14} />}>
          {text.saveRegister}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('pdf')}>{text.savePdf}</Menu.Item>
        <Menu.Item onClick={() => save('xlsx')}>{text.saveXlsx}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
  return (
    <>
      <PageHeader title={id.frame.rooms.certificates} primary={verify} actions={register} />
      <DataList
        id="certificates"
        label={text.label}
        noun={text.noun}
        columns={columns}
        source={{
          queryKey: registerKey(state),
          load: (range) => backend.certificates.list(registerQuery(state, range)),
        }}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.number} ${row.name}`}
        state={state}
        onState={setState}
        onOpen={(row) => void navigate({ to: '/certificates/$id', params: { id: row.id } })}
        searchPlaceholder={text.search}
        filters={filters}
        empty={
          <EmptyState
            icon="certificate"
            title={text.empty}
            text={text.emptyText}
            link={<Link to="/classes">{text.toClasses}</Link>}
          />
        }
      />
    </>
  );
}
