import { call } from './backend';
import { commands, type DatedSignatory, type Profile, type Rule, type Rules } from './bindings';
import type { Outcome } from './types';

export type {
  AttendanceRule, Band, CertificateLook, CertificateText, ComplaintRule, Component, ComponentGroup, CounterScope, DatedSignatory,
  Instrument, InstrumentKind, JpRate, Mark, Numbering, Paper, PhotoSize, Profile, Rule, Rules, Scheme, SchemeTemplate, SkmQuestion,
  SkmRule,
} from './bindings';

/** The office: its profile, who signs, its rules. */
export interface OfficeBackend {
  profile(): Promise<Profile | null>;
  saveProfile(profile: Profile): Promise<Outcome<null>>;
  /** Null when no picture was chosen. */
  setLogo(): Promise<Outcome<string> | null>;
  clearLogo(): Promise<Outcome<null>>;
  /** A kept picture: logo or photo. */
  picture(id: string): Promise<ArrayBuffer>;
  signatories(): Promise<DatedSignatory[]>;
  saveSignatory(signatory: DatedSignatory): Promise<Outcome<string>>;
  deleteSignatory(id: string): Promise<Outcome<null>>;
  rules(): Promise<Rules>;
  /** As the program brings them; an office that was set up earlier may lack what came later. */
  shippedRules(): Promise<Rules>;
  saveRule(rule: Rule, validFrom: string | null): Promise<Outcome<null>>;
  initDemo(people: number): Promise<Outcome<null>>;
}

/** The office of the running core. */
export const officeBackend: OfficeBackend = {
  profile: () => call(commands.officeProfile()),
  saveProfile: (profile) => call(commands.officeSaveProfile(profile)),
  setLogo: () => call(commands.officeSetLogo()),
  clearLogo: () => call(commands.officeClearLogo()),
  picture: (id) => call(commands.officePicture(id)),
  signatories: () => call(commands.officeSignatories()),
  saveSignatory: (signatory) => call(commands.officeSaveSignatory(signatory)),
  deleteSignatory: (id) => call(commands.officeDeleteSignatory(id)),
  rules: () => call(commands.officeRules()),
  shippedRules: () => call(commands.officeShippedRules()),
  saveRule: (rule, validFrom) => call(commands.officeSaveRule(rule, validFrom)),
  initDemo: (people) => call(commands.officeInitDemo(people)),
};
