import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { axeFindings, Providers } from '../testing/render';
import { FormPage } from './FormPage';
import { LineTable } from './LineTable';
import { listOf } from './lines/listOf';

interface Line {
  id: string | null;
  name: string;
  place: string;
}

interface Values extends Record<string, unknown> {
  lines: Line[];
  note: string;
}

interface HarnessProps {
  lines: string[];
  ordered?: boolean;
  readOnly?: boolean;
  errors?: Record<string, string>;
}

function Harness({ lines, ordered, readOnly, errors }: HarnessProps) {
  const form = useForm<Values>({
    initialValues: { lines: lines.map((name) => ({ id: null, name, place: '' })), note: '' },
    initialErrors: errors,
  });
  const field = (at: number, name: 'name' | 'place', label: string) => (
    <TextInput label={`${label} ${at + 1}`} {...form.getInputProps(`lines.${at}.${name}`)} />
  );
  return (
    <FormPage form={form} label="Kegiatan" submitLabel="Simpan" readOnly={readOnly} onSubmit={() => Promise.resolve()}>
      <LineTable
        {...listOf(form, 'lines')}
        title="Langkah"
        heads={[{ label: 'Nama' }, { label: 'Tempat', width: 120 }]}
        cells={(_, at) => [field(at, 'name', 'Nama'), field(at, 'place', 'Tempat')]}
        blank={() => ({ id: null, name: '', place: '' })}
        add="Tambah langkah"
        none="Belum ada langkah."
        ordered={ordered}
        readOnly={readOnly}
      />
      <TextInput label="Catatan" {...form.getInputProps('note')} />
    </FormPage>
  );
}

const show = (props: HarnessProps) => render(<Providers><Harness {...props} /></Providers>);
const names = () => screen.queryAllByRole('textbox', { name: /^Nama/ }).map((input) => (input as HTMLInputElement).value);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('a table of lines', () => {
  it('has no accessibility findings, empty or filled', async () => {
    const { container } = show({ lines: [], ordered: true });
    expect(screen.getByText('Belum ada langkah.')).toBeInTheDocument();
    expect(await axeFindings(container)).toEqual([]);
    await press('Tambah langkah');
    expect(await axeFindings(container)).toEqual([]);
  });

  it('opens the next line with Enter after the last field, and is left with Enter from a blank one', async () => {
    show({ lines: [] });
    await press('Tambah langkah');
    expect(screen.getByLabelText('Nama 1')).toHaveFocus();
    await userEvent.keyboard('Rapat{Enter}Jambi{Enter}');
    expect(screen.getByLabelText('Nama 2')).toHaveFocus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(screen.getByLabelText('Catatan')).toHaveFocus();
    expect(names()).toEqual(['Rapat', '']);
  });

  it('moves a line with Alt and an arrow, the focus with it, only where the order counts', async () => {
    const { unmount } = show({ lines: ['Satu', 'Dua', 'Tiga'], ordered: true });
    await userEvent.click(screen.getByLabelText('Tempat 3'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(names()).toEqual(['Satu', 'Tiga', 'Dua']);
    expect(screen.getByLabelText('Tempat 2')).toHaveFocus();
    await press('Turunkan Langkah, baris 1');
    expect(names()).toEqual(['Tiga', 'Satu', 'Dua']);
    expect(screen.getByRole('button', { name: 'Naikkan Langkah, baris 1' })).toBeDisabled();
    unmount();
    show({ lines: ['Satu', 'Dua'] });
    await userEvent.click(screen.getByLabelText('Nama 2'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(names()).toEqual(['Satu', 'Dua']);
    expect(screen.queryByRole('button', { name: /Naikkan/ })).toBeNull();
  });

  it('takes a line away by keyboard with its complaint; the focus stays in the table', async () => {
    show({ lines: ['Satu', 'Dua', 'Tiga'], errors: { 'lines.1.name': 'Dua ditolak', 'lines.2.name': 'Tiga ditolak' } });
    await userEvent.click(screen.getByLabelText('Tempat 2'));
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Hapus Langkah, baris 2' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(names()).toEqual(['Satu', 'Tiga']);
    expect(screen.queryByText('Dua ditolak')).toBeNull();
    expect(screen.getByLabelText('Nama 2')).toHaveAccessibleDescription('Tiga ditolak');
    expect(screen.getByLabelText('Nama 1')).toHaveFocus();
    await press('Hapus Langkah, baris 2');
    await press('Hapus Langkah, baris 1');
    expect(screen.getByRole('button', { name: 'Tambah langkah' })).toHaveFocus();
  });

  it('shows what is wrong with the whole, and only shows what is closed', () => {
    show({ lines: ['Satu'], readOnly: true, ordered: true, errors: { lines: 'Terlalu sedikit.' } });
    const table = screen.getByRole('region', { name: 'Langkah' });
    expect(within(table).getByText('Terlalu sedikit.')).toHaveAttribute('data-path', 'lines');
    expect(within(table).queryAllByRole('button')).toEqual([]);
  });
});
