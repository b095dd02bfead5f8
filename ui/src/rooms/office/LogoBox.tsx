import { Button, Group } from '@mantine/core';
import { useClearLogo, usePicture, useSetLogo } from '../../data/office';
import { id } from '../../i18n/id';
import classes from './office.module.css';

const text = id.office.logo;

/** The logo of the letterhead and the ways to change it. */
export function LogoBox({ logo }: { logo: string | null }) {
  const picture = usePicture(logo);
  const choose = useSetLogo();
  const clear = useClearLogo();
  return (
    <section className={classes.logo} aria-label={text.title}>
      <h2>{text.title}</h2>
      <div className={classes.logoFrame}>
        {picture ? <img src={picture} alt={text.alt} /> : <span className="muted">{text.none}</span>}
      </div>
      <p className="muted">{text.hint}</p>
      <Group gap="sm">
        <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
          {logo === null ? text.choose : text.change}
        </Button>
        {logo !== null && (
          <Button variant="subtle" loading={clear.isPending} onClick={() => clear.mutate(undefined)}>
            {text.remove}
          </Button>
        )}
      </Group>
    </section>
  );
}
