import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  ImportFile, ImportReport, ImportRow, ImportSettings, PeopleQuery, PeopleSort, Person, PersonKind, PersonRow, RowStatus, UnitDraft,
} from '../backend/people';
import { useBackend } from '../backend/backend';
import type { Outcome } from '../backend/types';
import type { ListState, PagedSource } from '../components/DataList';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type * from '../backend/people';

const room = 'people';

/** What a dialog that was cancelled did. */
const nothing: Outcome<null> = { value: null, changes: { operation: null, description: '', rooms: [] } };

const sorts: readonly string[] = ['name', 'nip', 'rank', 'unit'] satisfies PeopleSort[];
const kinds: readonly string[] = ['pns', 'cpns', 'pppk', 'non_asn'] satisfies PersonKind[];

/** What part of the register the address of the list asks for. */
export function peopleQuery(state: ListState, range: { offset: number; limit: number }): PeopleQuery {
  const sort = state.sort.replace(/^-/, '');
  const { kind = '', unit, inactive } = state.filters;
  return {
    text: state.q,
    unit: unit ?? null,
    kind: kinds.includes(kind) ? (kind as PersonKind) : null,
    include_inactive: inactive !== undefined,
    sort: sorts.includes(sort) ? (sort as PeopleSort) : 'name',
    descending: state.sort.startsWith('-'),
    ...range,
  };
}

export function usePeopleSource(state: ListState): PagedSource<PersonRow> {
  const backend = useBackend();
  return {
    queryKey: [room, 'list', state.q, state.sort, state.filters],
    load: (range) => backend.people.list(peopleQuery(state, range)),
  };
}

export const usePerson = (id: string) => useAsk([room, 'person', id], (backend) => backend.people.get(id));

export const useBlankPerson = () => useAsk([room, 'blank'], (backend) => backend.people.blank());

export const useSavePerson = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, person: Person) => backend.people.save(person), { inForm: true, ...options });

export const useSetPhoto = () =>
  useMutationWithUndo<string, string | null>(async (backend, id) => (await backend.people.setPhoto(id)) ?? nothing);

export const useUnits = () => useAsk([room, 'units'], (backend) => backend.people.units());

export const useSaveUnit = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, unit: UnitDraft) => backend.people.saveUnit(unit), { inForm: true, ...options });

export const useDeleteUnit = () =>
  useMutationWithUndo((backend, id: string) => backend.people.deleteUnit(id), { inForm: true });

export const useDuplicates = () => useAsk([room, 'duplicates'], (backend) => backend.people.duplicates());

export const useMerge = () =>
  useMutationWithUndo(
    (backend, pair: { keep: string; drop: string }) => backend.people.merge(pair.keep, pair.drop),
    { inForm: true },
  );

/** Asks for a file and reads it; null when the dialog was cancelled. */
export function useImportOpen(onOpened: (file: ImportFile) => void) {
  const backend = useBackend();
  return useMutation({
    mutationFn: () => backend.people.importOpen(),
    onSuccess: (file) => (file ? onOpened(file) : undefined),
  });
}

/** Forgets the file in the core when the screen is left. */
export function useImportDrop(token: number | null): void {
  const backend = useBackend();
  useEffect(() => {
    if (token === null) return undefined;
    // A file that is already gone needs no forgetting.
    return () => void backend.people.importDrop(token).catch(() => undefined);
  }, [backend, token]);
}

/** One dry run of an import. The core keeps only the last one, so that each decision makes a run of its own. */
export interface ImportRun {
  token: number;
  number: number;
  settings: ImportSettings;
}

const runKey = (run: ImportRun, what: string) => ['import', run.token, run.number, what] as const;

export const useImportCheck = (run: ImportRun) =>
  useAsk(runKey(run, 'check'), (backend) => backend.people.importCheck(run.token, run.settings));

export function useImportRows(run: ImportRun, status: RowStatus | null): PagedSource<ImportRow> {
  const backend = useBackend();
  return {
    queryKey: [...runKey(run, 'rows'), status],
    load: ({ offset, limit }) => backend.people.importRows(run.token, status, offset, limit),
  };
}

/** Every refused row, for what looks at all of them. */
export const useRefusedRows = (run: ImportRun) =>
  useAsk(runKey(run, 'refused'), async (backend) => {
    const rows: ImportRow[] = [];
    for (;;) {
      const page = await backend.people.importRows(run.token, 'refused', rows.length, 500);
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
    }
  });

export const useImportCommit = (options?: MutationOptions<ImportReport>) =>
  useMutationWithUndo(
    (backend, input: { run: ImportRun; skipRefused: boolean }) =>
      backend.people.importCommit(input.run.token, input.skipRefused, input.run.settings),
    options,
  );
