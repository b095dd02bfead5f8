import type { InquiryKind } from '../../../data/needs/inquiries';

/** Parts of the page of a source; the first one stands at its address. */
export type SourceTab = 'typing' | 'people' | 'questions' | 'levels' | 'person' | 'groups' | 'result' | 'data';

const tabs: Record<InquiryKind, readonly SourceTab[]> = {
  survey: ['typing', 'people', 'questions', 'result', 'data'],
  readiness: ['typing', 'people', 'result', 'data'],
  interview: ['person', 'levels', 'groups', 'result', 'data'],
  focus_group: ['groups', 'data'],
  superior: ['levels', 'result', 'data'],
  test: ['levels', 'result', 'data'],
};

export const tabsOf = (kind: InquiryKind): readonly SourceTab[] => tabs[kind];
