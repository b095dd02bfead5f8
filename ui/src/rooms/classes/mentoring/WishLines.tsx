import { Select } from '@mantine/core';
import { LineTable } from '../../../components/LineTable';
import type { BoardMentor, Side } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { nextOrder, type WishLine } from './menteeForm';
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
    <LineTable
      title={title}
      path={side}
      lines={lines}
      onChange={onChange}
      error={errors[side]}
      lead={lines.length > 0 && text.wishesHint[side]}
      heads={[{ label: text.mentor }, { label: text.order, width: 160 }]}
      cells={(line, at) => [
        <Select
          key="mentor"
          aria-label={text.at(`${text.mentor}, ${title}`, at + 1)}
          data-path={`${side}.${at}.mentor`}
          data={data}
          searchable
          limit={60}
          allowDeselect={false}
          value={line.mentor === '' ? null : line.mentor}
          error={errors[`${side}.${at}.mentor`]}
          onChange={(mentor) => set(at, { mentor: mentor ?? '' })}
        />,
        <Select
          key="ord"
          aria-label={text.at(`${text.order}, ${title}`, at + 1)}
          data-path={`${side}.${at}.ord`}
          data={orders}
          allowDeselect={false}
          value={String(line.ord)}
          onChange={(order) => set(at, { ord: Number(order) })}
        />,
      ]}
      blank={() => ({ mentor: '', ord: nextOrder(lines) })}
      add={text.addWish[side]}
      none={text.wishNone[side]}
    />
  );
}
