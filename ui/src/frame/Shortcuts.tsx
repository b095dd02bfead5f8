import { Modal } from '@mantine/core';
import { id } from '../i18n/id';
import { useCommandList, type Command } from './commands';
import classes from './frame.module.css';
import { Keys } from './Keys';

/** F1: every key that works here now, read from the same list that acts on them. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const groups = new Map<string, Command[]>();
  for (const command of useCommandList()) {
    if (!command.keys?.length) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={id.frame.shortcuts.title}
      size={760}
    >
      <div className={classes.shortcuts}>
        {[...groups].map(([group, commands]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command.id}>
                  <dt>{command.label}</dt>
                  <dd>
                    <Keys keys={command.keys ?? []} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
