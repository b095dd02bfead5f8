import { TextInput } from '@mantine/core';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../backend/backend';
import { axeFindings, renderScreen } from '../testing/render';
import { emptySheet, instrumentQuestions, SheetEntry, type SheetQuestion, type SheetValue } from './SheetEntry';

const words = ['Tidak Baik', 'Kurang Baik', 'Cukup Baik', 'Baik', 'Sangat Baik'];
const mark = (id: string, optional = false) => ({ id, text: `Butir ${id}`, kind: 'mark' as const, optional });

const twentyFive = instrumentQuestions([
  { name: 'Pengajar', scale: { kind: 'words', words }, items: Array.from({ length: 14 }, (_, at) => mark(`p${at + 1}`)) },
  { name: 'Materi', scale: { kind: 'words', words }, items: Array.from({ length: 11 }, (_, at) => mark(`m${at + 1}`)) },
]);

const mixed: SheetQuestion[] = instrumentQuestions([
  {
    name: 'Pengajar',
    scale: { kind: 'words', words },
    items: [mark('p1'), mark('p2', true), { id: 'saran', text: 'Saran', kind: 'text', optional: true }],
  },
  { name: 'Sarana', scale: { kind: 'percent' }, items: [mark('s1')] },
]);

interface Saved extends SheetValue {
  code: string;
}

/** A screen as the rooms build it: a code of five letters in the head. */
function Screen({ questions, onSave }: { questions: readonly SheetQuestion[]; onSave: (sheet: Saved) => Promise<unknown> }) {
  const [code, setCode] = useState('');
  const [value, setValue] = useState<SheetValue>(emptySheet);
  const [saved, setSaved] = useState(8);
  return (
    <SheetEntry
      label="Lembar penilaian"
      questions={questions}
      value={value}
      onChange={setValue}
      onSave={() => onSave({ code, ...value })}
      onNext={() => {
        setCode('');
        setValue(emptySheet);
        setSaved(saved + 1);
      }}
      saved={saved}
      head={({ errors, start }) => (
        <TextInput
          label="Kode"
          data-path="code"
          value={code}
          error={errors['code']}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            if (event.currentTarget.value.length === 5) start();
          }}
        />
      )}
    />
  );
}

const group = (name: string) => screen.getByRole('radiogroup', { name });
const given = (name: string) => within(group(name)).getByRole('radio', { checked: true });

describe('SheetEntry', () => {
  it('takes a sheet of 25 items in 31 keystrokes and opens the next one', async () => {
    const onSave = vi.fn<(sheet: Saved) => Promise<void>>(() => Promise.resolve());
    const view = await renderScreen(<Screen questions={twentyFive} onSave={onSave} />);
    expect(await axeFindings(view.container)).toEqual([]);
    expect(screen.getByLabelText('Kode')).toHaveFocus();
    const keys = 'ABCDE' + '5432154321543215432154321';
    await userEvent.keyboard(keys);
    expect(screen.getByText('25 dari 25 terjawab')).toBeInTheDocument();
    expect(given('Butir p2')).toHaveAccessibleName('4 Baik');
    expect(screen.getByRole('button', { name: 'Simpan lembar' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(keys.length + 1).toBeLessThanOrEqual(25 + 6);
    expect(onSave).toHaveBeenCalledTimes(1);
    expect(onSave.mock.calls[0]?.[0]).toMatchObject({ code: 'ABCDE', marks: { p1: 5, p2: 4, p14: 2, m1: 1, m11: 1 } });
    expect(await screen.findByText('Tersimpan: 9 lembar')).toBeInTheDocument();
    expect(screen.getByLabelText('Kode')).toHaveFocus();
    expect(screen.getByLabelText('Kode')).toHaveValue('');
    expect(screen.getByText('0 dari 25 terjawab')).toBeInTheDocument();
  });

  it('goes back to correct, says which keys are no answer, and leaves empty only what may be', async () => {
    const onSave = vi.fn<(sheet: Saved) => Promise<void>>(() => Promise.resolve());
    await renderScreen(<Screen questions={mixed} onSave={onSave} />);
    await userEvent.keyboard('ABCDE3{Backspace}');
    expect(given('Butir p1')).toHaveFocus();
    await userEvent.keyboard('7');
    expect(screen.getByText('Jawab dengan angka 1 sampai 5.')).toBeInTheDocument();
    expect(given('Butir p1')).toHaveAccessibleName('3 Cukup Baik');
    await userEvent.keyboard('-');
    expect(screen.getByText('Butir ini wajib dijawab.')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(group('Butir p1')).toContainElement(document.activeElement as HTMLElement);
    await userEvent.keyboard('4-');
    expect(screen.queryByText('Butir ini wajib dijawab.')).not.toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Saran' })).toHaveFocus();
    await userEvent.keyboard('Lebih banyak contoh{Enter}');
    expect(screen.getByRole('textbox', { name: 'Butir s1' })).toHaveFocus();
    await userEvent.keyboard('850{Enter}');
    expect(screen.getByRole('button', { name: 'Simpan lembar' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(onSave).toHaveBeenCalledWith({ code: 'ABCDE', marks: { p1: 4, s1: 85 }, comments: { saran: 'Lebih banyak contoh' } });
  });

  it('keeps what was typed when it is refused, marks what is refused and goes there', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'Lembar ini belum lengkap.',
      fields: [{ field: 'marks.s1', message: 'Butir ini belum dijawab.' }],
    });
    const code = new RefusalError({ code: 'invalid_input', message: 'Kode ini tidak ada.', fields: [{ field: 'code', message: 'Kode ini tidak ada.' }] });
    const onSave = vi.fn<(sheet: Saved) => Promise<void>>(() => Promise.resolve());
    onSave.mockRejectedValueOnce(refusal).mockRejectedValueOnce(code);
    const view = await renderScreen(<Screen questions={mixed} onSave={onSave} />);
    await userEvent.keyboard('ABCDE35Bagus');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan lembar' }));
    expect(await screen.findByText('Butir ini belum dijawab.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Butir s1' })).toHaveFocus();
    expect(given('Butir p1')).toHaveAccessibleName('3 Cukup Baik');
    expect(screen.getByRole('textbox', { name: 'Saran' })).toHaveValue('Bagus');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.keyboard('60');
    expect(screen.queryByText('Butir ini belum dijawab.')).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Kode')).toHaveFocus());
    expect(screen.getByLabelText('Kode')).toHaveAccessibleDescription('Kode ini tidak ada.');
    expect(screen.getByText('Tersimpan: 8 lembar')).toBeInTheDocument();
    expect(given('Butir p1')).toHaveAccessibleName('3 Cukup Baik');
  });
});
