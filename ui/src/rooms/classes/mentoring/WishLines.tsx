import { ActionIcon, Button, Select } from '@mantine/core';
import { Icon } from '../../../components/icons';
import type { BoardMentor, Side } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { nextOrder, type WishLine } from './menteeForm';
import styles from './mentoring.module.css';
import type { Errors } from './RuleFields';

const text = id.pairing.mentee;
const orders = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map((order) => ({ value: String(order), label: text.orders(order) }));

interface WishLinesProps {
  side: Side;
  lines: readonly WishLine[];
  mentors: readonly BoardMentor[];
  errors: Errors;
  onChange: (lines: WishLine[]) => void;
}

/** Which mentors one side wishes for, dearest first, or would rather not have. */
export function WishLines({ side, lines, mentors, errors, onChange }: WishLinesProps) {
  const set = (at: number, part: Partial<WishLine>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const title = text.wishesOf[side];
  const data = mentors.map((mentor) => ({ value: mentor.id, label: mentor.name }));
  return (
    <fieldset className={styles.fieldset} data-path={side} tabIndex={-1}>
      <legend>{title}</legend>
      <p className="muted">{lines.length === 0 ? text.wishNone[side] : text.wishesHint[side]}</p>
      {lines.map((line, at) => (
        <div key={at} className={styles.wishLine}>
          <Select
            aria-label={text.at(`${text.mentor}, ${title}`, at + 1)}
            data-path={`${side}.${at}.mentor`}
            placeholder={text.mentor}
            data={data}
            searchable
            limit={60}
            allowDeselect={false}
            value={line.mentor === '' ? null : line.mentor}
            error={errors[`${side}.${at}.mentor`]}
            onChange={(mentor) => set(at, { mentor: mentor ?? '' })}
          />
          <Select
            aria-label={text.at(`${text.order}, ${title}`, at + 1)}
            data-path={`${side}.${at}.ord`}
            data={orders}
            allowDeselect={false}
            value={String(line.ord)}
            onChange={(order) => set(at, { ord: Number(order) })}
          />
          <ActionIcon
            aria-label={text.removeAt(title, at + 1)}
            title={id.actions.remove}
            onClick={() => onChange(lines.filter((_, index) => index !== at))}
          >
            <Icon name="trash" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => onChange([...lines, { mentor: '', ord: nextOrder(lines) }])}
      >
        {text.addWish[side]}
      </Button>
    </fieldset>
  );
}
