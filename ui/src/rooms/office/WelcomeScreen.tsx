import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FormPage } from '../../components/FormPage';
import { useInitDemo, useProfile, useSaveProfile, type Profile } from '../../data/office';
import { id } from '../../i18n/id';
import { LogoBox } from './LogoBox';
import classes from './office.module.css';
import { blankProfile, ProfileFields } from './ProfileFields';

const text = id.office.welcome;
const demoPeople = 180;

/** The first start: who the office is, then its logo, then to work. */
export function WelcomeScreen({ onReady }: { onReady: () => void }) {
  const [saved, setSaved] = useState(false);
  return (
    <main className={classes.welcome}>
      <div className={classes.welcomeBody}>
        {saved ? <Logo onReady={onReady} /> : <Start onSaved={() => setSaved(true)} onReady={onReady} />}
      </div>
    </main>
  );
}

function Start({ onSaved, onReady }: { onSaved: () => void; onReady: () => void }) {
  const form = useForm<Required<Profile>>({ initialValues: blankProfile });
  const save = useSaveProfile({ onDone: onSaved, quiet: true });
  const demo = useInitDemo({ onDone: onReady, quiet: true });
  return (
    <>
      <h1>{text.title}</h1>
      <p className={classes.welcomeText}>{text.text}</p>
      <FormPage form={form} onSubmit={save.mutateAsync} submitLabel={text.save} label={id.office.profile.label}>
        <ProfileFields form={form} first />
      </FormPage>
      <p className={classes.demo}>
        <Button variant="transparent" px={0} loading={demo.isPending} onClick={() => demo.mutate(demoPeople)}>
          {text.demo}
        </Button>
        <span className="muted">{text.demoHint}</span>
      </p>
    </>
  );
}

function Logo({ onReady }: { onReady: () => void }) {
  const logo = useProfile().data?.logo ?? null;
  return (
    <>
      <h1>{text.logoTitle}</h1>
      <p className={classes.welcomeText}>{text.logoText}</p>
      <LogoBox logo={logo} />
      <div className={classes.demo}>
        <Button autoFocus onClick={onReady}>
          {logo === null ? text.later : text.finish}
        </Button>
      </div>
    </>
  );
}
