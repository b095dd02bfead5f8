import { useMemo, useRef, useState, type ReactNode } from 'react';
import { ReasonList } from '../../../components/ReasonList';
import { refusalText } from '../../../data/mutation';
import { usePreview, type Board, type MentoringSettings, type MoveRow, type PlaceEdit } from '../../../data/mentoring/pairing';
import { id } from '../../../i18n/id';
import { ClosedNote } from '../ClassFrame';
import { BoardView } from './BoardView';
import { itemNode } from './boardFocus';
import { forcedEdits, groupsOf, type Chip } from './boardModel';
import { Choices, PreviewLine } from './Choices';
import { EmptyBoard } from './EmptyBoard';
import { Figures } from './Figures';
import styles from './mentoring.module.css';
import { Orphans } from './Orphans';
import { PickDialog } from './PickDialog';
import { useEdits } from './useEdits';
import { WhyPanel } from './WhyPanel';

const text = id.pairing.board;

export interface BoardScreenProps {
  classId: string;
  board: Board;
  /** What the next run is made with. */
  settings: MentoringSettings;
  onSettings: (part: Partial<MentoringSettings>) => void;
  /** They differ from the stored ones. */
  changed: boolean;
  /** What an approval came to. */
  note: string;
  run: ReactNode;
  readOnly: boolean;
}

/** Figures and choices on top, the board, and at its side the reasons of whoever is chosen. */
export function BoardScreen(props: BoardScreenProps) {
  const { classId, board, settings, onSettings, changed, note, run, readOnly } = props;
  const edits = useEdits(classId);
  const preview = usePreview(classId, changed ? settings : null);
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const [byHand, setByHand] = useState(false);
  const [selected, setSelected] = useState<string | null>(null);
  const [called, setCalled] = useState(0);
  const [picking, setPicking] = useState<string | null>(null);
  const groups = useMemo(() => groupsOf(board), [board]);
  const chips = useMemo(
    () => new Map([groups.unpaired, ...groups.cards].flatMap((group) => group.chips).map((chip) => [chip.enrolment, chip])),
    [groups],
  );

  const choices = !readOnly && (
    <>
      <Choices settings={settings} onChange={onSettings} />
      {changed && preview.data && <PreviewLine preview={preview.data} first={board.run === null} />}
      {changed && preview.isError && <ReasonList reasons={[{ tone: 'bad', text: refusalText(preview.error) }]} />}
    </>
  );
  if (board.run === null && !byHand) {
    const ready = board.mentors.length > 0 && board.mentees.length > 0;
    return (
      <div className={styles.screen}>
        {readOnly && <ClosedNote />}
        {ready && choices}
        <EmptyBoard classId={classId} board={board} run={run} readOnly={readOnly} onByHand={() => setByHand(true)} />
      </div>
    );
  }

  const chip = selected === null ? undefined : chips.get(selected);
  const nameOf = (mentor: string) => board.mentors.find((one) => one.id === mentor)?.name ?? '';
  /** With `follow` the focus goes along to where the chip is drawn next. */
  const change = async (moved: Chip, edit: Omit<PlaceEdit, 'enrolment'>, says: string, follow: boolean) => {
    wanted.current = follow ? `e:${moved.enrolment}` : null;
    const done = await edits.apply([{ enrolment: moved.enrolment, ...edit }], moved.name, says);
    if (!done) wanted.current = null;
  };
  const place = (moved: Chip, mentor: string | null, follow: boolean) => {
    if (readOnly || moved.mentor === mentor) return;
    const says = mentor === null ? text.takenOut(moved.name) : text.moved(moved.name, nameOf(mentor));
    void change(moved, { mentor, locked: mentor !== null && moved.locked }, says, follow);
  };
  const lock = (moved: Chip, follow: boolean) => {
    if (readOnly) return;
    if (moved.mentor === null) {
      edits.say(text.nothingToLock(moved.name));
      return;
    }
    const says = moved.locked ? text.unlockedSaid(moved.name) : text.lockedSaid(moved.name);
    void change(moved, { mentor: moved.mentor, locked: !moved.locked }, says, follow);
  };
  const force = (moved: Chip, mentor: { id: string; name: string }, moves: readonly MoveRow[]) => {
    const all = forcedEdits(board, moved.enrolment, mentor.id, moves);
    void edits.apply(all, moved.name, `${text.moved(moved.name, mentor.name)} ${text.lockedSaid(moved.name)}`);
  };
  const close = () => {
    if (selected !== null) itemNode(root.current, `e:${selected}`)?.focus();
    setSelected(null);
  };

  return (
    <div ref={root} className={styles.screen}>
      {readOnly && <ClosedNote />}
      <Figures board={board} />
      {note !== '' && <ReasonList label={id.pairing.approve.title} reasons={[{ tone: 'good', text: note }]} />}
      {choices}
      <Orphans classId={classId} board={board} readOnly={readOnly} />
      <div className={styles.stage} data-beside={chip !== undefined || undefined}>
        <BoardView
          board={board}
          groups={groups}
          chips={chips}
          refused={edits.refused}
          wanted={wanted}
          selected={selected}
          onSelect={(enrolment, byKey) => {
            setSelected(enrolment);
            if (byKey) setCalled((before) => before + 1);
          }}
          onPick={(moved) => setPicking(moved.enrolment)}
          onPlace={(moved, mentor) => place(moved, mentor, true)}
          onLock={(moved) => lock(moved, true)}
          readOnly={readOnly}
        />
        <WhyPanel
          classId={classId}
          board={board}
          chip={chip}
          called={called}
          readOnly={readOnly}
          onLock={(moved) => lock(moved, false)}
          onMove={(moved) => setPicking(moved.enrolment)}
          onTakeOut={(moved) => place(moved, null, false)}
          onPlace={(moved, mentor) => place(moved, mentor.id, false)}
          onForce={force}
          onClose={close}
        />
      </div>
      <p id="pairing-keys" className={styles.hint}>
        {text.keysHint}
      </p>
      <p role="status" aria-live="polite" className="hidden">
        {edits.said}
      </p>
      <PickDialog
        classId={classId}
        chip={(picking === null ? undefined : chips.get(picking)) ?? null}
        onPick={(moved, mentor) => {
          setPicking(null);
          place(moved, mentor?.id ?? null, true);
        }}
        onClose={() => setPicking(null)}
      />
    </div>
  );
}
