// A class is judged, judges, is closed and looked back at; by keyboard, from the first score to the printed page.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { App } from '../pages/app.mjs';
import { Grid } from '../pages/grid.mjs';
import { answer, saved } from '../pages/paper.mjs';
import { StartPage } from '../pages/start.mjs';
import { cli, openWindow, steps } from '../support/window.mjs';

cli('office', 'init', '--demo');
const { id: classId, participants } = cli('classes', 'list').find(({ name }) => name === 'Angkatan I');

const step = steps();
let window;
let app;
/** The address of the participants' sheets, and the codes printed on them. */
let round;
let codes = [];

after(() => window?.close());

step('the scores of a class are typed, the doubtful one is marked', async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
  await app.open(`/classes/${classId}/scores`);
  const grid = new Grid(app, 'Nilai');
  await app.tabTo(/Akademik/);
  await window.keys('Ctrl+Home');
  for (let row = 1; row <= participants; row += 1) {
    await window.type(row === 3 ? '8,5' : String(75 + (row % 20)));
    await window.keys('Enter');
  }
  await grid.stored('1/1', '76');
  await grid.stored(`${participants}/1`, String(75 + (participants % 20)));
  await window.role('button', /1 nilai perlu diperiksa/);
  await window.keys('Ctrl+Home', 'Down', 'Down');
  await window.text('Apakah maksudnya 85?');
  await window.screen('nilai-diragukan');
  await window.type('85');
  await window.keys('Enter');
  await grid.stored('3/1', '85');
  await window.keys('Ctrl+Home');
});

step('sheets of participants are printed under codes that name nobody', async () => {
  await app.press('Evaluasi', { back: true });
  await app.at(`/classes/${classId}/evaluation`);
  await app.press('Buka lembar penilaian', { back: true });
  await app.at(`/classes/${classId}/evaluation/rounds/new`, 'Buka lembar penilaian');
  for (const instrument of ['penyelenggara', 'sarana dan prasarana', 'materi']) {
    await app.tabTo(new RegExp(`^Evaluasi ${instrument} \\(`));
    await window.keys('Space');
  }
  await window.screen('buka-lembar');
  await window.keys('Ctrl+Enter');
  await window.role('button', 'Cetak lembar');
  round = await app.address();
  await app.press('Cetak lembar', { back: true });
  await app.drawn();
  await window.screen('lembar-cetak');
  const text = await saved(app, 'lembar-penilaian.pdf');
  codes = [...text.matchAll(/^ +([A-Z0-9]{5})$/gm)].map(([, code]) => code);
  assert.ok(new Set(codes).size > participants, 'each sheet has a code of its own, and some are spare');
});

step('twenty sheets of 25 items are typed', async () => {
  await app.open(round);
  await app.focused('Kode lembar');
  const began = Date.now();
  for (const [at, code] of codes.slice(0, 20).entries()) {
    await window.type(code.toLowerCase());
    for (const items of [9, 8, 8]) {
      await answer(window, items, (item) => 3 + ((at + item) % 3));
      if (at === 0) await window.type('Jadwal tertib, ruangan perlu kipas angin.');
      await window.keys('Enter');
    }
    await window.keys('Enter');
    await window.text(`Tersimpan: ${at + 1} dari ${participants}`);
  }
  assert.ok(Date.now() - began < 5 * 60_000, 'five minutes, in the window itself');
  await window.screen('lembar-diketik');
});

step('the report of the sheets, and what is to become better', async () => {
  await app.press('Lihat hasil', { back: true });
  await window.text('Rata-rata');
  await window.screen('hasil-penilaian');
  await app.press('Cetak laporan', { back: true });
  await app.drawn();
  await window.screen('laporan-penilaian');
  assert.match(await saved(app, 'penilaian-peserta.pdf'), /Jadwal tertib, ruangan perlu kipas angin/);
  await app.open(`/classes/${classId}/evaluation`);
  await app.press('Usulkan dari tiga butir terendah', { back: true });
  await window.text('Perlu dilengkapi');
  await app.press(/^Buka perbaikan: /);
  await window.role('dialog', 'Perbaikan');
  await app.tabTo('Tindakan');
  await window.type('Sewa dua kipas angin untuk aula sebelum angkatan berikutnya.');
  await app.tabTo('Penanggung jawab');
  await window.type('Kepala Subbagian Umum');
  await app.tabTo('Tenggat');
  await window.type('15122026');
  await window.screen('perbaikan');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.text('Kepala Subbagian Umum');
  await window.screen('evaluasi-kelas');
});

step('the class is closed with its plan, and the results are printed', async () => {
  await app.open(`/classes/${classId}/results`);
  await app.press('Tutup kelas', { back: true });
  await window.role('dialog', 'Tutup kelas dan bekukan hasil?');
  await window.text('5 tindak lanjut direncanakan');
  await window.screen('tutup-kelas');
  await app.press('Tutup kelas');
  await app.closed('dialog');
  await window.text('Hasil sudah dibekukan');
  await window.screen('hasil-dibekukan');
  await app.open(`/classes/${classId}/minutes`);
  assert.match(await saved(app, 'berita-acara.pdf'), /BERITA ACARA/);
  await app.open(`/classes/${classId}/ranking`);
  assert.match(await saved(app, 'peringkat.pdf'), /PERINGKAT PESERTA/);
});

step('a late score needs a reason', async () => {
  await app.open(`/classes/${classId}/scores`);
  await app.press('Koreksi nilai', { back: true });
  await app.focused(/Akademik/);
  await window.type('95');
  await window.keys('Enter', 'Ctrl+Enter');
  await app.focused('Alasan');
  await window.type('Lembar jawaban kedua ditemukan.');
  await window.screen('koreksi');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.text('Lembar jawaban kedua ditemukan.');
  await window.screen('nilai-dikoreksi');
});

step('months later: a sheet of the follow-up, and the page of the programme', async () => {
  await app.open('/evaluation/followups');
  await window.screen('tindak-lanjut');
  await window.keys('Enter');
  await window.role('button', 'Simpan lembar');
  await answer(window, 8, (item) => 3 + (item % 3));
  await window.type('Antrean dicatat dengan lembar digital.');
  await window.keys('Enter', 'Enter');
  await window.text('Tersimpan: 1 dari');
  await window.screen('lembar-tindak-lanjut');
  await app.open('/evaluation');
  await window.keys('Enter');
  await window.text('Perilaku');
  await window.screen('empat-tingkat');
});

step('the terminal finds nothing wrong', async () => {
  await window.close();
  window = undefined;
  assert.equal(cli('safety', 'check').ok, true);
});
