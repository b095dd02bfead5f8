import {
  useEffect, useLayoutEffect, useRef, useState, type DragEvent, type KeyboardEvent, type MouseEvent, type RefObject,
} from 'react';
import { isTyping, useCommands, type Command } from '../../../frame/commands';
import type { Board } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { boxesOf, directions, itemNode, neighbour } from './boardFocus';
import type { Chip, Groups } from './boardModel';
import { MentorCard, UnpairedColumn } from './Cards';
import styles from './mentoring.module.css';
import type { Refused } from './useEdits';

const text = id.pairing.board;
const keys = id.pairing.keys;

/** The keys of the board, for the list of shortcuts; the board itself acts on them. */
const shortcuts: readonly Command[] = [
  { id: 'pairing.move', label: keys.move, keys: ['↑', '↓', '←', '→'], group: keys.group },
  { id: 'pairing.edges', label: keys.edges, keys: ['Home', 'End'], group: keys.group },
  { id: 'pairing.open', label: keys.open, keys: ['Enter'], group: keys.group },
  { id: 'pairing.pick', label: keys.pick, keys: ['M'], group: keys.group },
  { id: 'pairing.lock', label: keys.lock, keys: ['K'], group: keys.group },
  { id: 'pairing.out', label: keys.out, keys: ['Del'], group: keys.group },
  { id: 'pairing.back', label: keys.back, keys: ['Esc'], group: keys.group },
];

export interface BoardViewProps {
  board: Board;
  groups: Groups;
  chips: ReadonlyMap<string, Chip>;
  refused: Refused | null;
  /** The item to have the focus again when the board has changed. */
  wanted: RefObject<string | null>;
  selected: string | null;
  /** With the keyboard the focus goes to the reasons. */
  onSelect: (enrolment: string, byKey: boolean) => void;
  onPick: (chip: Chip) => void;
  onPlace: (chip: Chip, mentor: string | null) => void;
  onLock: (chip: Chip) => void;
  readOnly: boolean;
}

const itemOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset['item'] : undefined;
const groupOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-group]')?.dataset['group'] : undefined;

/** Who has whom: chips on cards, moved by dragging or by keys. One handler acts for all of them. */
export function BoardView(props: BoardViewProps) {
  const { board, groups, chips, refused, wanted, selected, onSelect, onPick, onPlace, onLock, readOnly } = props;
  useCommands(shortcuts);
  const root = useRef<HTMLDivElement>(null);
  const dragged = useRef<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const first = groups.unpaired.chips[0] ?? groups.cards.find((card) => card.chips.length > 0)?.chips[0];
  const known = focused !== null && (focused.startsWith('m:') || chips.has(focused.slice(2)));
  const active = known ? focused : first ? `e:${first.enrolment}` : `m:${groups.cards[0]?.id ?? ''}`;

  useLayoutEffect(() => {
    const item = wanted.current;
    wanted.current = null;
    if (item !== null) itemNode(root.current, item)?.focus();
  }, [board, wanted]);

  // With the reasons beside it the board is narrower, and who was chosen may stand elsewhere.
  useEffect(() => {
    if (selected !== null) itemNode(root.current, `e:${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const chipOf = (item: string | undefined) => (item?.startsWith('e:') ? chips.get(item.slice(2)) : undefined);

  const travel = (item: string, key: string): boolean => {
    if (!root.current) return false;
    const direction = directions[key];
    const items = () => [...chips.keys()].map((enrolment) => `e:${enrolment}`);
    const to = direction ? neighbour(boxesOf(root.current), item, direction) : key === 'Home' ? items()[0] : items().at(-1);
    if (to) itemNode(root.current, to)?.focus();
    return true;
  };
  const actOn = (chip: Chip, key: string): boolean => {
    switch (key) {
      case 'Enter':
      case ' ':
        onSelect(chip.enrolment, true);
        return true;
      case 'm':
      case 'M':
        if (!readOnly) onPick(chip);
        return true;
      case 'k':
      case 'K':
        onLock(chip);
        return true;
      case 'Delete':
        onPlace(chip, null);
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = itemOf(event.target);
    if (item === undefined || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const chip = chipOf(item);
    const travels = event.key in directions || event.key === 'Home' || event.key === 'End';
    if (travels ? travel(item, event.key) : chip !== undefined && actOn(chip, event.key)) event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const chip = chipOf(itemOf(event.target));
    if (chip) onSelect(chip.enrolment, false);
  };

  const drag = {
    onDragStart: (event: DragEvent) => {
      const chip = chipOf(itemOf(event.target));
      if (!chip || readOnly) {
        event.preventDefault();
        return;
      }
      dragged.current = chip.enrolment;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', chip.name);
    },
    onDragOver: (event: DragEvent) => {
      const group = groupOf(event.target);
      if (dragged.current === null || group === undefined) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver(group);
    },
    onDrop: (event: DragEvent) => {
      const group = groupOf(event.target);
      const chip = dragged.current === null ? undefined : chips.get(dragged.current);
      dragged.current = null;
      setOver(null);
      if (!chip || group === undefined) return;
      event.preventDefault();
      onPlace(chip, group === '' ? null : group);
    },
    onDragEnd: () => {
      dragged.current = null;
      setOver(null);
    },
  };

  const shared = { active, selected, refused };
  return (
    <div
      ref={root}
      role="group"
      aria-label={text.label}
      aria-describedby="pairing-keys"
      className={styles.board}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={(event) => setFocused(itemOf(event.target) ?? null)}
      {...drag}
    >
      <UnpairedColumn group={groups.unpaired} over={over === ''} {...shared} />
      <div className={styles.cards}>
        {groups.cards.map((group) => (
          <MentorCard key={group.id} group={group} over={over === group.id} {...shared} />
        ))}
      </div>
    </div>
  );
}
