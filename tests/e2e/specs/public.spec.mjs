// The public of a counter is asked and complains; by keyboard, from the list of services to the printed page.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { App } from '../pages/app.mjs';
import { answer, saved } from '../pages/paper.mjs';
import { StartPage } from '../pages/start.mjs';
import { cli, openWindow, steps } from '../support/window.mjs';

cli('office', 'init', '--demo');

const step = steps();
let window;
let app;

after(() => window?.close());

/** Chooses the unit whose survey this is from the list that is searched by typing. */
async function chooseUnit() {
  await app.tabTo('Unit kerja');
  await window.type('kependudukan');
  await window.text('DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL - SEKRETARIAT');
  await window.keys('Down', 'Enter');
}

step('a service of the counter and a survey of its public', async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
  await window.keys('Alt+0');
  await app.at('/voice');
  await app.press('Layanan');
  await app.at('/voice/services');
  await app.press('Tambah layanan', { back: true });
  await window.role('dialog', 'Tambah layanan');
  await chooseUnit();
  await app.tabTo('Layanan');
  await window.type('Penerbitan kartu keluarga bagi warga yang pindah antarkecamatan');
  await window.screen('layanan');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await app.open('/voice/surveys/new', 'Buat survei');
  await chooseUnit();
  await app.tabTo('Nama survei');
  await window.type('SKM Semester I 2026');
  await app.tabTo('Mulai');
  await window.type('05012026');
  await app.tabTo('Sampai');
  await window.type('30062026');
  await app.tabTo('Jumlah pengguna layanan pada masa itu');
  await window.type('1000');
  await window.keys('Ctrl+Enter');
  await window.role('heading', 'SKM Semester I 2026');
  await window.text('278');
  await window.screen('survei-kosong');
});

step('thirty sheets of the public are typed', async () => {
  await app.press('Ketik jawaban', { back: true });
  await app.focused('Nomor lembar');
  const began = Date.now();
  for (let sheet = 1; sheet <= 30; sheet += 1) {
    await window.keys('Enter', '1');
    await window.type(String(20 + sheet));
    await window.keys('Enter', String(1 + (sheet % 2)), '3', '2');
    await answer(window, 9, (item) => (item === 8 ? 2 : 3 + ((sheet + item) % 2)));
    await window.keys('Enter', 'Enter');
    await window.text(`Tersimpan: ${sheet} `);
  }
  assert.ok(Date.now() - began < 5 * 60_000, 'five minutes, in the window itself');
  await window.screen('jawaban-diketik');
  await app.press('Selesai', { back: true });
  await window.text('Tiga unsur terendah');
  await window.screen('hasil-skm');
  await app.press('Halaman publikasi', { back: true });
  await app.drawn();
  await window.screen('publikasi');
  assert.match(await saved(app, 'publikasi-skm.pdf'), /SKM Semester I 2026/);
});

step('a complaint is taken down, goes its way and becomes evidence', async () => {
  await app.open('/voice/complaints/new', 'Catat pengaduan');
  await app.tabTo('Saluran');
  await window.type('Datang langsung');
  await app.tabTo('Isi');
  await window.type('Petugas loket tidak menjelaskan berkas yang kurang, sehingga saya datang tiga kali.');
  await chooseUnit();
  await app.tabTo('Kategori');
  await window.type('Sikap petugas');
  await app.tabTo('Pelapor');
  await window.type('Warga Contoh');
  await app.tabTo('Rahasiakan pelapor');
  await window.keys('Space');
  await window.screen('pengaduan-baru');
  await window.keys('Ctrl+Enter');
  await window.role('heading', /^Pengaduan /);
  await window.text('Dirahasiakan');
  await app.press('Tautkan kompetensi');
  await app.focused('Cari kompetensi');
  await window.type('pelayanan');
  await window.keys('Enter');
  await window.keys('Esc');
  await app.closed('dialog');
  await app.tabTo('Catatan');
  await window.type('Berkas lengkap, diteruskan ke kepala loket.');
  await window.keys('Ctrl+Enter');
  await window.role('button', 'Batalkan');
  await window.screen('satu-pengaduan');
  await app.open('/voice/complaints');
  await window.screen('pengaduan');
});

step('the terminal finds nothing wrong', async () => {
  await window.close();
  window = undefined;
  assert.equal(cli('safety', 'check').ok, true);
});
