// The way of a year: a survey sheet is typed, gaps are seen, classes are chosen under the budget, the plan is approved and
// printed, the schedule of a class is made known. By keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { App } from '../pages/app.mjs';
import { answer, saved } from '../pages/paper.mjs';
import { StartPage } from '../pages/start.mjs';
import { answerDialogs, cli, openWindow, run, steps } from '../support/window.mjs';

cli('office', 'init', '--demo');

const step = steps();
let window;
let app;

after(() => window?.close());

/** Chooses what a searched list offers first for what is typed. */
async function choose(field, words, offered) {
  await app.tabTo(field);
  await window.type(words);
  await window.text(offered);
  await window.keys('Down', 'Enter');
}

step('a survey of its own, and three sheets typed from paper', async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
  await window.keys('Alt+3');
  await app.at('/needs');
  await app.press('Sumber');
  await app.at('/needs/sources');
  await window.screen('sumber');
  await app.open('/needs/sources/new/survey', 'Sumber baru: Survei');
  await app.tabTo('Nama');
  await window.type('Survei kebutuhan pelatihan petugas loket 2026');
  await choose('Unit kerja yang ditanya', 'kependudukan', 'DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL - SEKRETARIAT');
  await window.keys('Ctrl+Enter');
  await window.role('heading', 'Survei kebutuhan pelatihan petugas loket 2026');
  await app.press('Susun lembar');
  await app.press('Pakai contoh ini');
  await window.text('Kata skala, dari terendah');
  await window.screen('lembar-survei');
  await window.keys('Ctrl+Enter');
  await window.role('button', 'Batalkan');
  await app.press('Ketik lembar', { back: true, limit: 150 });
  for (let sheet = 1; sheet <= 3; sheet += 1) {
    await app.focused('Orang yang mengisi');
    if (sheet === 1) {
      await window.screen('lembar-kosong');
      // The next of the unit is offered after each sheet.
      await window.type('maya anggraeni');
      await window.role('option', /Maya Anggraeni/);
      await window.keys('Down', 'Enter');
    }
    await window.keys('Enter');
    await answer(window, 13, (item) => 1 + ((sheet + item) % 3));
    if (sheet === 2) await window.type('Melayani warga lanjut usia dan penyandang disabilitas');
    await window.keys('Enter', 'Enter');
    await window.text(`Tersimpan: ${sheet} `);
  }
  await window.screen('lembar-diketik');
});

step('where the gaps are, what comes first, and why', async () => {
  await app.open('/needs');
  await window.screen('peta-kesenjangan');
  await app.open('/needs/list');
  await window.screen('daftar-kebutuhan');
});

step('a plan with its ceilings and candidates', async () => {
  await window.keys('Alt+4');
  await app.at('/planning');
  await window.screen('rencana');
  await app.press('Buat rencana', { back: true });
  await window.role('dialog', 'Buat rencana');
  await app.tabTo('Tahun anggaran', { back: true });
  await window.keys('Ctrl+A');
  await window.type('2028');
  await window.screen('rencana-baru');
  await window.keys('Ctrl+Enter');
  await window.role('heading', 'Rencana pengembangan kompetensi 2028, versi 1');
  await app.press('Pagu');
  await app.press('Tambah pagu');
  await app.focused('Sub kegiatan');
  await app.tabTo('Sumber dana');
  await window.keys('Ctrl+A');
  await window.type('DAU');
  await window.keys('Tab');
  await app.tabTo('Pagu (Rp)');
  await window.keys('Ctrl+A');
  await window.type('60000000');
  await app.press('Tambah pagu');
  await app.tabTo('Sumber dana');
  await window.keys('Ctrl+A');
  await window.type('APBD (PAD)');
  await window.keys('Tab');
  await app.tabTo('Pagu (Rp)');
  await window.keys('Ctrl+A');
  await window.type('40000000');
  await window.screen('pagu');
  await window.keys('Ctrl+Enter');
  await window.role('button', 'Batalkan');
  await app.press(/^Pilihan/, { back: true });
  for (const [programme, name] of [
    ['Digital', 'Pelayanan publik digital bagi loket kependudukan'],
    ['Digital', 'Pelayanan publik digital bagi kecamatan dan kelurahan'],
    ['Perubahan', 'Mengelola perubahan bagi kepala bidang'],
    ['Pengaduan', 'Lokakarya penanganan pengaduan dan sikap petugas di ruang layanan'],
  ]) {
    await app.press('Tambah calon', { back: true });
    await app.focused('Program');
    await window.type(programme);
    await window.keys('Down', 'Enter');
    await app.tabTo('Nama calon');
    await window.type(name);
    await window.screen('calon-baru');
    await window.keys('Ctrl+Enter');
    await app.closed('dialog');
    await window.text(name);
  }
  await window.screen('calon');
});

