import { Button } from '@mantine/core';
import { Icon } from '../../components/icons';
import { ReasonList } from '../../components/ReasonList';
import { usePicture } from '../../data/office';
import { useSetPhoto, type PersonView } from '../../data/people';
import { id } from '../../i18n/id';
import classes from './people.module.css';

const text = id.people.person;

/** Beside the form: what deserves a look, and the photo. */
export function PersonAside({ person, view }: { person: string; view: PersonView }) {
  const { photo } = view.person;
  const picture = usePicture(photo);
  const setPhoto = useSetPhoto();
  return (
    <aside className={classes.aside}>
      {view.warnings.length > 0 && (
        <section className={classes.warnings} aria-label={text.warnings}>
          <h2>{text.warnings}</h2>
          <ReasonList
            label={text.warnings}
            reasons={view.warnings.map((warning) => ({ tone: 'warn', text: warning }))}
          />
        </section>
      )}
      <section aria-label={text.photo}>
        <h2>{text.photo}</h2>
        <div className={classes.photo}>
          {picture ? (
            <img src={picture} alt={text.photoOf(view.full_name)} />
          ) : (
            <span className="muted">
              <Icon name="person" size={32} />
              {text.photoNone}
            </span>
          )}
        </div>
        <p className="muted">{text.photoHint}</p>
        <Button variant="default" loading={setPhoto.isPending} onClick={() => setPhoto.mutate(person)}>
          {photo === null ? text.photoChoose : text.photoChange}
        </Button>
      </section>
    </aside>
  );
}
