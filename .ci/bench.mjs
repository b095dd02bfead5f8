// `npm run bench [-- SECTION ...]`: the figures of docs/benchmarks.md, each beside a yardstick of the same run.
// A table, never a test: a slow machine fails nothing.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { endAll, end, start, startScreen } from '../tests/e2e/support/processes.mjs';
import { checkTools, nodePackages, systemPackages } from './system.mjs';
import { npm, root, say, step, stop, target } from './steps.mjs';

const release = (name) => join(target, 'release', name);
const sections = { certificates, import: imports, search, window: windows };
const rows = [];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in sections));
if (unknown.length > 0) stop(`Unknown section ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}`);

checkTools();
await systemPackages('core', 'window', 'test', 'bench');
await nodePackages();
try {
  for (const [name, section] of Object.entries(sections)) {
    if (wanted.length === 0 || wanted.includes(name)) await section();
  }
} finally {
  await endAll();
}
say(`\n${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}\n`);
printTable(rows);
process.exit(0);

/** One line of the table. */
function figure(what, ours, yardstick, target = '') {
  rows.push({ what, ours, yardstick, target });
}

/** 1,000 two-page certificates as one file and as 1,000, beside krilla and ReportLab drawing the same. */
async function certificates() {
  await step('build: certificates', 'cargo', [
    'build', '--locked', '--release', '-p', 'documents', '--example', 'certificates',
  ]);
  const krilla = join(target, 'bench-krilla');
  await step('build: krilla', 'cargo', [
    'build', '--locked', '--release', '--manifest-path', 'tests/bench/krilla/Cargo.toml', '--target-dir', krilla,
  ]);
  const python = join(target, 'bench-python');
  if (!existsSync(join(python, 'bin/pip'))) await step('python environment', 'python3', ['-m', 'venv', python]);
  await step('ReportLab', join(python, 'bin/pip'), ['install', '--quiet', 'reportlab', 'pillow']);
  const engines = {
    ours: (...args) => measure(release('examples/certificates'), args),
    krilla: (...args) => measure(join(krilla, 'release/krilla-certificates'), args),
    ReportLab: (...args) => measure(join(python, 'bin/python'), ['tests/bench/reportlab_certificates.py', ...args]),
  };
  const count = 1000;
  for (const kind of ['merged', 'files']) {
    const shown = {};
    for (const [name, engine] of Object.entries(engines)) {
      const folder = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
      const { ms, peak } = await engine(kind, String(count), folder);
      const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
      shown[name] = `${perSecond(count, ms)}, peak ${megabytes(peak)}, ${(bytes / count / 1024).toFixed(1)} KB each`;
      rmSync(folder, { recursive: true, force: true });
    }
    const { ours, ...others } = shown;
    const yardstick = Object.entries(others).map(([name, text]) => `${name} ${text}`);
    figure(`${count} certificates, ${kind}`, ours, yardstick.join('; '), 'faster; < 150 MB; ≤ 25 KB as single files');
  }
}

/** 15,000 people from XLSX, beside calamine alone. */
async function imports() {
  say('import: not measured yet');
}

/** Search at 15,000 people. */
async function search() {
  say('search: not measured yet');
}

/** From the start of the program to the first quiet screen, and the memory then, beside an empty Tauri window. */
async function windows() {
  if (process.platform !== 'linux') return say('window: measured on Linux only');
  await step('build: screens', ...npm('run', '--silent', 'ui:build'));
  await step('build: window', 'cargo', ['build', '--locked', '--release', '-p', 'binaasn', '-p', 'cli']);
  await step('build: empty window', 'cargo', [
    'build', '--locked', '--release', '--manifest-path', 'tests/bench/empty-window/Cargo.toml', '--target-dir', target,
  ]);
  const data = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
  await step('15,000 people', release('binaasn-cli'), ['--data', data, 'office', 'init', '--demo', '--people', '15000']);
  const runs = 5;
  const ours = await medianStart(runs, release('binaasn'), ['--data', data]);
  const empty = await medianStart(runs, release('empty-window'), []);
  const times = (ratio) => `${ratio.toFixed(2)} times`;
  figure(
    `window: start to first screen (median of ${runs})`,
    `${ours.ms} ms`, `${empty.ms} ms (empty window)`, `≤ 1.5 times: ${times(ours.ms / empty.ms)}`,
  );
  figure('window: memory of all its processes', megabytes(ours.memory), `${megabytes(empty.memory)} (empty window)`);
  rmSync(data, { recursive: true, force: true });
}

async function medianStart(runs, program, args) {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await windowStart(program, args));
  const median = (key) => all.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
  return { ms: median('ms'), memory: median('memory') };
}

/** Watches the virtual screen from outside, the same for both windows: the last change before a quiet time. */
async function windowStart(program, args) {
  const home = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
  const screen = await startScreen(home);
  const look = () => createHash('sha1').update(readFileSync(screen.memory)).digest('hex');
  const began = performance.now();
  const window = start(program, args, {
    env: {
      ...process.env, DISPLAY: screen.display, HOME: home, XDG_RUNTIME_DIR: home, WAYLAND_DISPLAY: '',
      DBUS_SESSION_BUS_ADDRESS: 'disabled:', NO_AT_BRIDGE: '1',
    },
  });
  let [seen, changed, changes] = [look(), began, 0];
  while (performance.now() - began < 30_000) {
    await new Promise((next) => setTimeout(next, 10));
    const now = performance.now();
    const shown = look();
    if (shown !== seen) [seen, changed, changes] = [shown, now, changes + 1];
    if (changes > 0 && now - changed > 2000) break;
  }
  const memory = memoryOfGroup(window.pid);
  await end(window);
  await end(screen.server);
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  return { ms: Math.round(changed - began), memory };
}

/** Proportional memory of a program and everything that it started, in bytes. */
function memoryOfGroup(leader) {
  let kilobytes = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const group = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[2];
      if (Number(group) !== leader) continue;
      kilobytes += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // The process has ended meanwhile.
    }
  }
  return kilobytes * 1024;
}

/** Runs a program to its end: wall time, peak resident memory, and what it printed. */
export async function measure(command, args) {
  if (!existsSync(command)) stop(`${command} is missing`);
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let [output, peak] = ['', 0];
  child.stdout.on('data', (part) => {
    output += part;
  });
  const poll = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // Between its last breath and its exit.
    }
  }, 5);
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(poll);
  if (code !== 0) stop(`${command} ${args.join(' ')} ended with ${code}`);
  return { ms: performance.now() - began, peak, output };
}

function perSecond(count, ms) {
  return `${Math.round((count * 1000) / ms)}/s`;
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function printTable(lines) {
  say('| what | BinaASN | yardstick | target |');
  say('|---|---|---|---|');
  for (const { what, ours, yardstick, target: goal } of lines) say(`| ${what} | ${ours} | ${yardstick} | ${goal} |`);
}
