import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { id } from '../../i18n/id';
import { NeedsHeader } from './NeedsHeader';
import styles from './needs.module.css';

const text = id.needs.standards;

const parts = [
  { label: text.parts.posts, to: '/needs/standards' },
  { label: text.parts.grades, to: '/needs/standards/grades' },
  { label: text.parts.competencies, to: '/needs/standards/competencies' },
];

/** The head of the three parts of the standards. */
export function StandardsHeader({ primary, actions }: { primary?: ReactNode; actions?: ReactNode }) {
  const here = useLocation().pathname;
  return (
    <>
      <NeedsHeader primary={primary} actions={actions} />
      <nav className={styles.subTabs} aria-label={text.partsLabel}>
        {parts.map(({ label, to }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={here === to ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
    </>
  );
}
