import type { ReactNode } from 'react';
import { Icon } from '../../components/icons';
import { PageHeader, type MenuAction } from '../../components/PageHeader';
import { Loaded } from '../../components/Loaded';
import { useClassView, type ClassView } from '../../data/classes';
import { useAddressId } from '../../data/open';
import { dateRange } from '../../i18n/dates';
import { id } from '../../i18n/id';
import { formatNumber } from '../../i18n/numbers';
import { ClassDialogs, useClassMenu } from './ClassMenu';
import styles from './classes.module.css';
import { stateTone } from './states';

const text = id.classes.page;

export interface ClassFrameProps {
  /** The one primary action of the tab. */
  primary?: ReactNode;
  actions?: ReactNode;
  /** Rare actions of the tab, before those of the class. */
  menu?: readonly MenuAction[];
  children: (view: ClassView) => ReactNode;
}

function subtitle(view: ClassView): string {
  const { class: data } = view;
  const jp = data.subjects.reduce((sum, subject) => sum + subject.jp, 0);
  const parts = [
    view.programme_name,
    dateRange(data.starts, data.ends),
    data.place,
    text.participants(view.participants),
    text.jp(jp),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function tabs(at: string, view: ClassView | undefined) {
  const note = (count: number | undefined) => (count ? formatNumber(count) : undefined);
  const base = `/classes/${at}`;
  return [
    { label: text.tabs.participants, to: base, note: note(view && view.participants + view.others) },
    { label: text.tabs.sessions, to: `${base}/sessions`, note: note(view?.sessions) },
    { label: text.tabs.attendance, to: `${base}/attendance` },
    { label: id.pairing.tab, to: `${base}/mentoring` },
    {
      label: id.projects.tab,
      to: `${base}/projects`,
      note: view && view.projects > 0 ? id.projects.tabNote(view.projects, view.overdue_milestones) : undefined,
    },
    { label: text.tabs.scores, to: `${base}/scores` },
    { label: text.tabs.results, to: `${base}/results` },
    { label: id.feedback.tab, to: `${base}/evaluation`, note: note(view?.improvements) },
    { label: text.tabs.certificates, to: `${base}/certificates`, note: note(view?.issued) },
    { label: text.tabs.data, to: `${base}/data` },
  ];
}

/** The page of a class around each of its tabs: what it is, how it stands, what comes next. */
export function ClassFrame({ primary, actions, menu: own = [], children }: ClassFrameProps) {
  const at = useAddressId();
  const query = useClassView(at);
  const view = query.data;
  const [menu, dialog, setDialog] = useClassMenu(at);
  return (
    <>
      <PageHeader
        title={view?.class.name ?? ''}
        subtitle={view && subtitle(view)}
        state={view && { label: id.classes.list.states[view.state], tone: stateTone[view.state] }}
        nextStep={view?.next_step === '' ? undefined : view?.next_step}
        crumbs={[
          { label: id.frame.rooms.classes, to: '/classes' },
          ...(view ? [{ label: view.programme_name, to: `/programmes/${view.class.programme}` }] : []),
        ]}
        primary={primary}
        actions={actions}
        menu={[...own, ...menu]}
        tabs={tabs(at, view)}
      />
      <Loaded query={query}>{children}</Loaded>
      {view && <ClassDialogs id={at} view={view} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Says why nothing can be changed in a closed class, or how it can all the same. */
export function ClosedNote({ sentence = text.closedNote }: { sentence?: string }) {
  return (
    <p className={styles.locked}>
      <Icon name="lock" size={16} />
      {sentence}
    </p>
  );
}
