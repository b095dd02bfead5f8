import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import shared from '../../../components/shared.module.css';
import { useCorrections } from '../../../data/evaluation';
import { shortDate } from '../../../i18n/dates';
import { id } from '../../../i18n/id';
import styles from '../classes.module.css';

const text = id.evaluation.corrections;
const shown = (score: string) => (score === '' ? '–' : score);

/** The way to the corrections of a class; nothing where there are none. */
export function CorrectionsButton({ classId }: { classId: string }) {
  const corrections = useCorrections(classId).data ?? [];
  const [opened, setOpened] = useState(false);
  if (corrections.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {text.list(corrections.length)}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={text.listTitle}
        size={920}
      >
        <table className={`${shared.table} ${styles.report}`} aria-label={text.listTitle}>
          <thead>
            <tr>
              <th scope="col">{text.date}</th>
              <th scope="col">{text.person}</th>
              <th scope="col">{text.what}</th>
              <th scope="col" className={shared.end}>
                {text.before}
              </th>
              <th scope="col" className={shared.end}>
                {text.after}
              </th>
              <th scope="col">{text.reason}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map((one) => (
              <tr key={one.id}>
                <td>{shortDate(one.date)}</td>
                <td>{one.name}</td>
                <td>{one.what}</td>
                <td className={shared.end}>{shown(one.before)}</td>
                <td className={shared.end}>{shown(one.after)}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  );
}
