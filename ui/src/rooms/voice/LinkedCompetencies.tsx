import { ActionIcon, Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { FindList } from '../../components/FindList';
import { holdsWords } from '../../components/holdsWords';
import { Icon } from '../../components/icons';
import { useCompetencies, useSaveCompetency, type CompetencyRow } from '../../data/needs';
import { useSetCompetencies, type ComplaintView } from '../../data/voice/complaints';
import { id } from '../../i18n/id';
import styles from './voice.module.css';

const text = id.complaints.linked;
const kinds = id.voice.competencies.kinds;

/** What people need to learn so that there is no such complaint again. */
export function LinkedCompetencies({ view }: { view: ComplaintView }) {
  const [opened, setOpened] = useState(false);
  const set = useSetCompetencies(view.complaint.id ?? '');
  const linked = view.competencies.map((one) => one.id ?? '');
  return (
    <section aria-label={text.title}>
      <h2>{text.title}</h2>
      {view.competencies.length === 0 ? (
        <p className="muted">{text.none}</p>
      ) : (
        <ul className={styles.linked}>
          {view.competencies.map((one) => (
            <li key={one.id}>
              {one.name}
              <ActionIcon
                size={24}
                aria-label={text.unlink(one.name)}
                title={text.unlink(one.name)}
                onClick={() => set.mutate(linked.filter((other) => other !== one.id))}
              >
                <Icon name="cross" size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setOpened(true)}>
        {text.link}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size={620}
        title={text.link}
      >
        <Finder linked={linked} onLinked={(next) => set.mutateAsync(next)} onClose={() => setOpened(false)} />
      </Modal>
    </section>
  );
}

interface FinderProps {
  linked: readonly string[];
  onLinked: (linked: string[]) => Promise<unknown>;
  onClose: () => void;
}

/** A competency that is there, or the one that would be made of what was typed. */
type Offer = { row: CompetencyRow } | { name: string };

/** Competencies found by typing; Enter links and unlinks, and makes a technical one that is not there yet. */
function Finder({ linked, onLinked, onClose }: FinderProps) {
  const [typed, setTyped] = useState('');
  const all = useCompetencies().data ?? [];
  const name = typed.trim().replace(/\s+/g, ' ');
  const create = useSaveCompetency({ onDone: (made) => void onLinked([...linked, made]).catch(() => undefined) });
  const found = all.filter(({ competency }) => holdsWords(typed, competency.name));
  const isThere = all.some(({ competency }) => competency.name.toLowerCase() === name.toLowerCase());
  const offers: Offer[] = [...found.map((row) => ({ row })), ...(name === '' || isThere ? [] : [{ name }])];
  const pick = (offer: Offer) => {
    setTyped('');
    if ('name' in offer) {
      create.mutate({ id: null, kind: 'technical', name: offer.name });
      return;
    }
    const chosen = offer.row.competency.id ?? '';
    const next = linked.includes(chosen) ? linked.filter((one) => one !== chosen) : [...linked, chosen];
    // A refusal has been shown.
    void onLinked(next).catch(() => undefined);
  };
  return (
    <>
      <FindList
        label={text.find}
        description={text.findHint}
        listLabel={text.list}
        items={offers}
        typed={typed}
        onTyped={setTyped}
        onPick={pick}
        multiple
        keyOf={(offer) => ('name' in offer ? 'new' : (offer.row.competency.id ?? ''))}
        row={(offer) =>
          'name' in offer
            ? { icon: <Icon name="plus" size={16} />, name: text.create(offer.name), side: text.createSide }
            : {
                icon: <Icon name={linked.includes(offer.row.competency.id ?? '') ? 'check' : 'dot'} size={16} />,
                name: offer.row.competency.name,
                side: `${kinds[offer.row.competency.kind]} · ${text.count(offer.row.complaints)}`,
              }
        }
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {text.done}
        </Button>
      </Group>
    </>
  );
}
