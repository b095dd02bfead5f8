import type { MentoringSettings, Preview } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { Choice } from './Choice';
import styles from './mentoring.module.css';
import { points } from './points';

const text = id.pairing.board;
/** So many names of those who move are told; the rest is counted. */
const namedAtMost = 3;

interface ChoicesProps {
  settings: MentoringSettings;
  onChange: (part: Partial<MentoringSettings>) => void;
}

/** What the next run aims at and how dearly it keeps what there is. */
export function Choices({ settings, onChange }: ChoicesProps) {
  return (
    <div className={styles.choices}>
      <Choice
        className={styles.choice}
        label={text.aim}
        words={text.aims}
        value={settings.aim}
        onChange={(aim) => onChange({ aim })}
      />
      <Choice
        className={styles.choice}
        label={text.keep}
        words={text.keeps}
        value={settings.keep}
        onChange={(keep) => onChange({ keep })}
      />
    </div>
  );
}

interface PreviewLineProps {
  preview: Preview;
  /** Nobody is paired yet, so that nobody would move. */
  first: boolean;
}

/** What a run with other settings would come to, before it is made. */
export function PreviewLine({ preview, first }: PreviewLineProps) {
  const total = points(preview.total);
  const named = preview.changed.slice(0, namedAtMost);
  const names = named.map((move) => text.move(move.name, move.to ?? text.nobody));
  const all = preview.changed.map((move) => text.moveLine(move.name, move.from ?? text.nobody, move.to ?? text.nobody));
  return (
    <p className={styles.preview} role="status" title={first ? undefined : all.join('\n')}>
      <strong>
        {first ? text.previewFirst(preview.pairs, total) : text.preview(preview.pairs, total, preview.changed.length)}
      </strong>
      {!first && preview.of > 0 && <> {text.previewKept(preview.kept, preview.of)}</>}
      {preview.unpaired > 0 && <> {text.previewUnpaired(preview.unpaired)}</>}
      {!first && names.length > 0 && <span className="muted"> {text.movesLine(names, preview.changed.length - named.length)}</span>}
    </p>
  );
}
