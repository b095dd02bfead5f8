// Every screen and tab, each with a picture that axe and the window's policy agree with.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { App } from '../pages/app.mjs';
import { StartPage } from '../pages/start.mjs';
import { cli, openWindow, run } from '../support/window.mjs';

const book = fileURLToPath(new URL('../../fixtures/contoh/buku-kelas-pelayanan-publik.xlsx', import.meta.url));

// A demo office with one class that is being filled in, and one that is closed with its certificates.
cli('office', 'init', '--demo');
const open = cli('classes', 'list').find(({ name }) => name === 'Angkatan I');
const { class: closed } = cli('classes', 'import', book, '--create-people');
cli('classes', 'close', closed);
cli('certificates', 'issue', '--class', closed, '--out', run.files);
const [newest, second] = cli('certificates', 'list');
cli('certificates', 'revoke', second.id, '--reason', 'Nama salah tulis');
cli('certificates', 'register', '--out', join(run.files, 'register'));
const [person] = cli('people', 'find', newest.nip);

let window;
let app;
before(async () => {
  window = await openWindow();
  await new StartPage(window).shown();
  app = new App(window);
});
after(() => window?.close());

/** A screen: its address and the name of its picture. */
const screens = [
  ['/', 'beranda'],
  ['/people', 'asn'],
  ['/people/new', 'asn-baru'],
  ['/people/import', 'impor'],
  ['/people/units', 'unit'],
  ['/people/duplicates', 'ganda'],
  [`/people/${person.id}`, 'orang'],
  [`/people/${person.id}/history`, 'orang-riwayat'],
  [`/people/${person.id}/classes`, 'orang-kelas'],
  [`/people/${person.id}/jp`, 'orang-jp'],
  ['/programmes', 'program'],
  ['/classes', 'kelas'],
  ['/classes/new', 'kelas-baru'],
  ['/classes/import', 'buku-kelas'],
  [`/classes/${open.id}`, 'peserta'],
  [`/classes/${open.id}/sessions`, 'jadwal'],
  [`/classes/${open.id}/attendance`, 'presensi'],
  [`/classes/${open.id}/projects`, 'proyek'],
  [`/classes/${open.id}/projects/new`, 'proyek-baru'],
  [`/classes/${open.id}/scores`, 'nilai'],
  [`/classes/${open.id}/scheme`, 'skema'],
  [`/classes/${open.id}/tests`, 'tes'],
  [`/classes/${open.id}/tests/gains`, 'peningkatan'],
  [`/classes/${open.id}/results`, 'hasil'],
  [`/classes/${open.id}/evaluation`, 'evaluasi-kelas'],
  [`/classes/${open.id}/evaluation/rounds/new`, 'pengumpulan-baru'],
  [`/classes/${open.id}/certificates`, 'terbit'],
  [`/classes/${open.id}/data`, 'data-kelas'],
  [`/classes/${closed}/attendance`, 'presensi-tertutup'],
  [`/classes/${closed}/scores`, 'nilai-tertutup'],
  [`/classes/${closed}/results`, 'hasil-tertutup'],
  [`/classes/${closed}/evaluation`, 'evaluasi-tertutup'],
  [`/classes/${closed}/minutes`, 'berita-acara'],
  [`/classes/${closed}/ranking`, 'peringkat'],
  [`/classes/${closed}/recap`, 'rekap'],
  [`/classes/${closed}/certificates`, 'sudah-terbit'],
  ['/mentoring', 'pasangan-kosong'],
  ['/mentoring/orphans', 'tanpa-mentor'],
  ['/mentoring/mentors', 'daftar-mentor'],
  ['/mentoring/mentors/new', 'mentor-baru'],
  ['/evaluation', 'evaluasi'],
  ['/evaluation/feedback', 'penilaian-peserta'],
  ['/evaluation/followups', 'tindak-lanjut'],
  ['/evaluation/improvements', 'perbaikan'],
  ['/certificates', 'sertifikat'],
  [`/certificates/${newest.id}`, 'satu-sertifikat'],
  [`/certificates/${second.id}`, 'sertifikat-dicabut'],
  ['/certificates/verify', 'periksa'],
  ['/voice', 'skm'],
  ['/voice/surveys/new', 'survei-baru'],
  ['/voice/yearly', 'skm-tahunan'],
  ['/voice/complaints', 'pengaduan'],
  ['/voice/complaints/new', 'pengaduan-baru'],
  ['/voice/services', 'layanan'],
  ['/needs', 'kebutuhan-peta'],
  ['/needs/list', 'kebutuhan-daftar'],
  ['/needs/proposals', 'kebutuhan-usulan'],
  ['/needs/standards', 'kebutuhan-standar'],
  ['/needs/standards/grades', 'kebutuhan-jenjang'],
  ['/needs/standards/competencies', 'kompetensi'],
  ['/needs/rules', 'kebutuhan-aturan'],
  ['/needs/sources', 'sumber-kebutuhan'],
  ['/needs/readiness', 'kesiapan'],
  ['/planning/partners', 'mitra'],
  ['/planning/speakers', 'narasumber'],
  ['/planning/names', 'nama-anggaran'],
  ['/planning/compare', 'banding-rencana'],
  ['/schedule/conflicts', 'bentrok'],
  ['/schedule/proposal', 'usulan-jadwal'],
  ['/schedule/publications', 'terbitan'],
  ['/schedule/rooms', 'ruang'],
  ['/schedule/holidays', 'libur'],
  ['/schedule/busy', 'masa-sibuk'],
  ['/schedule/limits', 'batas-unit'],
  ['/schedule/rule', 'aturan-jadwal'],
  ['/safety', 'jurnal'],
  ['/safety/backups', 'cadangan'],
  ['/safety/check', 'periksa-data'],
  ['/office', 'profil'],
  ['/office/signatories', 'penanda-tangan'],
  ['/office/numbering', 'penomoran'],
  ['/office/text', 'teks'],
  ['/office/look', 'tampilan'],
  ['/office/attendance', 'aturan-presensi'],
  ['/office/schemes', 'skema-kantor'],
  ['/office/jp', 'konversi-jp'],
  ['/office/instruments', 'instrumen'],
  ['/office/followups', 'rencana-tindak-lanjut'],
  ['/office/skm', 'kuesioner-skm'],
  ['/office/complaints', 'batas-pengaduan'],
];
const dark = new Set(['beranda', 'asn', 'presensi', 'nilai', 'satu-sertifikat', 'jurnal', 'profil']);

