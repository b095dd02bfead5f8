import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { RefusalError } from '../../../backend/backend';
import type { Board, EditProblem, PlaceEdit } from '../../../backend/bindings';
import { aView, classRooms, written } from '../../../testing/classFixture';
import { aBoard, anExplanation, aPreview, aWhatIf } from '../../../testing/pairingFixture';
import { axeFindings, fakeBackend, renderScreen, type FakeRooms } from '../../../testing/render';
import { BoardTab } from './BoardTab';

type Rooms = NonNullable<FakeRooms['mentoring']>;

const show = (mentoring: Rooms = {}, parts: FakeRooms = {}) =>
  renderScreen(<BoardTab />, {
    backend: fakeBackend(
      {},
      {
        ...classRooms(parts),
        mentoring: {
          board: () => Promise.resolve(aBoard),
          explain: () => Promise.resolve(anExplanation),
          whatIf: () => Promise.resolve(aWhatIf),
          preview: () => Promise.resolve(aPreview),
          ...mentoring,
        },
      },
    ),
    path: '/classes/$id/mentoring',
    at: '/classes/c1/mentoring',
  });

/** A core that keeps what is set, so that the board shows it afterwards. */
function keeping() {
  let board: Board = aBoard;
  const setPlaces = vi.fn((_: string, edits: PlaceEdit[]) => {
    const places = board.places.map((place) => ({ ...place, ...edits.find((edit) => edit.enrolment === place.enrolment) }));
    board = { ...board, places };
    return written<EditProblem[]>([], 'Ubah pasangan', ['mentoring']);
  });
  return { board: () => Promise.resolve(board), setPlaces };
}

const chip = (name: RegExp) => screen.findByRole('button', { name, pressed: undefined });
const card = (name: RegExp) => screen.getByRole('region', { name });

