import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';

/**
 * Everything that a key or the palette can do. A command is declared once; the list of shortcuts (F1), the palette
 * (Ctrl+K) and the key handler read it from here.
 */
export interface Command {
  id: string;
  label: string;
  group: string;
  /** As printed on the keys: `Ctrl+K`, `Alt+1`, `F1`, `Shift+↑`. Several are alternatives. */
  keys?: readonly string[];
  /** Without it the command is only listed: the part of the screen that has the focus acts on the key itself. */
  run?: () => void;
  /** Also runs while a text field has the focus. Commands with Ctrl, Alt or a function key do so unless `false`. */
  inFields?: boolean;
}

export class CommandRegistry {
  private sets: readonly (readonly Command[])[] = [];
  private flat: readonly Command[] = [];
  private readonly listeners = new Set<() => void>();

  add(commands: readonly Command[]): () => void {
    this.replace([...this.sets, commands]);
    return () => this.replace(this.sets.filter((set) => set !== commands));
  }

  readonly list = (): readonly Command[] => this.flat;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Runs the command of a key; the one that was added last wins. Returns whether there was one. */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented) return false;
    const typing = isTyping(event.target);
    const found = [...this.flat].reverse().find(
      (command) =>
        command.run !== undefined &&
        command.keys?.some((key) => matches(event, key) && (!typing || (command.inFields ?? !/^(\w|Del|Esc)$/.test(key)))),
    );
    if (!found) return false;
    event.preventDefault();
    found.run?.();
    return true;
  }

  private replace(sets: readonly (readonly Command[])[]): void {
    this.sets = sets;
    const seen = new Map(sets.flat().map((command) => [command.id, command]));
    this.flat = [...seen.values()];
    for (const listener of this.listeners) listener();
  }
}

const printed: Readonly<Record<string, string>> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', Delete: 'Del', ' ': 'Spasi',
};

/** Whether a key event is what is printed as `Ctrl+Shift+K`. */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  if ((event.ctrlKey || event.metaKey) !== parts.includes('Ctrl')) return false;
  if (event.altKey !== parts.includes('Alt')) return false;
  if (key !== '?' && event.shiftKey !== parts.includes('Shift')) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.key === key;
  return (printed[event.key] ?? event.key).toLowerCase() === key.toLowerCase();
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input:not([type=checkbox],[type=radio]), textarea, select') !== null;
}

/** The registry of the window; tests may put their own above what they render. */
export const CommandContext = createContext(new CommandRegistry());

/** Registers commands while the component is mounted. Keep the array's identity stable. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useContext(CommandContext);
  useEffect(() => registry.add(commands), [registry, commands]);
}

export function useCommandList(): readonly Command[] {
  const registry = useContext(CommandContext);
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Sends the keys of the window to the registry. Used once, by the frame. */
export function useCommandKeys(): void {
  const registry = useContext(CommandContext);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => void registry.press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [registry]);
}