for (const [address, name] of screens) {
  test(name, async () => {
    await app.open(address);
      await window.screen(name);
    assert.equal(await app.sideways(), 0, `${address} scrolls sideways`);
  });
}

test('the page of a programme', async () => {
  await app.open('/programmes');
  await app.focused('Cari nama, bentuk, atau bidang');
  await window.type('digital');
  await window.text('1 program');
  await window.keys('Enter');
  await window.browser.waitUntil(async () => (await app.address()) !== '/programmes');
  await app.at(await app.address(), open.programme_name);
  await window.screen('satu-program');
});

test('the palette and the list of shortcuts', async () => {
  await app.open('/people');
  await window.keys('Ctrl+K');
  await app.focused('Cari apa saja');
  await window.screen('palet');
  await window.type(person.name.slice(0, 6));
  await window.text('Ditemukan');
  await window.screen('palet-cari');
  await window.keys('Esc');
  await gone('Cari apa saja');
  await window.keys('F1');
  await window.role('dialog', 'Daftar pintasan');
  await window.screen('pintasan');
  await window.keys('Esc');
  await gone('Daftar pintasan');
});

test('the rooms answer to Alt and a key of the upper row', async () => {
  const rooms = {
    1: '/', 2: '/people', 3: '/needs', 4: '/planning', 5: '/schedule', 6: '/classes', 7: '/mentoring', 8: '/evaluation',
    9: '/certificates', 0: '/voice', '-': '/safety', '=': '/office',
  };
  for (const [key, address] of Object.entries(rooms)) {
    await window.keys(`Alt+${key}`);
    await app.at(address);
  }
});

test('dark', async (t) => {
  await (await window.role('button', 'Tampilan gelap')).click();
  await window.role('button', 'Tampilan terang');
  for (const [address, name] of screens.filter(([, one]) => dark.has(one))) {
    await t.test(name, async () => {
      await app.open(address);
          await window.screen(`gelap-${name}`);
    });
  }
});

async function gone(dialog) {
  await window.browser.waitUntil(async () => (await window.findRole('dialog', dialog)) === undefined, {
    timeoutMsg: `${dialog} does not close`,
  });
}
