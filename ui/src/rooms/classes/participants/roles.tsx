import { Select } from '@mantine/core';
import type { Role } from '../../../data/classes';
import { id } from '../../../i18n/id';

const text = id.classes.participants;

export const roles: readonly Role[] = ['peserta', 'narasumber', 'moderator', 'panitia'];

/** In which part people join. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  return (
    <Select
      label={text.as}
      w={160}
      allowDeselect={false}
      data={roles.map((role) => ({ value: role, label: text.roles[role] }))}
      value={value}
      onChange={(next) => {
        const role = roles.find((known) => known === next);
        if (role) onChange(role);
      }}
    />
  );
}
