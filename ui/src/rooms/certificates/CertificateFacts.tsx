import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CertificateReference, CertificateView } from '../../data/certificates';
import { longDate } from '../../i18n/dates';
import { id } from '../../i18n/id';
import styles from './certificates.module.css';

const text = id.certificates.page;

const reference = (other: CertificateReference | null) =>
  other && (
    <Link to="/certificates/$id" params={{ id: other.id }} className={styles.link}>
      {other.number}
    </Link>
  );

/** What the register knows of a certificate, to be read beside its paper. */
export function CertificateFacts({ view }: { view: CertificateView }) {
  const { row } = view;
  const classLink = (
    <Link to="/classes/$id/certificates" params={{ id: view.class }} className={styles.link}>
      {row.class_name}
    </Link>
  );
  const ended = view.revoked_on !== null && longDate(view.revoked_on);
  const facts: readonly [string, ReactNode][] = [
    [row.status === 'replaced' ? text.replacedOn : text.revokedOn, ended],
    [text.reason, view.revoked_reason],
    [text.replacedBy, reference(view.replaced_by)],
    [text.replaces, reference(view.replaces)],
    [text.name, row.name],
    [text.nip, row.nip],
    [text.role, id.classes.participants.roles[row.role]],
    [text.programme, row.programme],
    [text.class, classLink],
    [text.issuedOn, longDate(row.issued_on)],
    [text.shortCode, <code key="short">{row.short_code}</code>],
    [text.sha256, <code key="hash">{view.sha256}</code>],
    [text.code, <code key="code">{row.code}</code>],
  ];
  return (
    <aside className={styles.aside} aria-label={text.facts} tabIndex={0}>
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value !== false && value !== null && value !== '' && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </aside>
  );
}
