import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldRow } from '../../components/FormPage';
import type { Profile } from '../../data/office';
import { id } from '../../i18n/id';

const text = id.office.profile;

export const blankProfile = {
  government: '',
  office: '',
  unit_code: '',
  address: '',
  phone: '',
  email: '',
  website: '',
  postcode: '',
  city: '',
  operator: '',
  logo: null,
} satisfies Required<Profile>;

/** Who the office is, as its letterhead says it. */
export function ProfileFields({ form, first = false }: { form: UseFormReturnType<Required<Profile>>; first?: boolean }) {
  const field = (name: keyof Profile, label: string, description?: string) => (
    <TextInput label={label} description={description} autoComplete="off" {...form.getInputProps(name)} />
  );
  const needed = (name: keyof Profile, label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      required
      autoFocus={first && name === 'government'}
      autoComplete="off"
      {...form.getInputProps(name)}
    />
  );
  return (
    <>
      {needed('government', text.government, text.governmentHint)}
      {needed('office', text.office, text.officeHint)}
      <FieldRow>
        {needed('unit_code', text.unitCode, text.unitCodeHint)}
        {needed('city', text.city, text.cityHint)}
      </FieldRow>
      {field('address', text.address)}
      <FieldRow>
        {field('postcode', text.postcode)}
        {field('phone', text.phone)}
      </FieldRow>
      <FieldRow>
        {field('email', text.email)}
        {field('website', text.website)}
      </FieldRow>
      {needed('operator', text.operator, text.operatorHint)}
    </>
  );
}
