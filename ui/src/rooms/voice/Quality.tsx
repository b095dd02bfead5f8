import { StateBadge } from '../../components/StateBadge';
import type { Tone } from '../../components/tone';
import { id } from '../../i18n/id';

const tones: Readonly<Record<string, Tone>> = { A: 'good', B: 'info', C: 'warn', D: 'bad' };

/** The tone of a quality; letters that the office has given itself have none. */
export const qualityTone = (letter: string): Tone => tones[letter] ?? 'neutral';

/** Letter and word of a quality. */
export function Quality({ letter, band }: { letter: string; band: string }) {
  if (letter === '') return <span className="muted">{id.voice.dash}</span>;
  return <StateBadge tone={qualityTone(letter)}>{`${letter} · ${band}`}</StateBadge>;
}
