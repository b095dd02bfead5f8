import { ActionIcon, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../../components/icons';
import { PersonField } from '../../../components/PersonField';
import shared from '../../../components/shared.module.css';
import { UnitPicker } from '../../../components/UnitPicker';
import { useSaveItemPeople, useSuggestPeople, type ItemView } from '../../../data/planning/plan';
import { id } from '../../../i18n/id';
import { formatNip } from '../../../i18n/nip';
import { formatNumber } from '../../../i18n/numbers';
import { level } from './figures';
import styles from './plan.module.css';

const text = id.plan.item;

/** Whom a candidate would serve, and what it closes for each. */
export function ItemPeople({ view }: { view: ItemView }) {
  const { item } = view.row;
  const known = view.people.map(({ person }) => person);
  const save = useSaveItemPeople(item.id);
  const suggest = useSuggestPeople(item.id, known);
  const [unit, setUnit] = useState<string | null>(null);
  const [typed, setTyped] = useState(0);
  return (
    <div className={styles.scroll}>
      {view.editable && (
        <div className={styles.bar}>
          <div style={{ width: 320 }}>
            <PersonField
              key={typed}
              label={text.addPerson}
              value={null}
              onChange={(person) => {
                if (person === null || known.includes(person)) return;
                save.mutate([...known, person]);
                setTyped(typed + 1);
              }}
            />
          </div>
          <div style={{ width: 320 }}>
            <UnitPicker label={text.suggestUnit} value={unit} onChange={setUnit} placeholder={id.plan.add.unitHint} />
          </div>
          <Button variant="default" loading={suggest.isPending} onClick={() => suggest.mutate(unit)}>
            {text.suggest}
          </Button>
        </div>
      )}
      {view.largest_class !== null && <p className="muted">{text.holds(view.largest_class)}</p>}
      {view.people.length === 0 ? (
        <p className="muted">{text.noPeople}</p>
      ) : (
        <table className={shared.table} aria-label={text.people}>
          <thead>
            <tr>
              <th scope="col">{text.person}</th>
              <th scope="col" style={{ width: 200 }}>{text.nip}</th>
              <th scope="col">{text.unit}</th>
              <th scope="col" className={shared.end} style={{ width: 104 }}>{text.closes}</th>
              <th scope="col" className={shared.end} style={{ width: 84 }} title={text.elsewhereHint}>{text.elsewhere}</th>
              {view.editable && (
                <th scope="col" style={{ width: 48 }}>
                  <span className="hidden">{id.actions.remove}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {view.people.map((person) => (
              <tr key={person.person}>
                <td>
                  <Link to="/people/$id" params={{ id: person.person }}>{person.name}</Link>
                  <div className="muted">{person.position}</div>
                </td>
                <td className="number">{formatNip(person.nip)}</td>
                <td>{person.unit}</td>
                <td className={shared.end}>{level(person.value)}</td>
                <td className={shared.end}>{formatNumber(person.jp_elsewhere)}</td>
                {view.editable && (
                  <td>
                    <ActionIcon
                      variant="subtle"
                      aria-label={text.removePerson(person.name)}
                      title={text.removePerson(person.name)}
                      onClick={() => save.mutate(known.filter((one) => one !== person.person))}
                    >
                      <Icon name="trash" size={16} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