describe('the board of pairs', () => {
  it('shows who has whom, the figures, and what differs from the run before', async () => {
    const view = await show();
    const hasan = await screen.findByRole('region', { name: 'Dr. Hasan Basri, M.Si., 3 dari 3 peserta' });
    expect(within(hasan).getByRole('button', { name: 'Dr. Siti Aminah, M.Si. 87,50, dikunci' })).toBeInTheDocument();
    expect(within(hasan).getByRole('button', { name: /Budi Santoso.*sebelumnya: Rahmat Hidayat/ })).toBeInTheDocument();
    expect(within(hasan).getByText('penuh · 1 di kelas lain')).toBeInTheDocument();
    expect(within(card(/Rahmat Hidayat/)).getByText('paling sedikit 2')).toBeInTheDocument();
    expect(within(card(/Tanpa mentor/)).getByRole('button', { name: 'Dewi Anggraini' })).toBeInTheDocument();
    const figures = screen.getByRole('status', { name: 'Angka usulan' });
    expect(figures).toHaveTextContent('3 dari 4 berpasangan');
    expect(figures).toHaveTextContent('total 262,50 poin');
    expect(figures).toHaveTextContent('terbaik 265,00; 2,50 poin dilepas oleh perubahan tangan');
    expect(figures).toHaveTextContent('2 dari 3 pasangan tetap, 2,50 poin dilepas');
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('is one stop of Tab, and the arrows lead through it', async () => {
    await show();
    const siti = await chip(/Siti Aminah/);
    const group = screen.getByRole('group', { name: 'Papan pasangan' });
    expect(group.querySelectorAll('[data-item][tabindex="0"]')).toHaveLength(1);
    siti.focus();
    fireEvent.keyDown(siti, { key: 'ArrowDown' });
    expect(await chip(/Budi Santoso/)).toHaveFocus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(screen.getByRole('link', { name: 'Rahmat Hidayat' })).toHaveFocus();
    fireEvent.keyDown(document.activeElement!, { key: 'Home' });
    expect(await chip(/Dewi Anggraini/)).toHaveFocus();
    expect(group.querySelectorAll('[data-item][tabindex="0"]')).toHaveLength(1);
  });

  it('moves somebody by M and type-ahead, and the focus goes along', async () => {
    const core = keeping();
    await show(core);
    (await chip(/Budi Santoso/)).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'm' });
    const dialog = await screen.findByRole('dialog', { name: 'Pindahkan Budi Santoso' });
    expect(await axeFindings(dialog)).toEqual([]);
    await waitFor(() => expect(within(dialog).getByRole('combobox')).toHaveFocus());
    await within(dialog).findByRole('option', { name: /Rahmat/ });
    await userEvent.keyboard('rahm{Enter}');
    expect(core.setPlaces).toHaveBeenCalledWith('c1', [{ enrolment: 'e2', mentor: 'm2', locked: false }]);
    await waitFor(() => expect(within(card(/Rahmat Hidayat/)).getByRole('button', { name: /Budi/ })).toHaveFocus());
    expect(screen.getByText('Budi Santoso dipindahkan ke Rahmat Hidayat.')).toBeInTheDocument();
  });

  it('locks with K, opens the lock with K, and takes out with Delete', async () => {
    const core = keeping();
    await show(core);
    (await chip(/Budi Santoso/)).focus();
    fireEvent.keyDown(document.activeElement!, { key: 'k' });
    await waitFor(() => expect(core.setPlaces).toHaveBeenCalledWith('c1', [{ enrolment: 'e2', mentor: 'm1', locked: true }]));
    await waitFor(() => expect(screen.getByRole('button', { name: /Budi Santoso.*dikunci/ })).toHaveFocus());
    fireEvent.keyDown(document.activeElement!, { key: 'K' });
    await waitFor(() => expect(core.setPlaces).toHaveBeenLastCalledWith('c1', [{ enrolment: 'e2', mentor: 'm1', locked: false }]));
    await waitFor(() => expect(screen.queryByRole('button', { name: /Budi Santoso.*dikunci/ })).toBeNull());
    fireEvent.keyDown(screen.getByRole('button', { name: /Budi Santoso/ }), { key: 'Delete' });
    await waitFor(() => expect(core.setPlaces).toHaveBeenLastCalledWith('c1', [{ enrolment: 'e2', mentor: null, locked: false }]));
    await waitFor(() => expect(within(card(/Tanpa mentor/)).getByRole('button', { name: /Budi/ })).toHaveFocus());
    expect(screen.getByText('Budi Santoso dikeluarkan dari pasangan.')).toBeInTheDocument();
  });

  it('says the rule at the place of a move that is refused', async () => {
    const message = 'Dr. Hasan Basri, M.Si. sudah membina 3 peserta, paling banyak 3.';
    const setPlaces = vi.fn(() => Promise.resolve({
      value: [{ enrolment: 'e4', message }],
      changes: { operation: null, description: '', rooms: [] },
    }));
    const view = await show({ setPlaces });
    const dewi = await chip(/Dewi Anggraini/);
    const drop = card(/Hasan Basri/);
    const data = { dataTransfer: { setData: vi.fn(), effectAllowed: '', dropEffect: '' } };
    fireEvent.dragStart(dewi, data);
    fireEvent.dragOver(drop, data);
    expect(drop).toHaveAttribute('data-over');
    fireEvent.drop(drop, data);
    await waitFor(() => expect(setPlaces).toHaveBeenCalledWith('c1', [{ enrolment: 'e4', mentor: 'm1', locked: false }]));
    const item = (await chip(/Dewi Anggraini/)).closest('li')!;
    await waitFor(() => expect(item).toHaveTextContent(message));
    expect(screen.getByText(`Dewi Anggraini tidak dipindahkan: ${message}`)).toBeInTheDocument();
    expect(drop).not.toHaveAttribute('data-over');
    expect(await axeFindings(view.container)).toEqual([]);
  });

  it('says at the place why the core would not', async () => {
    const refusal = new RefusalError({ code: 'not_allowed', message: 'Usulan sudah disetujui.' });
    await show({ setPlaces: () => Promise.reject(refusal) });
    const budi = await chip(/Budi Santoso/);
    fireEvent.keyDown(budi, { key: 'Delete' });
    await waitFor(() => expect(budi.closest('li')).toHaveTextContent('Usulan sudah disetujui.'));
  });

  it('does not take a drop of something that is not of the board', async () => {
    const core = keeping();
    await show(core);
    await chip(/Budi/);
    const over = createEvent.dragOver(card(/Hasan Basri/));
    fireEvent(card(/Hasan Basri/), over);
    expect(over.defaultPrevented).toBe(false);
    fireEvent.drop(card(/Hasan Basri/));
    expect(core.setPlaces).not.toHaveBeenCalled();
  });

  it('opens the reasons with Enter, goes back with Escape', async () => {
    const view = await show();
    const budi = await chip(/Budi Santoso/);
    budi.focus();
    fireEvent.keyDown(budi, { key: 'Enter' });
    const panel = screen.getByRole('complementary', { name: 'Alasan dan pilihan' });
    await waitFor(() => expect(panel).toHaveFocus());
    expect(await within(panel).findByText('Mentor: Dr. Hasan Basri, M.Si.')).toBeInTheDocument();
    expect(within(panel).getByText('87,50 dari 120,00 poin')).toBeInTheDocument();
    expect(within(panel).getByRole('row', { name: /Bidang.*67 40 26,80/ })).toBeInTheDocument();
    expect(within(panel).getByText('Rahmat Hidayat; keseluruhan turun 2,50 poin.')).toBeInTheDocument();
    expect(within(panel).getByText('Diminta Rahmat Hidayat, tetapi penuh.')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(budi).toHaveFocus();
    expect(screen.queryByRole('complementary', { name: 'Alasan dan pilihan' })).toBeNull();
  });

  it('tells what forcing a pair would cause, and forces all of it in one step', async () => {
    const core = keeping();
    const whatIf = vi.fn(() => Promise.resolve(aWhatIf));
    const view = await show({ ...core, whatIf });
    await userEvent.click(await chip(/Budi Santoso/));
    await userEvent.click(await screen.findByRole('button', { name: 'Bagaimana jika Rahmat Hidayat?' }));
    expect(await screen.findByText('Satu orang lain berpindah.')).toBeInTheDocument();
    expect(whatIf).toHaveBeenCalledWith('c1', 'e2', 'm2');
    expect(screen.getByText('Citra Lestari: Rahmat Hidayat → Dr. Hasan Basri, M.Si.')).toBeInTheDocument();
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Paksa dan kunci di Rahmat Hidayat' }));
    expect(core.setPlaces).toHaveBeenCalledWith('c1', [
      { enrolment: 'e2', mentor: 'm2', locked: true },
      { enrolment: 'e3', mentor: 'm1', locked: false },
    ]);
    // What was asked is so now: nothing is left to force.
    await waitFor(() => expect(screen.queryByText('Satu orang lain berpindah.')).toBeNull());
  });

  it('shows why somebody has no mentor and what would help', async () => {
    const unpaired = { sentence: 'Semua mentor penuh.', remedies: ['Tambah satu tempat pada Rahmat Hidayat.'] };
    const explain = () =>
      Promise.resolve({ ...anExplanation, mentor: null, mentor_name: '', score: null, criteria: [], second: null, unpaired });
    await show({ explain });
    await userEvent.click(await chip(/Dewi Anggraini/));
    expect(await screen.findByText('Semua mentor penuh.')).toBeInTheDocument();
    expect(screen.getByText('Tambah satu tempat pada Rahmat Hidayat.')).toBeInTheDocument();
  });

  it('tells what another aim comes to, then pairs with it', async () => {
    const preview = vi.fn(() => Promise.resolve(aPreview));
    const run = vi.fn(() => written('r3', 'Pasangkan 4 peserta', ['mentoring']));
    await show({ preview, run });
    await userEvent.click(await screen.findByRole('radio', { name: 'Merata' }));
    expect(await screen.findByText('Dengan pilihan ini: 4 pasangan, total 300,00 poin, 1 orang berpindah.')).toBeInTheDocument();
    expect(preview).toHaveBeenCalledWith('c1', { ...aBoard.settings, aim: 'even' });
    await userEvent.click(screen.getByRole('button', { name: 'Pasangkan lagi' }));
    expect(run).toHaveBeenCalledWith('c1', { ...aBoard.settings, aim: 'even' });
    await waitFor(() => expect(screen.queryByText(/Dengan pilihan ini/)).toBeNull());
  });

  it('approves from a day', async () => {
    const approve = vi.fn(() => written({ made: 3, moved: 0, kept: 0, ended: 0 }, 'Setujui 3 pasangan', ['mentoring']));
    await show({ approve });
    await userEvent.click(await screen.findByRole('button', { name: 'Setujui…' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/3 pasangan mulai berjalan.*1 orang tetap tanpa mentor/)).toBeInTheDocument();
    expect(await axeFindings(dialog)).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Setujui 3 pasangan' }));
    expect(approve).toHaveBeenCalledWith('c1', '2026-03-02');
    expect(await screen.findByText('3 pasangan baru, 0 berganti mentor, 0 tetap, 0 berakhir.')).toBeInTheDocument();
  });

  it('proposes new mentors for those who lost theirs', async () => {
    const proposeOrphans = vi.fn(() => written('r3', 'Usulkan mentor baru', ['mentoring']));
    await show({ board: () => Promise.resolve({ ...aBoard, orphans: ['e4'] }), proposeOrphans });
    const banner = await screen.findByRole('region', { name: '1 orang kehilangan mentor' });
    expect(banner).toHaveTextContent('Dewi Anggraini');
    await userEvent.click(within(banner).getByRole('button', { name: 'Usulkan mentor baru' }));
    expect(proposeOrphans).toHaveBeenCalledWith('c1', false);
  });

  it('changes nothing in a closed class', async () => {
    const core = keeping();
    const closed = { classes: { get: () => Promise.resolve({ ...aView, state: 'closed' as const }) } };
    await show(core, closed);
    const budi = await chip(/Budi Santoso/);
    await screen.findByText(/Kelas sudah ditutup/);
    fireEvent.keyDown(budi, { key: 'Delete' });
    fireEvent.keyDown(budi, { key: 'k' });
    fireEvent.keyDown(budi, { key: 'm' });
    expect(core.setPlaces).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.queryByRole('button', { name: /Pasangkan/ })).toBeNull();
  });
});

describe('before the first run', () => {
  const fresh: Board = { ...aBoard, run: null, before: null, pairs: 0, places: aBoard.places.map((one) => ({ ...one, mentor: null })) };

  it('counts who there is, names who lacks what, and pairs with one click', async () => {
    const run = vi.fn(() => written('r1', 'Pasangkan', ['mentoring']));
    const view = await show({ board: () => Promise.resolve(fresh), run });
    expect(await screen.findByText(/^2 mentor aktif, 4 peserta\./)).toBeInTheDocument();
    const lacks = screen.getByRole('region', { name: 'Yang belum lengkap (2)' });
    expect(within(lacks).getByText(/Belum ada bidang keahlian/)).toBeInTheDocument();
    expect(within(lacks).getByRole('link', { name: 'Buka mentor Rahmat Hidayat' })).toHaveAttribute('href', '/mentoring/mentors/m2');
    expect(await axeFindings(view.container)).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: 'Kuat' }));
    await userEvent.click(screen.getAllByRole('button', { name: 'Pasangkan' })[0]!);
    expect(run).toHaveBeenCalledWith('c1', { ...fresh.settings, keep: 'much' });
  });

  it('can be begun by hand', async () => {
    await show({ board: () => Promise.resolve(fresh) });
    await userEvent.click(await screen.findByRole('button', { name: 'Pasangkan dengan tangan' }));
    expect(within(card(/Tanpa mentor, 4 orang/)).getAllByRole('button')).toHaveLength(4);
  });
});

