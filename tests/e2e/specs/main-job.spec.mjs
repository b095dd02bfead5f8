// One office from nothing to its certificates and back, by keyboard.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { App } from '../pages/app.mjs';
import { Grid } from '../pages/grid.mjs';
import { StartPage } from '../pages/start.mjs';
import { answerDialogs, cli, openWindow, run, steps } from '../support/window.mjs';

const fixture = (path) => fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
const folder = (name) => {
  const path = join(run.files, name);
  mkdirSync(path);
  return path;
};
const pdfText = (file) => execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });

const step = steps();

/** The first name in the workbook. */
const first = /^Dr\. dr\. Hj\. Maria Magdalena/;
let window;
let app;
let issued;
let code;
let single;

after(() => window?.close());

/** Opens the window on the data folder of this run. */
async function start() {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
}

step('the first start asks for the office and keeps what is typed', async () => {
  await start();
  await window.role('heading', 'Selamat datang di BinaASN');
  await window.screen('selamat-datang');
  await app.focused('Pemerintah daerah');
  await window.type('PEMERINTAH KABUPATEN SUKAMAJU');
  await window.keys('Ctrl+Enter');
  await window.text('isian perlu dibetulkan');
  await window.screen('profil-kurang');
  await app.tabTo('Perangkat daerah');
  const profile = ['BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM', 'BKPSDM', 'Sukamaju', 'Jalan Melati 1', '36999', '', '', ''];
  for (const text of [...profile, 'Ani Lestari']) {
    await window.type(text);
    if (text !== 'Ani Lestari') await window.keys('Enter');
  }
  await window.keys('Ctrl+Enter');
  await app.focused('Nanti saja');
  await window.screen('logo');
  await window.keys('Enter');
  await app.at('/', 'Beranda');
  await window.text('Ani Lestari (Operator)');
  await window.screen('beranda-baru');
});

step('a list with a damaged NIP is refused at its cell; the rest is imported', async () => {
  await window.keys('Alt+2');
  await app.at('/people');
  await window.screen('asn-kosong');
  await app.press('Impor dari berkas …');
  await app.focused('Pilih berkas …');
  answerDialogs(fixture('import/nip-angka.xlsx'));
  await window.keys('Enter');
  await window.role('table', /^Kolom lembar/);
  await app.focused(/^Periksa \d+ baris$/);
  await window.screen('impor-kolom');
  await window.keys('Enter');
  await window.text('Ditolak');
  await window.text('B4: NIP tersimpan sebagai angka');
  await window.screen('impor-ditolak');
  assert.equal(await (await window.role('button', 'Impor 4 orang')).isEnabled(), false);
  await app.focused('Lewati 1 baris yang ditolak');
  await window.keys('Space', 'Ctrl+Enter');
  await window.text('4 orang tersimpan');
  await window.text('Ubah format kolom NIP menjadi Teks');
  await window.screen('impor-selesai');
});

step('the export of SIASN fills the register', async () => {
  await app.press('Impor berkas lain');
  await app.focused('Pilih berkas …');
  answerDialogs(fixture('contoh/data-asn-siasn.xlsx'));
  await window.keys('Enter');
  await app.focused(/^Periksa \d+ baris$/);
  await window.keys('Enter');
  await app.focused('Impor 180 orang');
  await app.press(/^4 Berubah/, { back: true });
  await window.screen('impor-berubah');
  await window.keys('Ctrl+Enter');
  await window.text('180 orang tersimpan');
  await app.focused('Ke daftar ASN');
  await window.keys('Enter');
  await app.at('/people');
  await window.text('180 orang');
  await app.focused('Cari nama, NIP, atau unit kerja');
  await window.type('maria kartikasari');
  await window.text('1 orang');
  await window.screen('cari-orang');
  await window.keys('Enter');
  await window.browser.waitUntil(async () => /^\/people\/[0-9a-f-]{36}$/.test(await app.address()));
  await app.at(await app.address());
  await window.keys('Esc');
});

step('a class comes whole from its workbook', async () => {
  await window.keys('Alt+6');
  await app.at('/classes');
  await window.screen('kelas-kosong');
  await app.press('Impor Buku Kelas…');
  await app.focused('Pilih berkas…');
  answerDialogs(fixture('import/buku-kelas-salah.xlsx'));
  await window.keys('Enter');
  await window.text('sel ditolak');
  await window.screen('buku-kelas-ditolak');
  answerDialogs(fixture('contoh/buku-kelas-pelayanan-publik.xlsx'));
  await app.press('Pilih berkas lain…');
  await window.browser.waitUntil(async () => (await (await window.role('button', 'Buat kelas')).isEnabled()));
  await window.screen('buku-kelas-periksa');
  await app.press('Buat kelas');
  await window.role('heading', 'Angkatan I');
  await window.text('36 peserta');
});

