import { Bar as SharedBar } from '../../../components/Bar';
import { id } from '../../../i18n/id';

/** How far something has come: a bar and the percentage, or a dash where there is nothing to count. */
export function Bar({ percent, late }: { percent: number | null; late: boolean }) {
  if (percent === null) return <span className="muted">{id.projects.dash}</span>;
  return (
    <SharedBar percent={percent} tone={late ? 'bad' : undefined}>
      {percent}%
    </SharedBar>
  );
}
