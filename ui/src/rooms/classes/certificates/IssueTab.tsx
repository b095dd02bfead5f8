import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { Loaded } from '../../../components/Loaded';
import { ReasonList } from '../../../components/ReasonList';
import { useCandidates, type IssueReport } from '../../../data/certificates';
import { useAddressId } from '../../../data/open';
import { id } from '../../../i18n/id';
import { ClassFrame } from '../ClassFrame';
import styles from '../classes.module.css';
import { CandidateList, stateOf } from './CandidateList';
import { ExportCertificates, useExport } from './ExportCertificates';
import { IssueDialog } from './IssueDialog';

const text = id.certificates.issue;

export function IssueTab() {
  const classId = useAddressId();
  const candidates = useCandidates(classId);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [report, setReport] = useState<IssueReport | null>(null);
  const exporting = useExport();
  const rows = candidates.data ?? [];
  const wanted = marked.size === 0 ? rows : rows.filter((row) => marked.has(row.enrolment));
  const ready = wanted.filter((row) => stateOf(row) === 'ready');
  const primary = rows.length > 0 && (
    <Button disabled={ready.length === 0} leftSection={<Icon name="certificate" size={16} />} onClick={() => setAsking(true)}>
      {ready.length === 0 ? text.issueNone : text.issue(ready.length)}
    </Button>
  );
  return (
    <ClassFrame primary={primary} actions={<ExportCertificates classId={classId} exporting={exporting} />}>
      {() => (
        <Loaded query={candidates}>
          {(all) => (
            <>
              {exporting.panel}
              {report && report.refused.length > 0 && (
                <section role="status" className={styles.block}>
                  <h2>{text.refusedTitle(report.refused.length)}</h2>
                  <ReasonList
                    reasons={report.refused.map((one) => ({ tone: 'warn', subject: one.name, text: one.reason }))}
                  />
                </section>
              )}
              <CandidateList classId={classId} rows={all} marked={marked} onMark={setMarked} />
              <IssueDialog
                classId={classId}
                opened={asking}
                candidates={wanted}
                everybody={marked.size === 0}
                onIssued={(made) => {
                  setReport(marked.size === 0 ? null : made);
                  setMarked(new Set());
                }}
                onClose={() => setAsking(false)}
              />
            </>
          )}
        </Loaded>
      )}
    </ClassFrame>
  );
}
