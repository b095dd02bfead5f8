// A class of 40 gets its mentors, with reasons, wishes and locks, and a project is followed; by keyboard.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { App } from '../pages/app.mjs';
import { StartPage } from '../pages/start.mjs';
import { answerDialogs, cli, openWindow, run, steps } from '../support/window.mjs';

cli('office', 'init', '--demo');
const { id: classId, participants } = cli('classes', 'list').find(({ name }) => name === 'Angkatan I');
/** People of the register who are not in the class yet: so many that it has 40 participants. */
const more = 40 - participants;

const people = cli('people', 'find', 'a');

const step = steps();
const pdfText = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
let window;
let app;

after(() => window?.close());

/** Whom the board shows, by what the page holds. */
const board = () =>
  window.browser.execute(() => {
    const chips = [...document.querySelectorAll('[data-item^="e:"]')];
    const place = (chip) => chip.closest('[data-group]')?.dataset.group ?? '';
    return chips.map((chip) => ({
      item: chip.dataset.item,
      name: chip.getAttribute('aria-label'),
      mentor: place(chip),
      locked: chip.getAttribute('aria-label').includes('dikunci'),
    }));
  });

/** Goes to a chip of the board, as the arrow keys would. */
const focusItem = (item) =>
  window.browser.execute((wanted) => document.querySelector(`[data-item="${wanted}"]`).focus(), item);

/** Waits until the board holds what is asked of it. */
async function boardUntil(fits, message) {
  let now;
  await window.browser.waitUntil(
    async () => {
      now = await board();
      return fits(now);
    },
    { timeoutMsg: message },
  );
  return now;
}

step('the class grows to 40 participants', async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
  await app.open(`/classes/${classId}`);
  await window.text(`${participants} peserta`);
  const inClass = await window.browser.execute(() => document.querySelector('main').innerText);
  const free = people.filter((person) => !inClass.includes(person.name)).slice(0, more);
  assert.equal(free.length, more);
  await app.press('Tempel daftar NIP', { back: true });
  await app.focused('Satu NIP di tiap baris');
  for (const { nip } of free) {
    await window.type(nip);
    await window.keys('Enter');
  }
  await window.keys('Ctrl+Enter');
  await app.focused(`Daftarkan ${more} orang`);
  await window.keys('Enter');
  await window.text('40 peserta');
});

step('what is missing is named before the first run, superiors are filled in', async () => {
  await app.open(`/classes/${classId}/mentoring`);
  await window.text('Belum ada pasangan');
  await window.screen('papan-kosong');
  await app.press('Data peserta', { back: true });
  await app.at(`/classes/${classId}/mentoring/participants`);
  await app.press(/^Isi \d+ atasan yang disarankan$/, { back: true });
  await window.role('button', 'Batalkan');
  await window.screen('data-peserta');
  await app.tabTo('Cari nama, NIP, unit, atau atasan');
  await window.keys('Down', 'Enter');
  await window.role('dialog');
  await window.screen('satu-peserta');
  await window.keys('Esc');
  await app.closed('dialog');
});

step('one click pairs the class', async () => {
  await app.open(`/classes/${classId}/mentoring`);
  await app.press('Pasangkan', { back: true });
  await boardUntil((chips) => chips.length === 40 && chips.some((chip) => chip.mentor !== ''), 'nobody is paired');
  await window.screen('papan');
});

step('the reason of a pair, what another would cost, and forcing it', async () => {
  const before = await boardUntil((chips) => chips.length === 40, 'the board is not full');
  await focusItem(before.find((chip) => chip.mentor !== '').item);
  await window.keys('Enter');
  await app.focused('Alasan dan pilihan');
  await window.role('heading', 'Nilai menurut unsur');
  await window.screen('alasan');
  await app.tabTo(/^Bagaimana jika .*\?$/);
  await window.keys('Enter');
  await app.tabTo(/^Paksa dan kunci di /);
  await window.screen('bagaimana-jika');
  await window.keys('Enter');
  await boardUntil((chips) => chips.filter((chip) => chip.locked).length === 1, 'the forced pair is not locked');
  await window.screen('dipaksa');
});

step('a participant is moved and locked by keys, and the move is taken back', async () => {
  const chips = await board();
  const chip = chips.find((one) => one.mentor !== '' && !one.locked);
  await focusItem(chip.item);
  await window.keys('k');
  await boardUntil((now) => now.find((one) => one.item === chip.item).locked, 'the pair is not locked');
  await focusItem(chips.find((one) => one.mentor !== '' && !one.locked && one.item !== chip.item).item);
  await window.keys('m');
  await app.focused('Ketik nama mentor');
  await window.screen('pindahkan');
  await window.keys('Esc');
  await app.closed('dialog');
  const out = (await board()).find((one) => one.mentor !== '' && !one.locked);
  await focusItem(out.item);
  await window.keys('Delete');
  await boardUntil((now) => now.find((one) => one.item === out.item).mentor === '', 'the participant is still paired');
  await window.keys('Ctrl+Z');
  await boardUntil((now) => now.find((one) => one.item === out.item).mentor === out.mentor, 'the pair is not back');
});

