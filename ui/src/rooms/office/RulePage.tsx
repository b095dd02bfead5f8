import type { ReactNode } from 'react';
import { Loaded } from '../../components/Loaded';
import { useRules, type Rules } from '../../data/office';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';

/** A tab of the office with the rules in force, and what they are for. */
export function RulePage({ lead, children }: { lead?: string; children: (rules: Rules) => ReactNode }) {
  return (
    <>
      <OfficeHeader />
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      <Loaded query={useRules()}>{children}</Loaded>
    </>
  );
}
