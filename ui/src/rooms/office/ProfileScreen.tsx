import { useForm } from '@mantine/form';
import { useEffect } from 'react';
import { FormPage } from '../../components/FormPage';
import { LeaveGuard } from '../../components/LeaveGuard';
import { Loaded } from '../../components/Loaded';
import { useProfile, useSaveProfile, type Profile } from '../../data/office';
import { id } from '../../i18n/id';
import { LogoBox } from './LogoBox';
import classes from './office.module.css';
import { OfficeHeader } from './OfficeHeader';
import { blankProfile, ProfileFields } from './ProfileFields';

const text = id.office.profile;

export function ProfileScreen() {
  return (
    <>
      <OfficeHeader />
      <Loaded query={useProfile()}>{(profile) => <ProfileForm profile={{ ...blankProfile, ...profile }} />}</Loaded>
    </>
  );
}

function ProfileForm({ profile }: { profile: Required<Profile> }) {
  const form = useForm({ initialValues: profile });
  const save = useSaveProfile();
  const key = JSON.stringify(profile);
  const { setInitialValues, setValues, resetDirty } = form;
  useEffect(() => {
    const stored = JSON.parse(key) as Required<Profile>;
    setInitialValues(stored);
    setValues(stored);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the functions of the form change with each keystroke
  }, [key]);
  const submit = async (values: Required<Profile>) => {
    await save.mutateAsync({ ...values, logo: profile.logo });
    resetDirty();
  };
  return (
    <div className={classes.beside}>
      <LeaveGuard unsaved={form.isDirty()} />
      <FormPage form={form} onSubmit={submit} submitLabel={text.save} label={text.label}>
        <ProfileFields form={form} />
      </FormPage>
      <LogoBox logo={profile.logo} />
    </div>
  );
}