describe('rules and weights', () => {
  const open = async (mentoring: Rooms = {}) => {
    const view = await show(mentoring);
    await userEvent.click(await screen.findByRole('button', { name: 'Aturan dan bobot' }));
    return { view, drawer: await screen.findByRole('dialog', { name: 'Aturan dan bobot' }) };
  };

  it('tells the effect of a weight before it is saved', async () => {
    const preview = vi.fn(() => Promise.resolve(aPreview));
    const saveSettings = vi.fn(() => written(null, 'Ubah aturan', ['mentoring']));
    const { drawer } = await open({ preview, saveSettings });
    expect(await axeFindings(drawer)).toEqual([]);
    expect(preview).not.toHaveBeenCalled();
    const weight = within(drawer).getByRole('textbox', { name: 'Bobot Bidang' });
    await userEvent.clear(weight);
    await userEvent.type(weight, '60');
    expect(await within(drawer).findByText(/4 pasangan, total 300,00 poin, 1 orang berpindah/)).toBeInTheDocument();
    const wanted = { ...aBoard.settings, weights: { ...aBoard.settings.weights, field: 60 } };
    expect(preview).toHaveBeenLastCalledWith('c1', wanted);
    await userEvent.click(within(drawer).getByRole('button', { name: 'Simpan' }));
    expect(saveSettings).toHaveBeenCalledWith('c1', wanted);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('saves and pairs in one step', async () => {
    const run = vi.fn(() => written('r3', 'Pasangkan', ['mentoring']));
    const { drawer } = await open({ run });
    await userEvent.click(within(drawer).getByRole('switch', { name: 'Bukan penguji peserta' }));
    await userEvent.click(within(drawer).getByRole('radio', { name: 'Hanya atasan' }));
    await userEvent.click(within(drawer).getByRole('button', { name: 'Simpan dan pasangkan' }));
    const rules = { ...aBoard.settings.rules, not_examiner: false, superior: 'required' };
    await waitFor(() => expect(run).toHaveBeenCalledWith('c1', { ...aBoard.settings, rules }));
  });

  it('keeps what was typed when it is refused, with the sentence at the field', async () => {
    const message = 'Tanggal selesai lebih awal daripada tanggal mulai.';
    const refusal = new RefusalError({ code: 'invalid_input', message: 'Satu isian perlu dibetulkan.', fields: [{ field: 'ends', message }] });
    const { drawer } = await open({ saveSettings: () => Promise.reject(refusal) });
    await userEvent.type(within(drawer).getByRole('textbox', { name: 'Selesai' }), '01/01/2026');
    await userEvent.click(within(drawer).getByRole('button', { name: 'Simpan' }));
    expect(await within(drawer).findByText(message)).toBeInTheDocument();
    expect(within(drawer).getByRole('textbox', { name: 'Selesai' })).toHaveValue('01/01/2026');
  });
});
