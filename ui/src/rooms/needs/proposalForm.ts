import type { Proposal, ProposalView } from '../../data/needs';

/** A person whom a proposal names; none while the line is empty. */
export interface NamedPerson {
  person: string | null;
  name: string;
}

/** A proposal as it is typed: an emptied number is a text until it is filled again. */
export type ProposalValues = Omit<Proposal, 'named' | 'people' | 'year'> & {
  people: number | string;
  year: number | string;
  people_named: NamedPerson[];
};

export const valuesOf = ({ named, ...proposal }: Proposal, people: ProposalView['people']): ProposalValues => ({
  ...proposal,
  people_named: named.map((person) => ({ person, name: people.find((row) => row.id === person)?.name ?? '' })),
});
