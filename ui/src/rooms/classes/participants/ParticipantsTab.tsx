import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmWithReason } from '../../../components/ConfirmWithReason';
import { DataList, type ListColumn } from '../../../components/DataList';
import { EmptyState } from '../../../components/EmptyState';
import { holdsWords } from '../../../components/holdsWords';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { StateBadge } from '../../../components/StateBadge';
import { useEnrolments, useRemoveEnrolments, useSetRole, useWithdraw, type EnrolmentRow, type Role } from '../../../data/classes';
import { useAddressId } from '../../../data/open';
import { useListState } from '../../../frame/listState';
import { id } from '../../../i18n/id';
import { ClassFrame, ClosedNote } from '../ClassFrame';
import { AddPeopleDialog } from './AddPeopleDialog';
import { NipListDialog } from './NipListDialog';
import { roles } from './roles';

const text = id.classes.participants;

const columns: readonly ListColumn<EnrolmentRow>[] = [
  {
    id: 'name',
    header: text.name,
    width: 'minmax(0, 2.2fr)',
    cell: (row) => row.name,
    sort: (row) => row.name,
  },
  { id: 'nip', header: text.nip, width: '184px', cell: (row) => <span className="number">{row.nip}</span>, sort: (row) => row.nip },
  { id: 'rank', header: text.rank, width: 'minmax(0, 1fr)', cell: (row) => row.rank, sort: (row) => row.rank },
  { id: 'unit', header: text.unit, width: 'minmax(0, 1.6fr)', cell: (row) => row.unit, sort: (row) => row.unit },
  { id: 'role', header: text.role, width: '108px', cell: (row) => text.roles[row.role], sort: (row) => roles.indexOf(row.role) },
  {
    id: 'withdrawn',
    header: text.status,
    width: '184px',
    cell: (row) =>
      row.withdrawn === '' ? '' : (
        <span title={row.withdrawn}>
          <StateBadge tone="warn">{text.withdrawn}</StateBadge>
        </span>
      ),
  },
];

const filters = [{ id: 'role', label: text.role, options: roles.map((value) => ({ value, label: text.roles[value] })) }];

function shown(rows: readonly EnrolmentRow[], words: string, role: string | undefined) {
  return rows.filter(
    (row) => (role === undefined || row.role === role) && holdsWords(words, row.name, row.nip, row.unit),
  );
}

type Dialog = 'add' | 'paste' | 'file' | null;

export function ParticipantsTab() {
  const classId = useAddressId();
  const navigate = useNavigate();
  const [state, setState] = useListState();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const enrolments = useEnrolments(classId);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setDialog('add')}>
      {text.add}
    </Button>
  );
  const others = (
    <>
      <Button variant="default" onClick={() => setDialog('paste')}>
        {text.paste}
      </Button>
      <Button variant="default" leftSection={<Icon name="import" size={16} />} onClick={() => setDialog('file')}>
        {text.file}
      </Button>
    </>
  );
  return (
    <ClassFrame primary={add} actions={others}>
      {(view) => (
        <Loaded query={enrolments}>
          {(rows) => (
            <>
              {view.state === 'closed' && <ClosedNote />}
              <DataList
                id={`class-${classId}-people`}
                label={text.list}
                noun={text.noun}
                columns={columns}
                source={shown(rows, state.q, state.filters['role'])}
                rowId={(row) => row.id}
                rowLabel={(row) => row.name}
                state={state}
                onState={setState}
                onOpen={(row) => void navigate({ to: `/people/${row.person}` })}
                searchPlaceholder={text.search}
                filters={filters}
                marked={marked}
                onMark={setMarked}
                markedActions={
                  <MarkedActions rows={rows.filter((row) => marked.has(row.id))} onDone={() => setMarked(new Set())} />
                }
                empty={<EmptyState icon="people" title={text.empty} text={text.emptyText} action={add} />}
              />
              <AddPeopleDialog
                classId={classId}
                opened={dialog === 'add'}
                enrolled={rows}
                onClose={() => setDialog(null)}
              />
              <NipListDialog
                classId={classId}
                source={dialog === 'paste' || dialog === 'file' ? dialog : null}
                onClose={() => setDialog(null)}
              />
            </>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}

/** What can be done with the marked rows. */
function MarkedActions({ rows, onDone }: { rows: readonly EnrolmentRow[]; onDone: () => void }) {
  const setRole = useSetRole();
  const withdraw = useWithdraw({ onDone });
  const withdrawInDialog = useWithdraw({ onDone, inForm: true });
  const remove = useRemoveEnrolments({ onDone });
  const [asking, setAsking] = useState(false);
  const only = rows.length === 1 ? rows[0] : undefined;

  const change = async (role: Role) => {
    for (const row of rows) await setRole.mutateAsync({ enrolment: row.id, role });
    onDone();
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" size="compact-sm">
            {text.changeRole}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {roles.map((role) => (
            <Menu.Item key={role} onClick={() => void change(role).catch(() => undefined)}>
              {text.roles[role]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {only && only.withdrawn === '' && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {text.withdraw}
        </Button>
      )}
      {only && only.withdrawn !== '' && (
        <Button variant="default" size="compact-sm" onClick={() => withdraw.mutate({ enrolment: only.id, reason: '' })}>
          {text.back}
        </Button>
      )}
      <Button variant="default" size="compact-sm" onClick={() => remove.mutate(rows.map((row) => row.id))}>
        {text.remove}
      </Button>
      {only && (
        <ConfirmWithReason
          opened={asking}
          title={text.withdrawTitle(only.name)}
          confirmLabel={text.withdrawConfirm}
          onConfirm={(reason) => withdrawInDialog.mutateAsync({ enrolment: only.id, reason })}
          onClose={() => setAsking(false)}
        >
          {text.withdrawBody}
        </ConfirmWithReason>
      )}
    </>
  );
}
