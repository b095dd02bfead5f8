import { Autocomplete, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../backend/backend';
import { axeFindings, Providers } from '../testing/render';
import { DateField } from './DateField';
import { FormPage } from './FormPage';

interface Values extends Record<string, unknown> {
  name: string;
  place: string;
  start: string | null;
}

function Harness({ onSubmit }: { onSubmit: (values: Values) => Promise<unknown> }) {
  const form = useForm<Values>({ initialValues: { name: '', place: '', start: null } });
  return (
    <FormPage form={form} label="Kelas baru" submitLabel="Simpan kelas" onSubmit={onSubmit}>
      <TextInput label="Nama" {...form.getInputProps('name')} />
      <TextInput label="Tempat" {...form.getInputProps('place')} />
      <DateField label="Mulai" {...form.getInputProps('start')} />
    </FormPage>
  );
}

function Suggesting({ onSubmit }: { onSubmit: () => Promise<unknown> }) {
  const form = useForm({ initialValues: { field: '', evidence: '' } });
  return (
    <FormPage form={form} label="Bidang" submitLabel="Simpan" onSubmit={onSubmit}>
      <Autocomplete label="Bidang" data={['Keuangan daerah', 'Arsip daerah']} {...form.getInputProps('field')} />
      <TextInput label="Bukti" {...form.getInputProps('evidence')} />
    </FormPage>
  );
}

const show = (onSubmit: (values: Values) => Promise<unknown>) =>
  render(
    <Providers>
      <Harness onSubmit={onSubmit} />
    </Providers>,
  );

describe('FormPage', () => {
  it('goes on with Enter and saves from the button with it', async () => {
    const onSubmit = vi.fn(() => Promise.resolve());
    show(onSubmit);
    await userEvent.type(screen.getByLabelText('Nama'), 'Digital{Enter}Bulian{Enter}2/3/2026{Enter}');
    expect(screen.getByRole('button', { name: 'Simpan kelas' })).toHaveFocus();
    expect(onSubmit).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onSubmit).toHaveBeenCalledWith({ name: 'Digital', place: 'Bulian', start: '2026-03-02' });
    expect(screen.getByLabelText('Mulai')).toHaveValue('02/03/2026');
  });

  it('goes on from a text with suggestions without saving, and takes the one that the arrows reached', async () => {
    const onSubmit = vi.fn(() => Promise.resolve());
    render(
      <Providers>
        <Suggesting onSubmit={onSubmit} />
      </Providers>,
    );
    const field = screen.getByRole('combobox', { name: 'Bidang' });
    await userEvent.type(field, 'Arsip{Enter}');
    expect(screen.getByLabelText('Bukti')).toHaveFocus();
    expect(field).toHaveValue('Arsip');
    await userEvent.clear(field);
    await userEvent.type(field, 'Keu');
    expect(await screen.findByRole('option', { name: 'Keuangan daerah' })).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(field).toHaveValue('Keuangan daerah');
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('shows refusals at the fields and at the top, and loses nothing that was typed', async () => {
    const refusal = new RefusalError({
      code: 'invalid_input',
      message: 'Tempat belum diisi.',
      fields: [{ field: 'place', message: 'Tempat belum diisi.' }],
      cells: [],
    });
    const view = show(() => Promise.reject(refusal));
    await userEvent.type(screen.getByLabelText('Nama'), 'Digital');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kelas' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Satu isian perlu dibetulkan:');
    expect(screen.getByLabelText('Tempat')).toBeInvalid();
    expect(screen.getByLabelText('Nama')).toHaveValue('Digital');
    await userEvent.click(screen.getByRole('button', { name: 'Tempat belum diisi.' }));
    expect(screen.getByLabelText('Tempat')).toHaveFocus();
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('does not save a date that cannot be read', async () => {
    const onSubmit = vi.fn(() => Promise.resolve());
    show(onSubmit);
    await userEvent.type(screen.getByLabelText('Mulai'), '31/02/2026');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan kelas' }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Mulai')).toHaveValue('31/02/2026');
    expect(screen.getByLabelText('Mulai')).toHaveFocus();
  });
});

function Dated({ onChange }: { onChange: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>(null);
  const change = (next: string | null) => {
    setValue(next);
    onChange(next);
  };
  return <DateField label="Mulai" value={value} onChange={change} />;
}

describe('DateField', () => {
  it.each(['02032026', '2 Maret 2026', '2-3-26'])('reads %s', async (text) => {
    const onChange = vi.fn();
    render(
      <Providers>
        <Dated onChange={onChange} />
      </Providers>,
    );
    await userEvent.type(screen.getByLabelText('Mulai'), text);
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith('2026-03-02');
  });

  it('takes a day from the calendar', async () => {
    const onChange = vi.fn();
    render(
      <Providers>
        <DateField label="Mulai" value="2026-03-02" onChange={onChange} />
      </Providers>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Pilih dari kalender: Mulai' }));
    await userEvent.click(await screen.findByRole('button', { name: /^17 / }));
    expect(onChange).toHaveBeenCalledWith('2026-03-17');
  });
});
