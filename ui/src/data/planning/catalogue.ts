import type { Catalogue, CataloguePaper, CostLine, JpScope, PaperFormat, Partner, SpeakerField } from '../../backend/bindings';
import type { Backend } from '../../backend/backend';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';
import type { Printed } from '../files';

export type {
  Agreement, AgreementState, BudgetRule, Catalogue, CataloguePaper, CatalogueRow, CatalogueView, Coded, CostLine, CostSheet, FundTotal,
  JpScope, Partner, PartnerKind, PartnerRow, Raise, ReadFile, SpeakerField, SpeakerFieldRow,
} from '../../backend/bindings';

const room = 'planning';

export const useCatalogue = (includeInactive: boolean) =>
  useAsk([room, 'catalogue', includeInactive], (backend) => backend.catalogue.catalogue(includeInactive));

export const useEntry = (programme: string) =>
  useAsk([room, 'entry', programme], (backend) => backend.catalogue.entry(programme));

/** What passing a programme earns, while the form is filled in. */
export const useCourseJp = (programme: string, scope: JpScope, days: number | null) =>
  useAsk([room, 'jp', programme, scope, days], (backend) => backend.catalogue.courseJp(programme, scope, days ?? 0), {
    enabled: days !== null,
    keep: true,
  });

export const useSaveEntry = (programme: string) =>
  useMutationWithUndo((backend, catalogue: Catalogue) => backend.catalogue.saveEntry(programme, catalogue), { inForm: true });

export const useCosts = (programme: string) =>
  useAsk([room, 'costs', programme], (backend) => backend.catalogue.costs(programme));

export const useSaveCosts = (programme: string) =>
  useMutationWithUndo((backend, costs: CostLine[]) => backend.catalogue.saveCosts(programme, costs), { inForm: true });

export const usePartners = () => useAsk([room, 'partners'], (backend) => backend.catalogue.partners());

export const usePartner = (id: string | null) =>
  useAsk([room, 'partner', id], (backend) => backend.catalogue.partner(id ?? ''), { enabled: id !== null });

export const useSavePartner = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, partner: Partner) => backend.catalogue.savePartner(partner), { inForm: true, ...options });

export const useDeletePartner = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.catalogue.deletePartner(id), { inForm: true, ...options });

export const useSpeakers = () => useAsk([room, 'speakers'], (backend) => backend.catalogue.speakers());

export const useSpeaker = (person: string | null) =>
  useAsk([room, 'speaker', person], (backend) => backend.catalogue.speaker(person ?? ''), { enabled: person !== null });

export const useSaveSpeaker = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { person: string; fields: SpeakerField[] }) => backend.catalogue.saveSpeaker(input.person, input.fields),
    { inForm: true, ...options },
  );

export const useDeleteSpeaker = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, person: string) => backend.catalogue.deleteSpeaker(person), { inForm: true, ...options });

/** A paper of the catalogue, to be looked at and saved. */
export const useCataloguePaper = (paper: CataloguePaper): Printed => ({
  pdf: useAsk([room, 'paper', paper], (backend) => backend.catalogue.paperPdf(paper)),
  save: saveCataloguePaper(paper, 'pdf'),
});

export const saveCataloguePaper = (paper: CataloguePaper, format: PaperFormat) => (backend: Backend) =>
  backend.catalogue.savePaper(paper, format);
