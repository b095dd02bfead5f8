import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { holdsWords } from '../components/holdsWords';
import { Icon } from '../components/icons';
import { useFindList } from '../components/useFindList';
import { useSearchHits } from '../data/frame';
import { id } from '../i18n/id';
import { useCommandList } from './commands';
import classes from './frame.module.css';
import { Keys } from './Keys';

interface Item {
  id: string;
  title: string;
  detail: string;
  keys: readonly string[];
  run: () => void;
}

const text = id.frame.palette;
const shownCommands = 12;

/** People, classes and commands from one box. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="lg"
      padding={0}
      yOffset="10vh"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={text.title} radius="md">
        <PaletteBody onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const navigate = useNavigate();
  const commands = useCommandList();
  const { hits, searching } = useSearchHits(typed);

  const found = hits.map<Item>((hit) => ({
    id: hit.id,
    title: hit.title,
    detail: hit.detail,
    keys: [],
    run: () => void navigate({ to: hit.to }),
  }));
  const offered = commands
    .filter((command) => command.run && command.id !== 'frame.palette' && holdsWords(typed, command.label))
    .slice(0, shownCommands)
    .map<Item>((command) => ({
      id: command.id,
      title: command.label,
      detail: '',
      keys: command.keys ?? [],
      run: () => command.run?.(),
    }));
  const items = [...found, ...offered];
  const choose = (item: Item) => {
    onClose();
    item.run();
  };
  const find = useFindList({ items, typed, onTyped: setTyped, onPick: choose });

  const option = (item: Item, at: number) => (
    <div key={item.id} {...find.option(item, at)} className={classes.option}>
      <span className={classes.optionTitle}>{item.title}</span>
      {item.detail && <span className="muted">{item.detail}</span>}
      <Keys keys={item.keys} />
    </div>
  );

  return (
    <div className={classes.palette}>
      <div className={classes.paletteSearch}>
        <Icon name="search" />
        <input
          data-autofocus
          type="text"
          aria-label={text.title}
          placeholder={text.placeholder}
          {...find.field}
        />
      </div>
      <div {...find.list} aria-label={text.title} className={classes.options} tabIndex={-1}>
        {found.length > 0 && (
          <div role="group" aria-label={text.found}>
            <div className={classes.optionGroup} aria-hidden="true">
              {text.found}
            </div>
            {found.map(option)}
          </div>
        )}
        {offered.length > 0 && (
          <div role="group" aria-label={text.commands}>
            <div className={classes.optionGroup} aria-hidden="true">
              {text.commands}
            </div>
            {offered.map((item, at) => option(item, found.length + at))}
          </div>
        )}
      </div>
      <div className={classes.paletteFoot} role="status">
        {items.length === 0 ? (searching ? text.searching : text.nothing(typed)) : text.hint}
      </div>
    </div>
  );
}
