import { Button, Menu, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../../components/icons';
import type { Scheme, ScoreGrid } from '../../../data/evaluation';
import { id } from '../../../i18n/id';
import { formatHundredths } from '../../../i18n/numbers';
import styles from '../classes.module.css';
import { doubtsOf, missingOf, type Doubt, type ScoreView } from './gridColumns';

const text = id.evaluation.scores;

/** What it takes to pass and to repeat. */
function rulesOf(scheme: Scheme): string {
  const { remedial } = scheme;
  const pass = `${text.pass(formatHundredths(scheme.pass_mark))}, ${text.attendance(scheme.minimum_attendance)}.`;
  return remedial === null
    ? pass
    : `${pass} ${text.remedialRule(formatHundredths(remedial.lowest), formatHundredths(remedial.ceiling))}`;
}

/** Where each predicate ends. The line has no room for them beside what is missing and doubtful. */
function bandsOf(scheme: Scheme): string {
  return scheme.bands.map((band) => text.upTo(band.name, formatHundredths(band.upper))).join(', ');
}

/** The views that this class has columns for. */
export function viewsOf(grid: ScoreGrid): ScoreView[] {
  const has = (kind: string) => grid.columns.some(({ column }) => column.kind === kind);
  return ['all', ...(has('remedial') ? (['remedial'] as const) : []), ...(has('test') ? (['tests'] as const) : [])];
}

interface ScoreBarProps {
  grid: ScoreGrid;
  scheme: Scheme;
  view: ScoreView;
  onView: (view: ScoreView) => void;
  onDoubt: (doubt: Doubt) => void;
  /** Beside the rules, such as what can be done in a closed class. */
  children?: ReactNode;
}

/** What the grid is read by: its rules, what is missing, what is doubtful, and which columns it shows. */
export function ScoreBar({ grid, scheme, view, onView, onDoubt, children }: ScoreBarProps) {
  const views = viewsOf(grid);
  const doubts = doubtsOf(grid);
  const missing = missingOf(grid);
  return (
    <div className={styles.bar}>
      {views.length > 1 && (
        <SegmentedControl<ScoreView>
          aria-label={text.view}
          size="xs"
          transitionDuration={0}
          data={views.map((value) => ({ value, label: text.views[value] }))}
          value={view}
          onChange={onView}
        />
      )}
      <span className={styles.rule} title={scheme.bands.length === 0 ? undefined : text.bands(bandsOf(scheme))}>
        {rulesOf(scheme)}
      </span>
      <span className={styles.push}>
        {missing > 0 && <span className={styles.count}>{text.missing(missing)}</span>}
        {doubts.length > 0 && <DoubtMenu doubts={doubts} onDoubt={onDoubt} />}
        {children}
      </span>
    </div>
  );
}

/** Every doubtful score with its reason; choosing one leads to its cell. */
function DoubtMenu({ doubts, onDoubt }: { doubts: readonly Doubt[]; onDoubt: (doubt: Doubt) => void }) {
  return (
    <Menu position="bottom-end" returnFocus={false} width={520}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<Icon name="warning" size={16} className={styles.warn} />}
          rightSection={<Icon name="chevronDown" size={14} />}
        >
          {text.doubts(doubts.length)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.doubts}>
        {doubts.map((doubt) => (
          <Menu.Item key={`${doubt.row} ${doubt.column}`} onClick={() => onDoubt(doubt)}>
            <strong>{doubt.where}</strong>
            <br />
            {doubt.text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
