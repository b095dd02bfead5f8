import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useBackend } from '../../backend/backend';
import { ConfirmWithReason } from '../../components/ConfirmWithReason';
import { Icon } from '../../components/icons';
import { Loaded } from '../../components/Loaded';
import { PageHeader } from '../../components/PageHeader';
import { Paper } from '../../components/ReportPage';
import { useCertificate, useCertificatePdf, useReplace, useRevoke } from '../../data/certificates';
import { refusalText } from '../../data/mutation';
import { useAddressId } from '../../data/open';
import { useToast } from '../../frame/Toasts';
import { id } from '../../i18n/id';
import { CertificateFacts } from './CertificateFacts';
import styles from './certificates.module.css';
import { statusTone } from './status';

const text = id.certificates.page;

export function CertificateScreen() {
  const at = useAddressId();
  const backend = useBackend();
  const navigate = useNavigate();
  const { show } = useToast();
  const certificate = useCertificate(at);
  const pdf = useCertificatePdf(at);
  const [asking, setAsking] = useState<'revoke' | 'replace' | null>(null);
  const revoke = useRevoke(at);
  const replace = useReplace(at, {
    onDone: (made) => void navigate({ to: '/certificates/$id', params: { id: made } }),
  });
  const row = certificate.data?.row;
  const open = () => {
    backend.certificates.openPdf(at).catch((error: unknown) => show({ message: refusalText(error), tone: 'bad' }));
  };
  const inForce = row?.status === 'issued';
  const actions = inForce && (
    <>
      <Button variant="default" onClick={() => setAsking('revoke')}>
        {text.revoke}
      </Button>
      <Button variant="default" onClick={() => setAsking('replace')}>
        {text.replace}
      </Button>
    </>
  );
  const primary = (
    <Button leftSection={<Icon name="printer" size={16} />} onClick={open}>
      {text.open}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={row?.number ?? ''}
        subtitle={row?.name}
        state={row && { label: id.certificates.status[row.status], tone: statusTone[row.status] }}
        crumbs={[{ label: id.frame.rooms.certificates, to: '/certificates' }]}
        primary={primary}
        actions={actions}
      />
      <Loaded query={certificate}>
        {(view) => (
          <div className={styles.beside}>
            <Paper pdf={pdf} label={text.pdf(view.row.name)} save={(room) => room.certificates.savePdf(at)} />
            <CertificateFacts view={view} />
            <ConfirmWithReason
              opened={asking === 'revoke'}
              title={text.revokeTitle(view.row.number)}
              confirmLabel={text.revokeConfirm}
              danger
              onConfirm={(reason) => revoke.mutateAsync(reason)}
              onClose={() => setAsking(null)}
            >
              {text.revokeBody}
            </ConfirmWithReason>
            <ConfirmWithReason
              opened={asking === 'replace'}
              title={text.replaceTitle(view.row.number)}
              confirmLabel={text.replaceConfirm}
              onConfirm={(reason) => replace.mutateAsync(reason)}
              onClose={() => setAsking(null)}
            >
              {text.replaceBody}
            </ConfirmWithReason>
          </div>
        )}
      </Loaded>
    </>
  );
}
