import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError, type Backend } from '../../backend/backend';
import type { Rules } from '../../data/office';
import { written } from '../../testing/classFixture';
import { ofFacilities, ofSpeaker } from '../../testing/feedbackFixture';
import { axeFindings, fakeBackend, renderScreen } from '../../testing/render';
import { InstrumentsScreen } from './InstrumentsScreen';

const instruments = [ofFacilities, ofSpeaker];

function show(saveRule: Backend['office']['saveRule']) {
  const rules = () => Promise.resolve({ instruments } as Rules);
  return renderScreen(<InstrumentsScreen />, { backend: fakeBackend({}, { office: { rules, saveRule } }) });
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const saved = () => vi.fn<Backend['office']['saveRule']>(() => written(null));

describe('instruments', () => {
  it('keep the ids of their items when a text is changed; a new item has none yet', async () => {
    const saveRule = saved();
    const { container } = await show(saveRule);
    await press('Evaluasi tenaga pengajar');
    const second = await screen.findByLabelText('Butir 2');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.clear(second);
    await userEvent.type(second, 'Cara mengajar');
    await press('Tambah butir');
    await waitFor(() => expect(screen.getByLabelText('Butir 4')).toHaveFocus());
    await userEvent.keyboard('Ketepatan waktu');
    await userEvent.click(screen.getByLabelText('Butir 4 boleh kosong'));
    await press('Simpan instrumen');
    await waitFor(() => expect(saveRule).toHaveBeenCalled());
    const [one, two, three] = ofSpeaker.items;
    const added = { id: '', text: 'Ketepatan waktu', kind: 'mark', optional: true };
    expect(saveRule.mock.calls[0]?.[0]).toEqual({
      kind: 'instruments',
      body: [ofFacilities, { ...ofSpeaker, items: [one, { ...two, text: 'Cara mengajar' }, three, added] }],
    });
  });

  it('show a refusal at the line it is about', async () => {
    const message = 'Butir belum diisi.';
    const refusal = new RefusalError({ code: 'invalid_input', message, fields: [{ field: '1.items.1.text', message }] });
    await show(() => Promise.reject(refusal));
    await press('Evaluasi tenaga pengajar');
    await userEvent.clear(await screen.findByLabelText('Butir 2'));
    await press('Simpan instrumen');
    await press(message);
    expect(screen.getByLabelText('Butir 2')).toHaveFocus();
    expect(screen.getByLabelText('Butir 2')).toBeInvalid();
  });

  it('are added with the usual words, and taken away', async () => {
    const saveRule = saved();
    await show(saveRule);
    await press('Tambah instrumen');
    await userEvent.type(await screen.findByLabelText(/Nama instrumen/), 'Evaluasi katering');
    await userEvent.type(screen.getByLabelText('Butir 1'), 'Rasa makanan');
    await press('Simpan instrumen');
    await waitFor(() => expect(saveRule).toHaveBeenCalled());
    const [rule] = saveRule.mock.calls[0]!;
    expect(rule.kind === 'instruments' && rule.body[2]).toEqual({
      id: '',
      name: 'Evaluasi katering',
      kind: 'speaker',
      scale: ofSpeaker.scale,
      items: [{ id: '', text: 'Rasa makanan', kind: 'mark', optional: false }],
    });
    await press('Evaluasi sarana');
    await press('Hapus instrumen');
    const dialog = await screen.findByRole('dialog', { name: 'Hapus instrumen' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Hapus instrumen' }));
    await waitFor(() => expect(saveRule).toHaveBeenLastCalledWith({ kind: 'instruments', body: [ofSpeaker] }, null));
  });
});
