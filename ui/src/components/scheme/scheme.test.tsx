import { useForm } from '@mantine/form';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../backend/backend';
import type { Scheme } from '../../data/evaluation';
import { aScheme, component } from '../../testing/classFixture';
import { axeFindings, Providers } from '../../testing/render';
import { FormPage } from '../FormPage';
import { SchemeFields } from './SchemeFields';
import { adopt, dropped, partsNamed, toScheme, toValues, type SchemeValues } from './values';

function Harness({ scheme, onSave }: { scheme: Scheme; onSave: (scheme: Scheme) => Promise<unknown> }) {
  const form = useForm<SchemeValues>({ initialValues: toValues(scheme) });
  return (
    <FormPage form={form} label="Skema" submitLabel="Simpan" onSubmit={async (values) => onSave(toScheme(values))}>
      <SchemeFields form={form} />
    </FormPage>
  );
}

function show(scheme: Scheme = aScheme, onSave = vi.fn<(scheme: Scheme) => Promise<unknown>>(() => Promise.resolve(null))) {
  const view = render(
    <Providers>
      <Harness scheme={scheme} onSave={onSave} />
    </Providers>,
  );
  return { onSave, view };
}

async function choose(field: string, option: string) {
  await userEvent.click(screen.getByRole('combobox', { name: field }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

const save = () => userEvent.click(screen.getByRole('button', { name: 'Simpan' }));

describe('a scheme as typed', () => {
  it('is the same after the form, whatever its methods', () => {
    const scheme: Scheme = {
      ...aScheme,
      components: [
        component('k1', 'Ujian', 'technical', 50),
        { ...component('k2', 'Seminar', 'project', 30), method: 'assessors', parts: [{ id: 'a', name: 'Penguji', weight: 2 }] },
        {
          ...component('k3', 'Disiplin', 'ethics', 20),
          method: 'deductions',
          parts: [{ id: 'b', name: 'Terlambat', weight: 250 }],
        },
      ],
      remedial: { lowest: 6000, ceiling: 7001 },
    };
    expect(toScheme(toValues(scheme))).toEqual(scheme);
    expect(toValues(scheme).components[2]?.parts[0]?.weight).toBe('2,50');
  });

  it('names every field that is no number', () => {
    const values = { ...toValues(aScheme), repeats: true };
    values.components[0]!.weight = 'empat puluh';
    expect(() => toScheme(values)).toThrow(RefusalError);
    try {
      toScheme(values);
    } catch (error) {
      const fields = (error as RefusalError).fields.map((field) => field.field);
      expect(fields).toEqual(['components.0.weight', 'remedial.lowest', 'remedial.ceiling']);
    }
  });
});

describe('another scheme in the place of one with scores', () => {
  const items: Scheme = {
    ...aScheme,
    components: [
      { ...component('k1', 'Sikap', 'attitude', 40), method: 'items', scale: 4, parts: [{ id: 'd1', name: 'Disiplin', weight: 3 }] },
      component('k2', 'Ujian', 'technical', 60),
    ],
    remedial: { lowest: 6000, ceiling: 7000 },
  };

  it('keeps the scores of what has the same name', () => {
    const template = toValues({
      ...items,
      components: [
        { ...items.components[0]!, id: null, parts: [{ id: null, name: 'disiplin', weight: 1 }, { id: null, name: 'Etika', weight: 1 }] },
        component('', 'Praktik', 'project', 60),
      ],
    });
    const made = adopt(template, toValues(items));
    expect(made.components.map((one) => one.id)).toEqual(['k1', null]);
    expect(made.components[0]?.parts.map((one) => one.id)).toEqual(['d1', null]);
    expect(dropped(items, made)).toEqual(['Ujian']);
  });

  it('says which scores would go', () => {
    const values = toValues(items);
    expect(dropped(items, values)).toEqual([]);
    const without = { ...values, repeats: false, components: values.components.map((one) => ({ ...one, parts: [] })) };
    expect(dropped(items, without)).toEqual(['Sikap: Disiplin', 'nilai remedial']);
    const direct = { ...values, components: values.components.map((one) => ({ ...one, method: 'direct' as const })) };
    expect(dropped(items, direct)).toEqual(['Sikap']);
  });

  it('fills in items beside those that are there', () => {
    const before = toValues(items).components[0]!.parts;
    expect(partsNamed(['Disiplin', 'Etika'], before)).toEqual([before[0], { id: null, name: 'Etika', weight: '1' }]);
  });
});

describe('SchemeFields', () => {
  it('fills in the seven values as items on a scale of four', async () => {
    const { onSave, view } = show();
    await choose('Cara menilai 1', 'Butir');
    await userEvent.click(screen.getByRole('button', { name: '7 nilai BerAKHLAK' }));
    const items = screen.getByRole('region', { name: 'Butir: Sikap' });
    expect(within(items).getByRole('textbox', { name: 'Sikap: Butir 7' })).toHaveValue('Kolaboratif');
    expect(within(items).getByText('Rata-rata butir, dijadikan 0–100')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalled());
    const made = onSave.mock.calls[0]![0].components[0]!;
    expect(made).toMatchObject({ method: 'items', scale: 4 });
    expect(made.parts.map((part) => part.name)).toEqual([
      'Berorientasi Pelayanan', 'Akuntabel', 'Kompeten', 'Harmonis', 'Loyal', 'Adaptif', 'Kolaboratif',
    ]);
  });

  it('fills in the six items of attitude', async () => {
    show();
    await choose('Cara menilai 1', 'Butir');
    await userEvent.click(screen.getByRole('button', { name: '6 butir sikap' }));
    expect(screen.getByRole('textbox', { name: 'Sikap: Butir 6' })).toHaveValue('Tanggung jawab');
    expect(screen.queryByRole('textbox', { name: 'Sikap: Butir 7' })).toBeNull();
  });

  it('takes assessors with weights of their own and says that the mean goes by them', async () => {
    const { onSave } = show();
    await choose('Cara menilai 2', 'Beberapa penilai');
    const add = screen.getByRole('button', { name: 'Tambah penilai' });
    await userEvent.click(add);
    await userEvent.type(screen.getByRole('textbox', { name: 'Ujian: Penilai 1' }), 'Penguji');
    await userEvent.click(add);
    await userEvent.type(screen.getByRole('textbox', { name: 'Ujian: Penilai 2' }), 'Mentor');
    expect(screen.getByText('Rata-rata para penilai')).toBeInTheDocument();
    const weight = screen.getByRole('textbox', { name: 'Ujian: Bobot penilai 1' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '2');
    expect(screen.getByText('Rata-rata para penilai menurut bobotnya')).toBeInTheDocument();
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalled());
    expect(onSave.mock.calls[0]![0].components[1]).toMatchObject({
      method: 'assessors',
      scale: 100,
      parts: [
        { id: null, name: 'Penguji', weight: 2 },
        { id: null, name: 'Mentor', weight: 1 },
      ],
    });
  });

  it('asks for the bounds of a remedial only where there is one', async () => {
    const { onSave, view } = show();
    expect(screen.queryByRole('textbox', { name: 'Nilai remedial paling tinggi' })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Peserta boleh mengulang (remedial)' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Boleh mengulang mulai nilai' }), '60');
    await userEvent.type(screen.getByRole('textbox', { name: 'Nilai remedial paling tinggi' }), '70,01');
    expect(await axeFindings(view.container)).toEqual([]);
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalled());
    expect(onSave.mock.calls[0]![0].remedial).toEqual({ lowest: 6000, ceiling: 7001 });
  });

  it('says of a structure without weights that they are still to be entered', async () => {
    const { onSave } = show({ ...aScheme, components: aScheme.components.map((one) => ({ ...one, weight: 0 })) });
    expect(screen.getByText('Bobot belum ditetapkan')).toBeInTheDocument();
    await save();
    await waitFor(() => expect(onSave).toHaveBeenCalled());
  });

  it('shows what the core refuses of a part at its field', async () => {
    const message = 'Nama belum diisi.';
    const refuse = vi.fn<(scheme: Scheme) => Promise<unknown>>(() =>
      Promise.reject(new RefusalError({ code: 'invalid_input', message, fields: [{ field: 'components.0.parts.0.name', message }] })),
    );
    show(aScheme, refuse);
    await choose('Cara menilai 1', 'Pengurangan');
    await userEvent.click(screen.getByRole('button', { name: 'Tambah pelanggaran' }));
    await save();
    await userEvent.click(await screen.findByRole('button', { name: message }));
    expect(screen.getByRole('textbox', { name: 'Sikap: Pelanggaran 1' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Sikap: Pelanggaran 1' })).toBeInvalid();
  });
});
