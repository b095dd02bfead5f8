import { Link } from '@tanstack/react-router';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Icon } from '../components/icons';
import { id } from '../i18n/id';
import classes from './frame.module.css';

export interface Crumb {
  label: string;
  /** Address of the page; the last crumb, where one is, has none. */
  to?: string;
  /** What the address holds besides, such as the unit that a list was narrowed to. */
  search?: Record<string, string>;
}

interface CrumbDoor {
  crumbs: readonly Crumb[];
  set: (crumbs: readonly Crumb[]) => void;
}

const CrumbContext = createContext<CrumbDoor | null>(null);

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, set] = useState<readonly Crumb[]>([]);
  const door = useMemo(() => ({ crumbs, set }), [crumbs]);
  return <CrumbContext.Provider value={door}>{children}</CrumbContext.Provider>;
}

/** Says where the page is. Without a frame around it (a test of one screen) it does nothing. */
export function useCrumbs(crumbs: readonly Crumb[]): void {
  const set = useContext(CrumbContext)?.set;
  const key = JSON.stringify(crumbs);
  useEffect(() => set?.(JSON.parse(key) as Crumb[]), [set, key]);
}

export function Crumbs() {
  const crumbs = useContext(CrumbContext)?.crumbs ?? [];
  return (
    <nav aria-label={id.frame.breadcrumb} className={classes.crumbs}>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={`${at}-${crumb.label}`}>
            {at > 0 && <Icon name="chevronRight" size={14} />}
            {crumb.to ? <Link to={crumb.to} search={crumb.search}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
