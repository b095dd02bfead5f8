import { describe, expect, it } from 'vitest';
import { aBoard } from '../../../testing/pairingFixture';
import { neighbour, type Box } from './boardFocus';
import { forcedEdits, groupsOf, loadOf } from './boardModel';
import { menteeOf, nextOrder, valuesOf, wishErrors } from './menteeForm';

const box = (items: string[], left: number, top: number): Box => ({ items, left, top, right: left + 100, bottom: top + 80 });
/** A column at the left, and two rows of two cards. */
const boxes: Box[] = [
  { ...box(['u1', 'u2'], 0, 0), bottom: 180 },
  box(['m1', 'a1', 'a2'], 110, 0),
  box(['m2'], 220, 0),
  box(['m3', 'c1'], 110, 90),
  box(['m4', 'd1'], 220, 90),
];

describe('where the arrow keys lead', () => {
  it('goes through a card, then to the card below and back up to its last', () => {
    expect(neighbour(boxes, 'm1', 'down')).toBe('a1');
    expect(neighbour(boxes, 'a2', 'down')).toBe('m3');
    expect(neighbour(boxes, 'm3', 'up')).toBe('a2');
    expect(neighbour(boxes, 'c1', 'down')).toBeNull();
  });

  it('goes to the card beside, at the same height where it is long enough', () => {
    expect(neighbour(boxes, 'a2', 'right')).toBe('m2');
    expect(neighbour(boxes, 'c1', 'right')).toBe('d1');
    expect(neighbour(boxes, 'a1', 'left')).toBe('u2');
    expect(neighbour(boxes, 'u1', 'right')).toBe('m1');
    expect(neighbour(boxes, 'm2', 'right')).toBeNull();
  });

  it('passes over a column that has nothing to stand on', () => {
    const empty = boxes.map((one, at) => (at === 0 ? { ...one, items: [] } : one));
    expect(neighbour(empty, 'a1', 'left')).toBeNull();
  });

  it('follows the order where nothing is drawn', () => {
    const flat = boxes.map(({ items }) => ({ items, left: 0, top: 0, right: 0, bottom: 0 }));
    expect(neighbour(flat, 'u2', 'down')).toBe('m1');
    expect(neighbour(flat, 'm2', 'left')).toBe('m1');
  });
});

describe('the board as groups', () => {
  it('puts everybody at exactly one place and counts those of other classes', () => {
    const { unpaired, cards } = groupsOf(aBoard);
    expect(unpaired.chips.map((chip) => chip.enrolment)).toEqual(['e4']);
    expect(cards.map((card) => card.chips.map((chip) => chip.enrolment))).toEqual([['e1', 'e2'], ['e3']]);
    expect(cards.map(loadOf)).toEqual([3, 1]);
    expect(cards[0]?.chips[1]?.before).toBe('Rahmat Hidayat');
  });

  it('takes all that follows from a forced pair into one change', () => {
    const from = 'Dr. Hasan Basri, M.Si.';
    const moves = [{ enrolment: 'e1', name: 'Siti', from_mentor: 'm1', from, to_mentor: null, to: null }];
    expect(forcedEdits(aBoard, 'e4', 'm1', moves)).toEqual([
      { enrolment: 'e4', mentor: 'm1', locked: true },
      { enrolment: 'e1', mentor: null, locked: true },
    ]);
  });

  it('tells two mentors of one name apart', () => {
    const mentors = aBoard.mentors.map((mentor) => ({ ...mentor, name: 'Ahmad' }));
    const moves = [{ enrolment: 'e3', name: 'Citra', from_mentor: 'm2', from: 'Ahmad', to_mentor: 'm1', to: 'Ahmad' }];
    expect(forcedEdits({ ...aBoard, mentors }, 'e4', 'm2', moves)).toEqual([
      { enrolment: 'e4', mentor: 'm2', locked: true },
      { enrolment: 'e3', mentor: 'm1', locked: false },
    ]);
  });
});

describe('the form of a participant', () => {
  const data = {
    enrolment: 'e1', superior: null, examiner: 'p2', place: 'Muara Bulian', languages: '', note: '', needs: [],
    wishes: [
      { mentor: 'm3', side: 'mentee' as const, ord: 0 },
      { mentor: 'm2', side: 'mentee' as const, ord: 2 },
      { mentor: 'm1', side: 'mentor' as const, ord: 1 },
      { mentor: 'm1', side: 'mentee' as const, ord: 1 },
    ],
  };

  it('shows the wishes of each side dearest first and gives them back whole', () => {
    const values = valuesOf(data);
    expect(values.mentee.map((line) => line.mentor)).toEqual(['m1', 'm2', 'm3']);
    const back = menteeOf('e1', values);
    expect(new Set(back.wishes.map((wish) => JSON.stringify(wish, ['mentor', 'side', 'ord'])))).toEqual(
      new Set(data.wishes.map((wish) => JSON.stringify(wish, ['mentor', 'side', 'ord']))),
    );
    expect({ ...back, wishes: [] }).toEqual({ ...data, wishes: [] });
  });

  it('names the line of a wish without mentor and of one said twice', () => {
    const values = { ...valuesOf(data), mentor: [{ mentor: 'm1', ord: 1 }, { mentor: '', ord: 2 }, { mentor: 'm1', ord: 3 }] };
    expect(wishErrors(values, 'kosong', 'dua kali')).toEqual({ 'mentor.1.mentor': 'kosong', 'mentor.2.mentor': 'dua kali' });
    expect(nextOrder([{ mentor: 'a', ord: 1 }, { mentor: 'b', ord: 3 }])).toBe(2);
  });
});