step('attendance is corrected by single keys, filled down and taken back', async () => {
  await app.press('Presensi');
  const grid = new Grid(app, 'Presensi');
  await app.tabTo(first);
  await window.keys('Right', 'h');
  await grid.stored('1/2', 'H');
  await window.keys('Right', 'x');
  await window.text('bukan tanda di kolom ini');
  await window.keys('d');
  await grid.stored('1/3', 'DL');
  await window.keys('h');
  await grid.stored('1/3', 'H');
  await grid.summary('1', '100 %');
  await window.keys('Shift+Down', 'Shift+Down', 'Shift+Down', 'Shift+Down', 'Ctrl+D');
  await grid.stored('5/3', 'H');
  await window.screen('presensi');
  await window.keys('Ctrl+Z');
  await window.text('Dibatalkan: ');
  await grid.stored('5/3', 'TK');
  await window.keys('Ctrl+Home');
  await app.press('Semua hadir', { back: true });
  await window.role('menuitem', /^Semua sesi \(2 kosong\)$/);
  await window.screen('semua-hadir');
  await window.keys('End');
  await app.focused('Semua sesi (2 kosong)');
  await window.keys('Enter');
  await window.browser.waitUntil(async () => !(await grid.blanks()).some((count) => count !== ''), {
    timeoutMsg: 'blank marks remain',
  });
});

step('scores are typed, refused, pasted from Excel and taken back', async () => {
  await app.press('Nilai');
  const grid = new Grid(app, 'Nilai');
  await app.tabTo(first);
  await window.type('101');
  await window.keys('Enter');
  await grid.refused('1/1');
  await window.keys('Up');
  await window.text('Belum tersimpan: ');
  await window.screen('nilai-ditolak');
  await window.type('85,5');
  await window.keys('Enter');
  await grid.stored('1/1', '85,50');
  const before = await grid.block(3, 2);
  await window.paste('90\t91,25\r\n92\t93\r\n');
  await grid.stored('2/1', '90');
  await grid.stored('3/2', '93');
  await window.screen('nilai-tempel');
  await window.keys('Ctrl+Z');
  await window.text('Dibatalkan: ');
  await grid.stored('2/1', before[1][0]);
  await grid.stored('3/2', before[2][1]);
  await window.paste(Array.from({ length: 40 }, () => '70\t70\t70\t70').join('\n'));
  await window.role('dialog', 'Tempelan lebih besar daripada tabel');
  await window.screen('tempelan-besar');
  await window.keys('Esc');
  await grid.stored('2/1', before[1][0]);
});

step('closing freezes the results', async () => {
  await window.keys('Ctrl+Home');
  await app.press('Hasil', { back: true });
  await window.text('Hasil sementara');
  await window.screen('hasil');
  await app.press('Tutup kelas', { back: true });
  await window.role('dialog', 'Tutup kelas dan bekukan hasil?');
  await app.focused('Tutup kelas');
  await window.screen('tutup-kelas');
  await window.keys('Enter');
  await window.text('Ditutup');
  await window.text('Hasil sudah dibekukan');
});

step('certificates are looked at, then issued once', async () => {
  await app.press('Sertifikat', { back: true });
  await app.focused('Cari nama, NIP, atau nomor');
  await window.keys('Enter');
  await app.drawn();
  await window.screen('pratinjau');
  await window.keys('Esc');
  await app.closed('dialog');
  const button = await window.role('button', /^Terbitkan \d+ sertifikat$/);
  issued = Number((await button.getProperty('innerText')).match(/\d+/)[0]);
  await app.press(`Terbitkan ${issued} sertifikat`, { back: true });
  await window.role('dialog', `Terbitkan ${issued} sertifikat?`);
  await app.focused(`Terbitkan ${issued} sertifikat`);
  await window.screen('terbitkan');
  await window.press('Enter', 'Enter');
  await app.closed('dialog');
  await window.text(`Terbitkan ${issued} sertifikat, `);
  await window.role('button', 'Batalkan');
  await window.screen('sudah-terbit');
});

