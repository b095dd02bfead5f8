import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Icon } from '../components/icons';
import { useUndo } from '../data/mutation';
import { id } from '../i18n/id';
import { useCommandKeys, useCommands, type Command } from './commands';
import { Crumbs } from './Crumbs';
import classes from './frame.module.css';
import { Palette } from './Palette';
import { roomKey, rooms, tasks } from './rooms';
import { Shortcuts } from './Shortcuts';
import { StatusBar } from './StatusBar';

const text = id.frame;
const narrowKey = 'binaasn.nav';

function useNarrow(): [boolean, () => void] {
  const [narrow, setNarrow] = useState(() => localStorage.getItem(narrowKey) === 'narrow');
  const toggle = () =>
    setNarrow((before) => {
      localStorage.setItem(narrowKey, before ? 'wide' : 'narrow');
      return !before;
    });
  return [narrow, toggle];
}

function useFrameCommands(open: (what: 'palette' | 'shortcuts') => void, toggleNav: () => void, toggleScheme: () => void) {
  const navigate = useNavigate();
  const undo = useUndo();
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'frame.palette', label: text.commands.palette, group: text.groups.window, keys: ['Ctrl+K'], run: () => open('palette') },
      { id: 'frame.shortcuts', label: text.commands.shortcuts, group: text.groups.window, keys: ['F1'], run: () => open('shortcuts') },
      { id: 'frame.undo', label: text.commands.undo, group: text.groups.window, keys: ['Ctrl+Z'], inFields: false, run: () => void undo() },
      { id: 'frame.nav', label: text.commands.nav, group: text.groups.window, keys: ['Ctrl+B'], run: toggleNav },
      { id: 'frame.scheme', label: text.commands.scheme, group: text.groups.window, run: toggleScheme },
      ...rooms.map<Command>((room, at) => ({
        id: `frame.go.${room.id}`,
        label: text.commands.goTo(room.label),
        group: text.groups.go,
        keys: [roomKey(at)],
        run: () => void navigate({ to: room.to }),
      })),
      ...tasks.map<Command>((task) => ({
        id: `frame.task.${task.to}`,
        label: task.label,
        group: text.groups.go,
        run: () => void navigate({ to: task.to }),
      })),
    ],
    [navigate, undo, open, toggleNav, toggleScheme],
  );
  useCommands(commands);
}

function Navigation({ narrow, onToggle }: { narrow: boolean; onToggle: () => void }) {
  const toggle = narrow ? text.nav.expand : text.nav.collapse;
  const { pathname } = useLocation();
  const within = (also: string | undefined) => also !== undefined && `${pathname}/`.startsWith(`${also}/`);
  return (
    <nav className={classes.nav} aria-label={text.nav.label} data-narrow={narrow || undefined}>
      <div className={classes.brand}>
        <span aria-hidden="true" className={classes.mark}>
          B
        </span>
        <span className={classes.word}>{text.app}</span>
      </div>
      <ul>
        {rooms.map((room, at) => (
          <li key={room.id}>
            <Link
              to={room.to}
              className={classes.room}
              activeOptions={{ exact: room.to === '/', includeSearch: false }}
              {...(within(room.also) && { 'aria-current': 'page' as const })}
              title={narrow ? `${room.label} (${roomKey(at)})` : roomKey(at)}
            >
              <Icon name={room.icon} size={20} />
              <span className={classes.word}>{room.label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className={classes.collapse} onClick={onToggle} aria-label={toggle} title={toggle}>
        <Icon name="panel" />
      </button>
    </nav>
  );
}

/** The window around every screen. */
export function Frame() {
  const [opened, setOpened] = useState<'palette' | 'shortcuts' | null>(null);
  const [narrow, toggleNav] = useNarrow();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const toggleScheme = () => setColorScheme(dark ? 'light' : 'dark');
  const close = () => setOpened(null);
  useCommandKeys();
  useFrameCommands(setOpened, toggleNav, toggleScheme);

  return (
    <div className={classes.frame}>
      <a href="#isi" className={classes.skip} onClick={(event) => {
        event.preventDefault();
        document.getElementById('isi')?.focus();
      }}>
        {text.skip}
      </a>
      <Navigation narrow={narrow} onToggle={toggleNav} />
      <header className={classes.top}>
        <Crumbs />
        <Button
          variant="default"
          className={classes.find}
          onClick={() => setOpened('palette')}
          leftSection={<Icon name="search" size={16} />}
          rightSection={<kbd>Ctrl+K</kbd>}
        >
          {text.palette.button}
        </Button>
        <ActionIcon onClick={() => setOpened('shortcuts')} aria-label={text.shortcuts.title} title={`${text.shortcuts.title} (F1)`}>
          <Icon name="keyboard" />
        </ActionIcon>
        <ActionIcon
          onClick={toggleScheme}
          aria-label={dark ? text.scheme.toLight : text.scheme.toDark}
          title={dark ? text.scheme.toLight : text.scheme.toDark}
        >
          <Icon name={dark ? 'sun' : 'moon'} />
        </ActionIcon>
      </header>
      <main id="isi" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      <StatusBar />
      <Palette opened={opened === 'palette'} onClose={close} />
      <Shortcuts opened={opened === 'shortcuts'} onClose={close} />
    </div>
  );
}
