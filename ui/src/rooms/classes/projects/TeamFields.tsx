import { MultiSelect, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PersonField } from '../../../components/PersonField';
import type { ProjectDraft, ProjectForm } from '../../../data/classes/projects';
import { id } from '../../../i18n/id';

const text = id.projects.form;

const choices = (list: ProjectForm['mentors']) => list.map((one) => ({ value: one.id, label: one.name }));

/** Who works on it, who leads, who guides. */
export function TeamFields({ form, offered }: { form: UseFormReturnType<ProjectDraft>; offered: ProjectForm }) {
  const { members, mentor, coach } = form.getValues();
  const people = choices(offered.participants);
  const team = members.map((member) => member.enrolment);
  const leader = members.find((member) => member.leader)?.enrolment ?? null;
  const setTeam = (places: string[]) => {
    const leads = leader !== null && places.includes(leader) ? leader : (places[0] ?? null);
    form.setFieldValue('members', places.map((enrolment) => ({ enrolment, leader: enrolment === leads })));
  };
  const setLeader = (place: string | null) =>
    form.setFieldValue('members', members.map((member) => ({ ...member, leader: member.enrolment === place })));
  return (
    <>
      <MultiSelect
        label={text.team}
        description={text.teamHint}
        required
        data={people}
        searchable
        hidePickedOptions
        value={team}
        error={form.errors['members']}
        data-path="members"
        onChange={setTeam}
      />
      <Select
        label={text.leader}
        description={text.leaderHint}
        data={people.filter((one) => team.includes(one.value))}
        disabled={team.length === 0}
        allowDeselect={false}
        maw={400}
        value={leader}
        onChange={setLeader}
      />
      <Select
        label={text.mentor}
        description={text.mentorHint}
        placeholder={text.noMentor}
        data={choices(offered.mentors)}
        searchable
        clearable
        maw={400}
        data-path="mentor"
        error={form.errors['mentor']}
        value={mentor}
        clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.mentor}`, tabIndex: -1 }}
        onChange={(value) => form.setFieldValue('mentor', value)}
      />
      <PersonField
        label={text.coach}
        value={coach}
        name={offered.coach?.name}
        error={form.errors['coach']}
        data-path="coach"
        onChange={(value) => form.setFieldValue('coach', value)}
      />
    </>
  );
}
