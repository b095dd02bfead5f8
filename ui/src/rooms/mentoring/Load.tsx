import { Bar } from '../../components/Bar';
import { id } from '../../i18n/id';

const text = id.mentoring.mentors;

/** How many participants a mentor has of those they take: a bar, and the figures beside it. */
export function Load({ running, most }: { running: number; most: number }) {
  const share = most === 0 ? (running > 0 ? 100 : 0) : Math.round((running * 100) / most);
  return (
    <span title={text.loadOf(running, most)}>
      <Bar percent={share} tone={running > most ? 'bad' : undefined}>
        {running}/{most}
      </Bar>
    </span>
  );
}
