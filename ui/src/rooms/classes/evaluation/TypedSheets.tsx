import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { id } from '../../../i18n/id';
import styles from './evaluation.module.css';

const text = id.feedback.round;

/** The codes of the sheets that are stored, to open one of them again. */
export function TypedSheets({ codes, onPick }: { codes: readonly string[]; onPick: (code: string) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)}>
        {text.typed(codes.length)}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={text.typedTitle}
      >
        {codes.length === 0 ? (
          <p className="muted">{text.none}</p>
        ) : (
          <>
            <p className="muted">{text.typedText}</p>
            <ul className={styles.codes}>
              {codes.map((code, at) => (
                <li key={code}>
                  <Button
                    variant="default"
                    size="xs"
                    data-autofocus={at === 0 || undefined}
                    onClick={() => {
                      setOpened(false);
                      onPick(code);
                    }}
                  >
                    {code}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Modal>
    </>
  );
}