step('Ctrl+Z takes back the issue, and the journal tells', async () => {
  await window.keys('Alt+-');
  await app.at('/safety');
  await window.keys('Ctrl+Z');
  await window.text(`Dibatalkan: Terbitkan ${issued} sertifikat`);
  await window.browser.waitUntil(
    async () => (await (await window.role('row', /^Terbitkan \d+ sertifikat/)).getProperty('innerText')).includes('\nDibatalkan'),
    { timeoutMsg: 'the journal does not say that the issue is taken back' },
  );
  await window.screen('jurnal');
  await window.keys('Alt+9');
  await app.at('/certificates');
  await window.text('Belum ada sertifikat');
  await window.screen('belum-ada-sertifikat');
});

step('issued again, saved as one file and as one for each person', async () => {
  await app.palette('pelayanan angkatan', 'Pelatihan Pelayanan Publik Angkatan I');
  await window.role('heading', 'Angkatan I');
  await app.focused('Cari nama, NIP, atau unit');
  await app.press('Sertifikat', { back: true });
  await app.press(`Terbitkan ${issued} sertifikat`, { back: true });
  await app.focused(`Terbitkan ${issued} sertifikat`);
  await window.keys('Enter');
  await app.closed('dialog');
  const merged = folder('gabungan');
  answerDialogs(merged);
  await app.press('Simpan PDF', { back: true });
  await app.focused('Simpan PDF gabungan…');
  await window.keys('Enter');
  await window.text(`1 berkas tersimpan di ${merged}`);
  const one = readdirSync(merged);
  assert.equal(one.length, 1);
  const text = pdfText(join(merged, one[0]));
  const numbers = [...text.matchAll(/Nomor\s*:\s*(\S+)/g)].map(([, number]) => number);
  assert.equal(new Set(numbers).size, issued);
  assert.equal(text.split('\f').length - 1, 2 * issued, 'pages');
  assert.match(text, /PEMERINTAH KABUPATEN SUKAMAJU/);
  single = folder('per-orang');
  answerDialogs(single);
  await app.press('Simpan PDF', { back: true });
  await app.focused('Simpan PDF gabungan…');
  await window.keys('Down', 'Enter');
  await window.text(`${issued} berkas tersimpan di ${single}`);
  assert.equal(readdirSync(single).length, issued);
});

step('a certificate is verified by its code, and a changed digit fails', async () => {
  await window.keys('Alt+9');
  await app.at('/certificates');
  await window.text(`${issued} sertifikat`);
  await window.keys('Enter');
  await app.drawn();
  code = await window.browser.execute(() => document.querySelector('main').innerText.match(/BINAASN1\|[^\n]+/)[0]);
  await window.screen('satu-sertifikat');
  await app.palette('Periksa Sertifikat');
  await app.focused('Kode, nomor, atau isi QR');
  await window.type(code);
  await window.keys('Enter');
  await window.role('heading', 'Asli dan berlaku');
  await window.screen('asli');
  await window.type(code.replace(/\d(?=\|)/, (digit) => String((Number(digit) + 1) % 10)));
  await window.keys('Enter');
  await window.role('heading', 'Tidak asli');
  await window.screen('tidak-asli');
  answerDialogs(join(single, readdirSync(single).sort()[0]));
  await app.press('Dari berkas…');
  await window.role('heading', 'Asli dan berlaku');
});

step('the terminal finds the same office', async () => {
  await window.close();
  window = undefined;
  const list = cli('certificates', 'list');
  assert.equal(list.length, issued);
  assert.equal(new Set(list.map((row) => row.number)).size, issued);
  assert.ok(list.some((row) => row.code === code));
  assert.equal(cli('certificates', 'verify', code).valid, true);
  assert.equal(cli('people', 'find', 'maria kartikasari').length, 1);
  assert.equal(cli('classes', 'list')[0].state, 'closed');
  assert.equal(cli('safety', 'check').ok, true);
});

step('after a restart the last step can still be taken back', async () => {
  await start();
  await window.text('Ani Lestari (Operator)');
  await window.keys('Ctrl+Z');
  await window.text(`Dibatalkan: Terbitkan ${issued} sertifikat`);
  await window.screen('dibatalkan-setelah-mulai-lagi');
  await window.close();
  window = undefined;
  assert.deepEqual(cli('certificates', 'list'), []);
  assert.equal(cli('safety', 'check').ok, true);
});
