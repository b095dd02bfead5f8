import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Icon } from '../../../components/icons';
import { id } from '../../../i18n/id';
import { loadOf, type Chip, type Group } from './boardModel';
import { mentorPage } from './links';
import styles from './mentoring.module.css';
import { points } from './points';
import type { Refused } from './useEdits';

const text = id.pairing.board;

interface ChipProps {
  chip: Chip;
  active: boolean;
  selected: boolean;
  /** Why it could not be moved. */
  refused: string | null;
}

/** Everything a chip shows, in words. */
function spoken(chip: Chip): string {
  const parts = [
    // As it stands on the chip, so that who speaks to the program can name it.
    chip.score === null ? chip.name : `${chip.name} ${points(chip.score)}`,
    chip.locked ? text.locked : '',
    chip.changed ? text.changed(chip.before === '' ? text.nobody : chip.before) : '',
    chip.broken.length > 0 ? text.brokenRules(chip.broken.length) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const ChipItem = memo(function ChipItem({ chip, active, selected, refused }: ChipProps) {
  const title = [
    chip.name,
    chip.detail,
    chip.changed ? text.changed(chip.before === '' ? text.nobody : chip.before) : '',
    chip.sentence,
    ...chip.broken,
  ];
  return (
    <li>
      <div
        role="button"
        tabIndex={active ? 0 : -1}
        draggable
        data-item={`e:${chip.enrolment}`}
        data-changed={chip.changed || undefined}
        data-broken={chip.broken.length > 0 || undefined}
        aria-pressed={selected}
        aria-label={spoken(chip)}
        aria-keyshortcuts="Enter M K Delete"
        title={title.filter((part) => part !== '').join('\n')}
        className={styles.chip}
      >
        {chip.changed && <span className={styles.dot} />}
        <span className={styles.chipName}>{chip.name}</span>{' '}
        {chip.broken.length > 0 && <Icon name="warning" size={14} className={styles.bad} />}
        {chip.locked && <Icon name="lock" size={14} />}
        {chip.score !== null && <span className={styles.chipScore}>{points(chip.score)}</span>}
      </div>
      {refused !== null && (
        <p className={styles.refused}>
          <Icon name="stop" size={14} />
          {refused}
        </p>
      )}
    </li>
  );
});

interface ChipsProps {
  chips: readonly Chip[];
  label: string;
  active: string;
  selected: string | null;
  refused: Refused | null;
}

function Chips({ chips, label, active, selected, refused }: ChipsProps) {
  return (
    <ul className={styles.chips} aria-label={label}>
      {chips.map((chip) => (
        <ChipItem
          key={chip.enrolment}
          chip={chip}
          active={active === `e:${chip.enrolment}`}
          selected={selected === chip.enrolment}
          refused={refused?.enrolment === chip.enrolment ? refused.message : null}
        />
      ))}
    </ul>
  );
}

export interface GroupProps {
  group: Group;
  /** The item that Tab leads to. */
  active: string;
  selected: string | null;
  refused: Refused | null;
  /** A chip is held over it. */
  over: boolean;
}

/** How many a mentor has of how many, with a mark at the fewest. */
function Load({ group }: { group: Group }) {
  const { mentor } = group;
  if (!mentor) return null;
  const load = loadOf(group);
  const share = (count: number) => `${Math.min(100, mentor.most === 0 ? 0 : (count / mentor.most) * 100)}%`;
  const notes = [
    load >= mentor.most ? text.full : '',
    load < mentor.fewest ? text.below(mentor.fewest) : '',
    mentor.elsewhere > 0 ? text.elsewhere(mentor.elsewhere) : '',
  ].filter((note) => note !== '');
  return (
    <>
      <span className={styles.load}>
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.fill} data-low={load < mentor.fewest || undefined} style={{ width: share(load) }} />
          {mentor.fewest > 0 && <span className={styles.fewest} style={{ left: share(mentor.fewest) }} />}
        </span>
        <span className={styles.count}>{text.load(load, mentor.most)}</span>
      </span>
      {notes.length > 0 && (
        <span className={load < mentor.fewest ? styles.noteWarn : styles.note}>{notes.join(' · ')}</span>
      )}
    </>
  );
}

/** A mentor with the participants whom the proposal gives. */
export const MentorCard = memo(function MentorCard({ group, active, selected, refused, over }: GroupProps) {
  const { mentor } = group;
  if (!mentor) return null;
  const label = text.cardLabel(mentor.name, loadOf(group), mentor.most);
  return (
    <section className={styles.card} aria-label={label} data-group={mentor.id} data-over={over || undefined}>
      <Link
        to={mentorPage(mentor.id)}
        className={styles.cardName}
        title={[mentor.name, mentor.detail].filter((part) => part !== '').join('\n')}
        tabIndex={active === `m:${mentor.id}` ? 0 : -1}
        draggable={false}
        data-item={`m:${mentor.id}`}
      >
        {mentor.name}
      </Link>
      <Load group={group} />
      <Chips chips={group.chips} label={label} active={active} selected={selected} refused={refused} />
    </section>
  );
});

/** Those who have no mentor, at the left edge. */
export function UnpairedColumn({ group, active, selected, refused, over }: GroupProps) {
  const label = text.unpairedLabel(group.chips.length);
  return (
    <section className={styles.unpaired} aria-label={label} data-group="" data-over={over || undefined}>
      <h2>
        {text.unpaired}
        <span className={styles.headCount}>{group.chips.length}</span>
      </h2>
      {group.chips.length === 0 && <p className="muted">{text.allPaired}</p>}
      <Chips chips={group.chips} label={label} active={active} selected={selected} refused={refused} />
    </section>
  );
}
