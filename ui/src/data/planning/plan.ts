import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useBackend, type Backend } from '../../backend/backend';
import type {
  Ceiling, ChoiceExplanation, ChoiceProgress, Chosen, CostLine, ItemChange, NewItem, NewPlan, PlanGroup, PlanItem, PlanPaper,
  RealisationEntry,
} from '../../backend/bindings';
import type { Printed } from '../files';
import { useMutationWithUndo, type MutationOptions } from '../mutation';
import { useAsk } from '../open';

export type {
  Ceiling, CeilingRow, CeilingWorth, ChoiceExplanation, Chosen, ClassPlan, Comparison, GroupRow, ItemRow, ItemView, LeftOut, NewItem,
  NewPlan, PlanGroup, PlanHead, PlanItem, PlanPaper, PlanRow, PlanStatus, PlanView, PlanWarning, PlanWish, RealisationEntry,
  RealisationKind, RealisationRow, RealisationView, ServedBy, ServedPerson, UseView,
} from '../../backend/bindings';

const room = 'planning';

export const usePlans = () => useAsk([room, 'plans'], (backend) => backend.plan.plans());

export const usePlan = (plan: string) => useAsk([room, 'plan', plan], (backend) => backend.plan.plan(plan));

export const useCreatePlan = (options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, plan: NewPlan) => backend.plan.create(plan), { inForm: true, ...options });

export const useRevisePlan = (plan: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, reason: string) => backend.plan.revise(plan, reason), { inForm: true, ...options });

export const useSavePlan = (plan: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { name: string; jp_limit: number | null }) => backend.plan.save(plan, input.name, input.jp_limit),
    { inForm: true, ...options },
  );

export const useRemovePlan = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, plan: string) => backend.plan.remove(plan), { inForm: true, ...options });

export const useApprovePlan = (plan: string, options?: MutationOptions<null>) =>
  useMutationWithUndo(
    (backend, input: { date: string; note: string }) => backend.plan.approve(plan, input.date, input.note),
    { inForm: true, ...options },
  );

export const useSaveCeilings = (plan: string) =>
  useMutationWithUndo((backend, ceilings: Ceiling[]) => backend.plan.saveCeilings(plan, ceilings), { inForm: true });

export const useSaveGroups = (plan: string) =>
  useMutationWithUndo((backend, groups: PlanGroup[]) => backend.plan.saveGroups(plan, groups), { inForm: true });

/** Choosing, with how far it is. */
export function useChoose(plan: string, onDone: (chosen: Chosen) => void) {
  const [progress, setProgress] = useState<ChoiceProgress | null>(null);
  const choose = useMutationWithUndo((backend, seconds: number) => backend.plan.choose(plan, seconds, setProgress), { onDone });
  return { choose, progress };
}

/** Asks what is behind the present choice; the answer stays until the plan changes. */
export function useExplain(plan: string) {
  const backend = useBackend();
  const client = useQueryClient();
  const [progress, setProgress] = useState<ChoiceProgress | null>(null);
  const key = [room, 'explanation', plan];
  // Nobody fetches it unasked: a change of the plan makes it old, and old answers are not shown.
  const known = useAsk<ChoiceExplanation | null>(key, () => Promise.resolve(null));
  const explain = useMutation({
    mutationFn: (seconds: number) => backend.plan.explain(plan, seconds, setProgress),
    onSuccess: (answer) => client.setQueryData(key, answer),
  });
  return { explain, progress, explanation: known.data ?? null };
}

export function useStopChoice() {
  const backend = useBackend();
  return useCallback(() => void backend.plan.stop().catch(() => undefined), [backend]);
}

export const useComparison = (one: string, other: string) =>
  useAsk([room, 'comparison', one, other], (backend) => backend.plan.compare(one, other), { enabled: one !== '' && other !== '' });

export const useAcceptedProposals = (year: number) =>
  useAsk(['needs', 'accepted', year], (backend) => backend.plan.acceptedProposals(year));

export const useAddItem = (plan: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, item: NewItem) => backend.plan.addItem(plan, item), { inForm: true, ...options });

export const useItem = (item: string) => useAsk([room, 'item', item], (backend) => backend.plan.item(item));

export const useSaveItem = () => useMutationWithUndo((backend, item: PlanItem) => backend.plan.saveItem(item), { inForm: true });

export const useSetItem = () =>
  useMutationWithUndo((backend, input: { item: string; change: Partial<ItemChange> }) =>
    backend.plan.setItem(input.item, { wish: null, locked: null, chosen: null, ...input.change }),
  );

export const useRemoveItem = (options?: MutationOptions<null>) =>
  useMutationWithUndo((backend, item: string) => backend.plan.removeItem(item), { inForm: true, ...options });

export const useSaveItemPeople = (item: string) =>
  useMutationWithUndo((backend, people: string[]) => backend.plan.saveItemPeople(item, people));

/** Asks for people and adds them to those whom a candidate names. */
export const useSuggestPeople = (item: string, known: readonly string[]) =>
  useMutationWithUndo(async (backend: Backend, unit: string | null) => {
    const found = await backend.plan.suggestPeople(item, unit);
    return backend.plan.saveItemPeople(item, [...known, ...found.map((person) => person.person)]);
  });

export const useSaveItemCosts = (item: string) =>
  useMutationWithUndo((backend, costs: CostLine[]) => backend.plan.saveItemCosts(item, costs), { inForm: true });

export const useRealisation = (plan: string) => useAsk([room, 'realisation', plan], (backend) => backend.plan.realisation(plan));

export const useSaveEntry = (plan: string, options?: MutationOptions<string>) =>
  useMutationWithUndo((backend, entry: RealisationEntry) => backend.plan.saveEntry(plan, entry), { inForm: true, ...options });

export const useRemoveEntry = () => useMutationWithUndo((backend, entry: string) => backend.plan.removeEntry(entry), { inForm: true });

export const useClassPlan = (classId: string) => useAsk([room, 'class-plan', classId], (backend) => backend.plan.classPlan(classId));

export const useSetClassPlan = (classId: string) =>
  useMutationWithUndo((backend, item: string | null) => backend.plan.setClassPlan(classId, item));

/** A paper of the plan, to be looked at and saved. */
export const usePlanPaper = (paper: PlanPaper): Printed => ({
  pdf: useAsk([room, 'plan-paper', paper], (backend) => backend.plan.paperPdf(paper)),
  save: (backend) => backend.plan.savePaper(paper),
});

export const savePlanWorkbook = (plan: string) => (backend: Backend) => backend.plan.saveWorkbook(plan);