step('the best of them is chosen, explained, approved and printed', async () => {
  await app.press('Pilih yang terbaik', { back: true });
  await window.text('Terbukti terbaik');
  await window.screen('pilihan');
  await app.press('Jelaskan pilihan ini');
  await window.text('Sejuta rupiah lagi');
  await window.screen('pilihan-dijelaskan');
  await app.press('Setujui', { back: true });
  await window.role('dialog', 'Setujui rencana');
  await window.type('Disetujui dalam rapat tim anggaran.');
  await window.screen('menyetujui');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.text('Sudah disetujui');
  await window.screen('disetujui');
  await app.press('Cetak rencana', { back: true });
  await app.drawn();
  await window.screen('rencana-cetak');
  assert.match(await saved(app, 'rencana.pdf'), /2028/);
});

step('the schedule of a class is made known, moved, and corrected', async () => {
  await app.open('/schedule/publications');
  await app.focused('Cari program atau kelas');
  await window.type('angkatan iii');
  await window.text('1 kelas');
  await window.screen('terbitan');
  await window.keys('Enter');
  await app.press('Terbitkan jadwal', { back: true });
  await window.role('dialog', 'Terbitkan jadwal');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.text('Jadwal masih sama');
  await app.open('/schedule');
  await app.tabTo('Ke tanggal');
  await window.keys('Ctrl+A');
  await window.type('26012026');
  await window.keys('Enter');
  await window.text('Januari 2026');
  await window.screen('kalender');
  const ics = join(run.files, 'kalender.ics');
  answerDialogs(ics);
  await app.press('Simpan .ics', { back: true });
  await window.text('kalender.ics');
  const text = readFileSync(ics, 'utf8');
  assert.match(text, /^BEGIN:VCALENDAR\r\n/);
  assert.match(text, /DTSTART;VALUE=DATE:20260126\r\n/);
});

step('a session is moved with the keyboard; the change becomes a letter of correction', async () => {
  await app.tabTo('Ke tanggal', { back: true });
  await window.keys('Ctrl+A');
  await window.type('30012026');
  await window.keys('Enter');
  await app.tabTo(/^Jumat 30 Januari 2026/);
  await window.keys('m');
  await window.role('dialog', 'Pindahkan sesi');
  await app.tabTo('Tanggal', { back: true });
  await window.keys('Ctrl+A');
  await window.type('02022026');
  await window.screen('sesi-dipindahkan');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await app.open('/schedule/publications');
  await app.focused('Cari program atau kelas');
  await window.type('angkatan iii');
  await window.text('1 kelas');
  await window.text('Berubah: 1 sesi');
  await window.keys('Enter');
  await window.text('Perubahan sejak terbitan terakhir');
  await window.screen('perubahan-jadwal');
  await app.press('Surat ralat', { back: true });
  await app.drawn();
  await window.screen('surat-ralat');
  assert.match(await saved(app, 'surat-ralat.pdf'), /2 Februari 2026/);
});

step('the terminal finds nothing wrong', async () => {
  await window.close();
  window = undefined;
  assert.equal(cli('safety', 'check').ok, true);
});
