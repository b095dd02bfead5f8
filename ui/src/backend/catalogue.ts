/** The catalogue of programmes: what they raise and cost, partners, speakers; names that a budget uses. */
import type {
  Catalogue, CataloguePaper, CatalogueRow, CatalogueView, Coded, CostLine, CostSheet, CourseJp, JpScope, PaperFormat, Partner,
  PartnerRow, ReadFile, SpeakerField, SpeakerFieldRow,
} from './bindings';
import { call } from './backend';
import { commands } from './bindings';
import type { Outcome } from './types';

/** Programmes in the catalogue, and what they cost. */
export interface ProgrammeCatalogue {
  catalogue(includeInactive: boolean): Promise<CatalogueRow[]>;
  entry(programme: string): Promise<CatalogueView>;
  /** What passing it would earn if it were held so. */
  courseJp(programme: string, scope: JpScope, days: number): Promise<CourseJp>;
  saveEntry(programme: string, catalogue: Catalogue): Promise<Outcome<null>>;
  costs(programme: string): Promise<CostSheet>;
  saveCosts(programme: string, costs: CostLine[]): Promise<Outcome<null>>;
  /** Lines of a file that the person chooses; null when cancelled. Nothing is stored. */
  readCosts(): Promise<ReadFile<CostLine> | null>;
  /** Lines of pasted cells. Nothing is stored. */
  pasteCosts(text: string): Promise<ReadFile<CostLine>>;
  /** Codes with names of a file that the person chooses; null when cancelled. Nothing is stored. */
  readCodes(): Promise<ReadFile<Coded> | null>;
  paperPdf(paper: CataloguePaper): Promise<Uint8Array>;
  /** Asks where to; the path, or null when cancelled there. */
  savePaper(paper: CataloguePaper, format: PaperFormat): Promise<string | null>;
}

const programmes: ProgrammeCatalogue = {
  catalogue: (includeInactive) => call(commands.planningCatalogueList(includeInactive)),
  entry: (programme) => call(commands.planningCatalogue(programme)),
  courseJp: (programme, scope, days) => call(commands.planningCourseJp(programme, scope, days)),
  saveEntry: (programme, catalogue) => call(commands.planningSaveCatalogue(programme, catalogue)),
  costs: (programme) => call(commands.planningCosts(programme)),
  saveCosts: (programme, costs) => call(commands.planningSaveCosts(programme, costs)),
  readCosts: () => call(commands.planningReadCosts()),
  pasteCosts: (text) => call(commands.planningPasteCosts(text)),
  readCodes: () => call(commands.planningReadCodes()),
  paperPdf: async (paper) => new Uint8Array(await call(commands.planningCataloguePdf(paper))),
  savePaper: (paper, format) => call(commands.planningSaveCataloguePaper(paper, format)),
};

/** Who helps: institutions and speakers. */
export interface HelpersBackend {
  partners(): Promise<PartnerRow[]>;
  partner(id: string): Promise<PartnerRow>;
  savePartner(partner: Partner): Promise<Outcome<string>>;
  /** Refused for one that a programme names. */
  deletePartner(id: string): Promise<Outcome<null>>;
  speakers(): Promise<SpeakerFieldRow[]>;
  speaker(person: string): Promise<SpeakerFieldRow>;
  saveSpeaker(person: string, fields: SpeakerField[]): Promise<Outcome<null>>;
  deleteSpeaker(person: string): Promise<Outcome<null>>;
}

const helpers: HelpersBackend = {
  partners: () => call(commands.planningPartners()),
  partner: (id) => call(commands.planningPartner(id)),
  savePartner: (partner) => call(commands.planningSavePartner(partner)),
  deletePartner: (id) => call(commands.planningDeletePartner(id)),
  speakers: () => call(commands.planningSpeakers()),
  speaker: (person) => call(commands.planningSpeaker(person)),
  saveSpeaker: (person, fields) => call(commands.planningSaveSpeaker(person, fields)),
  deleteSpeaker: (person) => call(commands.planningDeleteSpeaker(person)),
};

export type CatalogueBackend = ProgrammeCatalogue & HelpersBackend;

export const catalogueBackend: CatalogueBackend = { ...programmes, ...helpers };