step('other weights show their effect before they are saved', async () => {
  await app.press('Aturan dan bobot', { back: true });
  await window.role('dialog', 'Aturan dan bobot');
  await app.tabTo('Bobot Bidang');
  await window.keys('Ctrl+A');
  await window.type('5');
  await window.text('Akibatnya');
  await window.browser.waitUntil(
    () => window.browser.execute(() => /Dengan pilihan ini: \d+ pasangan/.test(document.body.innerText)),
    { timeoutMsg: 'the effect is not shown' },
  );
  await window.screen('aturan');
  await window.keys('Esc');
  await app.closed('dialog');
});

step('a re-run keeps the locked pairs and says what it kept', async () => {
  const locked = (await board()).filter((chip) => chip.locked);
  assert.ok(locked.length >= 2);
  await app.press('Pasangkan lagi', { back: true, limit: 90 });
  await window.text('dibanding usulan sebelumnya');
  const now = await board();
  for (const chip of locked) assert.equal(now.find((one) => one.item === chip.item).mentor, chip.mentor);
  await window.screen('dijalankan-lagi');
});

step('approved, and the letters printed', async () => {
  await app.press('Setujui…', { back: true });
  await window.role('dialog', 'Setujui pasangan');
  await app.focused(/^Setujui \d+ pasangan$/);
  await window.screen('setujui');
  await window.keys('Enter');
  await app.closed('dialog');
  await window.text('pasangan baru');
  await window.screen('disetujui');
  await app.press('Surat tugas', { back: true });
  await app.drawn();
  await app.tabTo('Nomor surat', { back: true });
  await window.type('800.2/145/BKPSDM/2026');
  await app.drawn();
  await window.screen('surat-tugas');
  const file = join(run.files, 'surat-tugas.pdf');
  answerDialogs(file);
  await app.press(/^Simpan/);
  await window.text('surat-tugas.pdf');
  const text = pdfText(file);
  assert.match(text, /SURAT PENUGASAN MENTOR/);
  assert.match(text, /800\.2\/145\/BKPSDM\/2026/);
});


step('a project with a team, an indicator and two milestones is entered', async () => {
  await app.open(`/classes/${classId}/projects`);
  await window.text('Belum ada proyek di kelas ini');
  await window.screen('proyek-kosong');
  await app.press('Tambah proyek');
  await app.at(`/classes/${classId}/projects/new`, 'Proyek baru');
  await app.tabTo('Judul');
  await window.type('Loket satu antrean untuk penerbitan kartu tanda penduduk di Kecamatan Sungai Jernih');
  await app.tabTo('Masalah yang diselesaikan');
  await window.type('Warga mengantre di tiga loket dan menunggu rata-rata 95 menit.');
  await app.tabTo('Layanan publik yang diperbaiki');
  await window.type('Penerbitan KTP elektronik');
  await app.tabTo('Anggota tim');
  for (const part of ['yul', 'bud']) {
    await window.type(part);
    await window.keys('Down', 'Enter');
  }
  await window.keys('Esc');
  await app.tabTo('Yang diukur');
  await window.type('Rata-rata lama tunggu');
  await app.tabTo('Satuan');
  await window.type('menit');
  await app.tabTo('Nilai awal');
  await window.type('95');
  await app.tabTo('Target');
  await window.type('30,5');
  await app.press('Tambah tahapan');
  await app.focused('Tahapan baris 1');
  await window.type('Peta alur layanan dan kesepakatan antarloket');
  await app.tabTo('Batas baris 1');
  await window.type('04032026');
  await window.keys('Enter');
  await app.focused('Tahapan baris 2');
  await window.type('Uji coba loket tunggal selama dua minggu');
  await app.tabTo('Batas baris 2');
  await window.type('05032026');
  await window.screen('proyek-baru');
  await window.keys('Ctrl+Enter');
  await window.role('heading', /^Loket satu antrean/);
  await window.screen('satu-proyek');
});

step('its progress is typed, evidence kept, the seminar scored', async () => {
  await app.tabTo('Maju (%) Peta alur layanan dan kesepakatan antarloket');
  await window.keys('Ctrl+A');
  await window.type('100');
  await window.keys('Enter');
  await window.text('menjadi 100%');
  await app.tabTo('Capaian sekarang');
  await window.keys('Ctrl+A');
  await window.type('47,25');
  await window.keys('Enter');
  await window.text('74,03');
  const evidence = join(run.files, 'foto-loket.txt');
  writeFileSync(evidence, 'Berita acara kesepakatan antarloket\n');
  answerDialogs(evidence);
  await app.press('Tambah berkas…');
  await window.text('foto-loket.txt');
  await app.tabTo('Penguji seminar hasil');
  await window.type('Dr. Wibawa Mahendra, M.Si.');
  await app.tabTo('Nilai seminar hasil');
  await window.type('87,5');
  await window.screen('proyek-berjalan');
  await window.keys('Ctrl+Enter');
  await window.role('button', 'Batalkan');
  await app.press('Lembar proyek', { back: true });
  await app.drawn();
  await window.screen('lembar-proyek');
  await app.open(`/classes/${classId}/projects`);
  await window.screen('proyek');
});

step('the terminal finds nothing wrong', async () => {
  await window.close();
  window = undefined;
  assert.equal(cli('safety', 'check').ok, true);
});
