import { ActionIcon, Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import shared from '../../../components/shared.module.css';
import {
  useAddEvidence, useOpenEvidence, useRemoveEvidence, type EvidenceRow, type ProjectView,
} from '../../../data/classes/projects';
import { useSaveFile } from '../../../data/files';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import { formatBytes } from '../../../i18n/numbers';
import styles from './projects.module.css';

const text = id.projects.evidence;

/** Files that prove the work, each copied into the data folder. */
export function EvidenceList({ view }: { view: ProjectView }) {
  const add = useAddEvidence(view.id);
  const [milestone, setMilestone] = useState<string | null>(null);
  const offered = view.milestones.map((row) => ({ value: row.id, label: row.name }));
  const chosen = offered.some((one) => one.value === milestone) ? milestone : null;
  return (
    <section className={styles.section} aria-label={text.title}>
      <div className={styles.head}>
        <h2>{text.title}</h2>
        {offered.length > 0 && (
          <Select
            label={text.for}
            data={[{ value: '', label: text.whole }, ...offered]}
            value={chosen ?? ''}
            allowDeselect={false}
            w={240}
            onChange={(value) => setMilestone(value === '' ? null : value)}
          />
        )}
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          loading={add.isPending}
          onClick={() => add.mutate(chosen)}
        >
          {text.add}
        </Button>
      </div>
      {view.evidence.length === 0 ? <p className="muted">{text.none}</p> : <Files rows={view.evidence} />}
    </section>
  );
}

function Files({ rows }: { rows: readonly EvidenceRow[] }) {
  const open = useOpenEvidence();
  const saveFile = useSaveFile();
  const remove = useRemoveEvidence();
  return (
    <table className={`${shared.table} ${styles.lines}`}>
      <colgroup>
        <col />
        <col style={{ width: '28%' }} />
        <col style={{ width: 84 }} />
        <col style={{ width: 120 }} />
        <col style={{ width: 84 }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text.file}</th>
          <th scope="col">{text.milestone}</th>
          <th scope="col" className={shared.end}>
            {text.size}
          </th>
          <th scope="col">{text.added}</th>
          <th scope="col">
            <span className="hidden">{text.tools}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button
                type="button"
                className={styles.file}
                aria-label={text.openOf(row.name)}
                title={text.checksum(row.sha256)}
                onClick={() => open(row.id)}
              >
                {row.name}
              </button>
            </td>
            <td>{row.milestone_name === '' ? <span className="muted">{text.whole}</span> : row.milestone_name}</td>
            <td className={shared.end}>{formatBytes(row.bytes)}</td>
            <td className="number">{shortDate(row.added_on)}</td>
            <td className={shared.tools}>
              <ActionIcon
                size={28}
                aria-label={text.save(row.name)}
                title={text.save(row.name)}
                onClick={() => void saveFile((backend) => backend.projects.saveEvidence(row.id))}
              >
                <Icon name="export" size={16} />
              </ActionIcon>
              <ActionIcon
                size={28}
                aria-label={text.remove(row.name)}
                title={text.remove(row.name)}
                onClick={() => remove.mutate(row.id)}
              >
                <Icon name="trash" size={16} />
              </ActionIcon>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
