// `npm start`: from a machine with only Rust and Node to the open window. Without a display it does the main job on
// the sample files instead and says what it made. Further arguments go to the window: npm start -- --data DIR
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { npm, program, root, say, step, stop } from './steps.mjs';
import { checkTools, nodePackages, systemPackages } from './system.mjs';

const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

checkTools();
if (headless) await withoutWindow();
else await withWindow();

async function withWindow() {
  await systemPackages('core', 'window');
  await nodePackages();
  await step('screens', ...npm('run', '--silent', 'ui:build'));
  await step('window (the first build takes several minutes)', 'cargo', ['build', '--locked', '-p', 'binaasn'], {
    live: true,
  });
  say('BinaASN dibuka.');
  const window = spawn(program('binaasn'), process.argv.slice(2), { stdio: 'inherit' });
  window.once('error', (error) => stop(`The window cannot be started: ${error.message}`));
  window.once('exit', (code) => process.exit(code ?? 1));
}

async function withoutWindow() {
  say('Komputer ini tidak punya layar, jadi jendela tidak dibuka; pekerjaan utama dikerjakan pada berkas contoh ke folder out/.');
  say('(No display: the main job is done on the sample files into out/ instead.)');
  await systemPackages('core');
  await step('program for the terminal (the first build takes several minutes)', 'cargo', ['build', '--locked', '-p', 'cli'], {
    live: true,
  });

  const out = join(root, 'out');
  const data = join(out, 'data');
  rmSync(data, { recursive: true, force: true });
  const folders = Object.fromEntries(
    ['sertifikat', 'sertifikat-gabungan', 'rekap'].map((name) => [name, join(out, name)]),
  );
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  const samples = join(root, 'tests/fixtures/contoh');
  const workbooks = readdirSync(samples).filter((name) => name.endsWith('.xlsx')).sort();
  const isClass = (name) => name.startsWith('buku-kelas');

  binaasn(data, 'office', 'init', '--demo');
  for (const name of workbooks.filter((one) => !isClass(one))) {
    const answer = binaasn(data, 'people', 'import', join(samples, name), '--skip-refused');
    say(`  ${name}: ${answer.new} ASN baru, ${answer.changed} berubah, ${answer.refused.length} baris ditolak`);
  }
  for (const name of workbooks.filter(isClass)) {
    const imported = binaasn(data, 'classes', 'import', join(samples, name), '--create-people');
    say(`  ${name}: ${imported.participants} peserta`);
    binaasn(data, 'classes', 'close', imported.class);
    const issue = ['certificates', 'issue', '--class', imported.class, '--out'];
    const single = binaasn(data, ...issue, folders.sertifikat);
    binaasn(data, ...issue, folders['sertifikat-gabungan'], '--merged');
    say(`  ${name}: ${single.issued} sertifikat terbit, ${single.refused.length} peserta belum berhak`);
    binaasn(data, 'classes', 'recap', imported.class, '--out', folders.rekap);
  }

  say('Yang dibuat:');
  for (const [name, folder] of Object.entries(folders)) list(name, folder);
}

/** One call of the program for the terminal; gives its JSON. */
function binaasn(data, ...args) {
  const answer = spawnSync(program('binaasn-cli'), ['--data', data, '--json', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (answer.status !== 0) {
    stop(`binaasn-cli ${args.join(' ')} ended with ${answer.status}:`, answer.stdout ?? answer.error?.message ?? '');
  }
  return answer.stdout.trim() === '' ? {} : JSON.parse(answer.stdout);
}

function list(name, folder) {
  const files = readdirSync(folder).sort();
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  say(`  ${relative(root, folder)}/: ${files.length} berkas, ${Math.ceil(bytes / 1024)} KB (${name})`);
  for (const file of files.slice(0, 5)) say(`    ${file}`);
  if (files.length > 5) say(`    … dan ${files.length - 5} lagi`);
}
