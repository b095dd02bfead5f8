import { Select, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { moveOn } from '../../components/formKeys';
import type { SheetHead } from '../../components/SheetEntry';
import { id } from '../../i18n/id';
import type { HeadValues } from './answerForm';
import { QuickField, type QuickOption } from './QuickField';
import styles from './voice.module.css';

const text = id.voice.typing;

const words = (of: readonly string[]): QuickOption[] => of.map((value) => ({ value, label: value }));
const sexes: QuickOption[] = [
  { value: 'l', label: text.sexes.l },
  { value: 'p', label: text.sexes.p },
];

/** More are found by typing. */
const mostByDigit = 9;

export interface AnswerHeadProps extends SheetHead {
  values: HeadValues;
  onChange: (values: HeadValues) => void;
  /** The number that stands in the field. */
  number: string;
  /** The number belongs to a sheet that is being put right. */
  fixed: boolean;
  services: readonly { id: string; name: string }[];
  educations: readonly string[];
  occupations: readonly string[];
}

/** Who answered, by a key or two for each: number, service, age, sex, education, occupation. */
export function AnswerHead(props: AnswerHeadProps) {
  const { values, onChange, number, fixed, services, errors, start } = props;
  const box = useRef<HTMLDivElement>(null);
  const goOn = (from: HTMLInputElement) => {
    if (box.current) moveOn(box.current, from, start);
  };
  const set = (part: Partial<HeadValues>) => onChange({ ...values, ...part });
  const quick = { onNext: goOn };
  return (
    <div ref={box} className={styles.answerHead}>
      <TextInput
        label={text.number}
        inputMode="numeric"
        autoComplete="off"
        w={104}
        data-path="number"
        disabled={fixed}
        error={errors['number']}
        value={number}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
      {services.length > mostByDigit ? (
        <Select
          label={text.service}
          placeholder={text.noService}
          data={services.map((service) => ({ value: service.id, label: service.name }))}
          value={values.service === '' ? null : values.service}
          onChange={(next) => set({ service: next ?? '' })}
          searchable
          clearable
          w={220}
          data-path="service"
          error={errors['service']}
          clearButtonProps={{ 'aria-label': `${id.actions.remove} ${text.service}`, tabIndex: -1 }}
        />
      ) : (
        <QuickField
          {...quick}
          label={text.service}
          width={220}
          path="service"
          error={errors['service']}
          options={services.map((service) => ({ value: service.id, label: service.name }))}
          value={values.service}
          onChange={(service) => set({ service })}
        />
      )}
      <TextInput
        label={text.age}
        inputMode="numeric"
        autoComplete="off"
        w={64}
        data-path="age"
        error={errors['age']}
        value={values.age}
        onChange={(event) => set({ age: event.currentTarget.value })}
      />
      <QuickField
        {...quick}
        label={text.sex}
        width={112}
        path="sex"
        error={errors['sex']}
        options={sexes}
        value={values.sex}
        onChange={(sex) => set({ sex })}
      />
      <QuickField
        {...quick}
        label={text.education}
        width={176}
        path="education"
        error={errors['education']}
        free
        options={words(props.educations)}
        value={values.education}
        onChange={(education) => set({ education })}
      />
      <QuickField
        {...quick}
        label={text.occupation}
        width={280}
        path="occupation"
        error={errors['occupation']}
        free
        options={words(props.occupations)}
        value={values.occupation}
        onChange={(occupation) => set({ occupation })}
      />
    </div>
  );
}
