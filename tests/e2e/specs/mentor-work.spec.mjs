// A mentor from the form to the last meeting: made, paired, the log typed, a pair ended, the mentor gone; by keyboard.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { after } from 'node:test';
import { App } from '../pages/app.mjs';
import { StartPage } from '../pages/start.mjs';
import { answerDialogs, cli, openWindow, run, steps } from '../support/window.mjs';

cli('office', 'init', '--demo');
const open = cli('classes', 'list').find(({ name }) => name === 'Angkatan I');

/** A clerk has this long for one meeting. */
const ENTRY_LIMIT = 30_000;

const step = steps();
let window;
let app;
let mentee;
let pair;

after(() => window?.close());

/** The text of a shown element. */
async function textOf(role, name) {
  return (await window.role(role, name)).getProperty('innerText');
}

step('mentors and nobody paired yet', async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
  await window.keys('Alt+7');
  await app.at('/mentoring', 'Mentor');
  await window.text('Belum ada pasangan');
  await window.screen('belum-ada-pasangan');
  await app.open('/mentoring/orphans');
  await window.screen('tanpa-mentor-kosong');
  await app.open('/mentoring/mentors');
  await window.role('grid', 'Daftar mentor');
  await window.screen('daftar-mentor');
});

step('a mentor from outside is made with a field and a period', async () => {
  await window.keys('Ctrl+N');
  await app.at('/mentoring/mentors/new', 'Tambah mentor');
  await app.focused('Orang');
  await window.screen('mentor-baru');
  await app.tabTo('Dari daftar ASN', { back: true });
  await window.keys('Right');
  await app.tabTo('Nama dengan gelar');
  await window.type('Prof. Dr. Ir. H. Anwar Fadhilah Notokusumo Hadiningrat, M.Si., M.Kom., Ph.D.');
  await app.tabTo('Bidang');
  await window.type('Pelayanan publik');
  await app.tabTo('Bukti');
  await window.type('Guru besar administrasi publik');
  await app.press('Tambah bidang');
  await app.focused('Bidang');
  await window.type('Tata naskah dinas dan kearsipan');
  await app.tabTo('Paling banyak');
  await window.type('3');
  await app.press('Tambah waktu');
  await app.focused('Mulai');
  await window.type('01012026');
  await window.keys('Enter');
  await window.type('31122026');
  await window.screen('mentor-dari-luar');
  await window.keys('Ctrl+Enter');
  await window.role('heading', /^Prof\. Dr\. Ir\. H\. Anwar/);
  await window.role('button', 'Batalkan');
  await window.screen('satu-mentor');
});

step('a class is paired and approved', async () => {
  await app.open(`/classes/${open.id}/mentoring`);
  await app.press('Pasangkan');
  await app.press('Setujui…', { back: true });
  await app.focused(/^Setujui \d+ pasangan$/);
  await window.keys('Enter');
  await app.closed('dialog');
});

step('the pairs say how long they have been silent', async () => {
  await window.keys('Alt+7');
  await app.at('/mentoring', 'Mentor');
  await window.role('list', 'Angka mentoring');
  await window.text('diam ');
  await window.text('36 pasangan');
  await window.screen('pasangan');
});

step('three meetings are typed, each within half a minute; the third of the month earns nothing and says why', async () => {
  await app.focused('Cari peserta, mentor, atau NIP');
  await window.keys('Enter');
  await app.focused('Tanggal');
  pair = await app.address();
  mentee = await window.browser.execute(() => document.querySelector('main h1').innerText);
  await window.screen('satu-pasangan');
  for (const [day, topic] of [['03032026', 'Menyusun telaahan staf'], ['10032026', 'Alur layanan'], ['17032026', 'Mengukur waktu layanan']]) {
    const began = Date.now();
    await window.type(day);
    await window.keys('Enter');
    await window.type(topic);
    await window.keys('Enter');
    await window.type('Membaca dua contoh, lalu menulis bagian pertama bersama.');
    await window.keys('Tab');
    await window.type('Menyelesaikan bagian kedua.');
    await window.keys('Ctrl+Enter');
    await window.role('row', new RegExp(topic));
    await app.focused('Tanggal');
    assert.ok(Date.now() - began < ENTRY_LIMIT, `${topic} took ${Date.now() - began} ms`);
  }
  await window.text('3 pertemuan, 4 JP');
  assert.match(await textOf('row', /Mengukur waktu layanan/), /\t0 · .{10,}/s);
  assert.match(await textOf('row', /Alur layanan/), /\t2/);
  await window.screen('catatan');
});

step('both sides judge, and what is wrong is named at its field', async () => {
  await app.press('Isi penilaian tengah oleh peserta');
  await app.focused('Nilai');
  await window.type('850');
  await window.keys('Ctrl+Enter');
  await window.text('perlu dibetulkan');
  await window.screen('penilaian-ditolak');
  await app.tabTo('Nilai');
  await window.keys('Ctrl+A');
  await window.type('85,5');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.role('button', 'Ubah penilaian tengah oleh peserta: 85,50');
});

step('the form to be signed is printed, and the log', async () => {
  await app.press('Cetak formulir', { back: true });
  await app.drawn();
  await window.screen('formulir');
  const file = join(run.files, 'formulir.pdf');
  answerDialogs(file);
  await app.press('Simpan berkas');
  await window.text('Tersimpan di');
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  assert.match(text, /Paraf/);
  await app.open(pair);
  await app.focused('Tanggal');
  await app.press('Cetak catatan', { back: true });
  await app.drawn();
  await window.screen('catatan-cetak');
  await app.open(pair);
  await app.focused('Tanggal');
});

step('what was earned stands in the ledger of the participant', async () => {
  await app.press(mentee);
  await app.at(await app.address());
  await app.press('JP');
  await window.role('row', /Mengukur waktu layanan|17\/03\/2026/);
  assert.match(await textOf('row', /^Jumlah/), /4 JP/);
  await window.screen('jp-peserta');
});

step('a mentor who leaves leaves orphans, and the home screen tells', async () => {
  await app.open('/mentoring/mentors');
  await app.focused('Cari nama, NIP, bidang, atau unit kerja');
  await window.keys('Enter');
  await app.at(await app.address());
  await app.press('Mentor berhenti…');
  await window.role('dialog', /berhenti sebagai mentor/);
  await window.type('Pindah tugas ke provinsi');
  await window.screen('mentor-berhenti');
  await window.keys('Ctrl+Enter');
  await app.closed('dialog');
  await window.text('Tidak aktif');
  await window.screen('mentor-sudah-berhenti');
  await app.open('/mentoring/orphans');
  await window.screen('tanpa-mentor');
  await app.open('/');
  await window.text('kehilangan mentor');
  await window.screen('beranda');
});
