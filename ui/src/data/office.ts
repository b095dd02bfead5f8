import { useEffect, useState } from 'react';
import type { DatedSignatory, Profile, Rule } from '../backend/office';
import type { Outcome } from '../backend/types';
import { useMutationWithUndo, type MutationOptions } from './mutation';
import { useAsk } from './open';

export type * from '../backend/office';

const room = 'office';

const nothing: Outcome<null> = { value: null, changes: { operation: null, description: '', rooms: [] } };

export const useProfile = () => useAsk([room, 'profile'], (backend) => backend.office.profile());

export const useSaveProfile = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, profile: Profile) => backend.office.saveProfile(profile), { inForm: true, ...options });

export const useSetLogo = () =>
  useMutationWithUndo<undefined, string | null>(async (backend) => (await backend.office.setLogo()) ?? nothing);

export const useClearLogo = () => useMutationWithUndo<undefined, null>((backend) => backend.office.clearLogo());

/** A kept picture as an address for `<img>`; undefined while it is on its way. */
export function usePicture(id: string | null): string | undefined {
  const bytes = useAsk(['pictures', id], (backend) => backend.office.picture(id ?? ''), { enabled: id !== null }).data;
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = id !== null && bytes ? URL.createObjectURL(new Blob([bytes])) : undefined;
    setUrl(made);
    return () => (made === undefined ? undefined : URL.revokeObjectURL(made));
  }, [id, bytes]);
  return url;
}

export const useSignatories = () => useAsk([room, 'signatories'], (backend) => backend.office.signatories());

export const useSaveSignatory = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, signatory: DatedSignatory) => backend.office.saveSignatory(signatory), {
    inForm: true,
    ...options,
  });

export const useDeleteSignatory = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, id: string) => backend.office.deleteSignatory(id), { inForm: true, ...options });

export const useRules = () => useAsk([room, 'rules'], (backend) => backend.office.rules());

export const useShippedRules = () => useAsk([room, 'shipped'], (backend) => backend.office.shippedRules());

export const useSaveRule = (options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { rule: Rule; validFrom: string | null }) => backend.office.saveRule(input.rule, input.validFrom),
    { inForm: true, ...options },
  );

export const useInitDemo = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, people: number) => backend.office.initDemo(people), options);
