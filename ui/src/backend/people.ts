import { formatNip } from '../i18n/nip';
import { call, type SearchHit } from './backend';
import {
  commands,
  type DuplicateGroup,
  type ImportFile,
  type ImportReport,
  type ImportRow,
  type ImportSettings,
  type ImportSummary,
  type Page,
  type PeopleQuery,
  type Person,
  type PersonRow,
  type PersonView,
  type RowStatus,
  type UnitDraft,
  type UnitRow,
} from './bindings';
import type { Outcome } from './types';

export type {
  CertificateRow, Confidence, DetectedColumn, DuplicateGroup, DuplicatePerson, FieldInfo, ImportFile, ImportReport, ImportRow,
  ImportSettings, ImportSheet, ImportSummary, LikelyDuplicate, Mapping, Page, PeopleQuery, PeopleSort, Person, PersonClass,
  PersonKind, PersonRow, PersonView, Role, RowRef, RowStatus, UnitDraft, UnitRow,
} from './bindings';

/** The register of people, its units, the import. What asks for a file first answers null when that is cancelled. */
export interface PeopleBackend {
  list(query: PeopleQuery): Promise<Page<PersonRow>>;
  get(id: string): Promise<PersonView>;
  blank(): Promise<Person>;
  save(person: Person): Promise<Outcome<string>>;
  setPhoto(id: string): Promise<Outcome<string> | null>;
  units(): Promise<UnitRow[]>;
  saveUnit(unit: UnitDraft): Promise<Outcome<string>>;
  deleteUnit(id: string): Promise<Outcome<null>>;
  duplicates(): Promise<DuplicateGroup[]>;
  merge(keep: string, drop: string): Promise<Outcome<null>>;
  importOpen(): Promise<ImportFile | null>;
  importCheck(token: number, settings: ImportSettings): Promise<ImportSummary>;
  importRows(token: number, status: RowStatus | null, offset: number, limit: number): Promise<Page<ImportRow>>;
  importCommit(token: number, skipRefused: boolean, settings: ImportSettings): Promise<Outcome<ImportReport>>;
  importDrop(token: number): Promise<null>;
}

/** The register of the running core. */
export const peopleBackend: PeopleBackend = {
  list: (query) => call(commands.peopleList(query)),
  get: (id) => call(commands.peopleGet(id)),
  blank: () => call(commands.peopleBlank()),
  save: (person) => call(commands.peopleSave(person)),
  setPhoto: (id) => call(commands.peopleSetPhoto(id)),
  units: () => call(commands.peopleUnits()),
  saveUnit: (unit) => call(commands.peopleSaveUnit(unit)),
  deleteUnit: (id) => call(commands.peopleDeleteUnit(id)),
  duplicates: () => call(commands.peopleDuplicates()),
  merge: (keep, drop) => call(commands.peopleMerge(keep, drop)),
  importOpen: () => call(commands.peopleImportOpen()),
  importCheck: (token, settings) => call(commands.peopleImportCheck(token, settings)),
  importRows: (token, status, offset, limit) => call(commands.peopleImportRows(token, status, offset, limit)),
  importCommit: (token, skipRefused, settings) => call(commands.peopleImportCommit(token, skipRefused, settings)),
  importDrop: (token) => call(commands.peopleImportDrop(token)),
};

/** The first people for the search of everything. */
export async function findPeople(text: string): Promise<SearchHit[]> {
  const query: PeopleQuery = {
    text,
    unit: null,
    kind: null,
    include_inactive: true,
    sort: 'name',
    descending: false,
    offset: 0,
    limit: 8,
  };
  const { rows } = await call(commands.peopleList(query));
  return rows.map((row) => ({
    id: `people ${row.id}`,
    title: row.name,
    detail: [formatNip(row.nip), row.unit].filter(Boolean).join(' · '),
    to: `/people/${row.id}`,
  }));
}
