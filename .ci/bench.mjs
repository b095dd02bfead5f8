// `npm run bench [-- SECTION ...]`: the figures of docs/benchmarks.md, each beside a yardstick of the same run.
// A table, never a test: a slow machine fails nothing.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { endAll, end, start, startScreen } from '../tests/e2e/support/processes.mjs';
import { checkTools, nodePackages, systemPackages } from './system.mjs';
import { mentoring } from './bench-mentoring.mjs';
import { schedule } from './bench-timetable.mjs';
import { planning } from './bench-planning.mjs';
import { npm, root, say, step, stop, target } from './steps.mjs';

const release = (name) => join(target, 'release', name);
/** Each program is run as often, in turns; the table shows medians. */
const ROUNDS = 5;
const sections = {
  certificates, import: imports, search, window: windows,
  mentoring: () => mentoring({ figure, interleaved, measure, megabytes, python, release, times }),
  schedule: () => schedule({ figure, interleaved, measure, median, python, release }),
  planning: () => planning({ figure, interleaved, measure, python, release, times }),
};
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
  const reportlab = await python('reportlab', 'pillow', 'zxing-cpp');
  const engines = {
    BinaASN: (...args) => measure(release('examples/certificates'), args),
    krilla: (...args) => measure(join(krilla, 'release/krilla-certificates'), args),
    ReportLab: (...args) => measure(reportlab, ['tests/bench/reportlab_certificates.py', ...args]),
  };
  const count = 1000;
  for (const kind of ['merged', 'files']) {
    const runs = await interleaved(ROUNDS, engines, async (engine) => {
      const folder = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
      const run = await engine(kind, String(count), folder);
      const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
      rmSync(folder, { recursive: true, force: true });
      return { ...run, bytes };
    });
    const [ours, ...others] = Object.entries(runs).map(([name, run]) => {
      const text = `${perSecond(count, run.ms)}, ${seconds(run.cpu)} CPU, peak ${megabytes(run.peak)}, ${(run.bytes / count / 1024).toFixed(1)} KB each`;
      return name === 'BinaASN' ? text : `${name} ${text} (we are ${times(run.ms / runs.BinaASN.ms)} as fast)`;
    });
    figure(`${count} certificates, ${kind}`, ours, others.join('; '), 'faster than both; < 150 MB; ≤ 25 KB beyond pictures as single files');
  }
}

/** 15,000 people from XLSX, beside calamine alone. */
async function imports() {
  const file = await people();
  const figures = release('examples/figures');
  const cli = release('binaasn-cli');
  const folder = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
  const fresh = async () => {
    rmSync(folder, { recursive: true, force: true });
    const made = await measure(cli, ['--data', folder, 'office', 'init']);
    return made.output;
  };
  const runs = await interleaved(ROUNDS, {
    calamine: () => measure(figures, ['calamine', file]),
    dry: () => fresh().then(() => measure(cli, ['--data', folder, '--json', 'people', 'import', file, '--dry-run'])),
    whole: () => fresh().then(() => measure(cli, ['--data', folder, '--json', 'people', 'import', file])),
    parts: async () => {
      rmSync(folder, { recursive: true, force: true });
      const run = await measure(figures, ['import', file, folder]);
      const { read, check, commit } = JSON.parse(run.output);
      return { ...run, ms: commit, read, check };
    },
  }, (one) => one());
  rmSync(folder, { recursive: true, force: true });
  const { calamine, dry, whole, parts } = runs;
  const shown = ({ ms, cpu, peak }) => `${Math.round(ms)} ms, ${seconds(cpu)} CPU, peak ${megabytes(peak)}`;
  const beside = `calamine ${shown(calamine)}`;
  const ratio = (run) => `≤ 3 times: ${times(run.ms / calamine.ms)} in time, ${times(run.cpu / calamine.cpu)} in CPU`;
  figure('import of 15,000 people: dry run, whole program', shown(dry), beside, ratio(dry));
  figure('import: read, check and commit, whole program', shown(whole), beside, ratio(whole));
  figure(
    'import: its parts inside', `read ${Math.round(parts.read)} ms, check ${Math.round(parts.check)} ms, commit ${Math.round(parts.ms)} ms`,
    `calamine ${Math.round(calamine.ms)} ms`, `commit alone ≤ 3 times: ${times(parts.ms / calamine.ms)}`,
  );
}

/** Search at 15,000 people, and the long lists. */
async function search() {
  const file = await people();
  const figures = release('examples/figures');
  const folder = mkdtempSync(join(tmpdir(), 'binaasn-bench-'));
  await measure(release('binaasn-cli'), ['--data', folder, 'office', 'init']);
  await measure(release('binaasn-cli'), ['--data', folder, 'people', 'import', file]);
  const runs = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.push(JSON.parse((await measure(figures, ['search', folder])).output));
  }
  const shown = (values) => ['p50', 'p99', 'max'].map((key) => `${key} ${median(values.map((one) => one[key])).toFixed(1)} ms`).join(', ');
  figure('search among 15,000: 1,000 queries', shown(runs.map((run) => run.all)), '', 'p99 < 16 ms');
  for (const kind of Object.keys(runs[0].kinds)) figure(`search: ${kind}`, shown(runs.map((run) => run.kinds[kind])), '');
  for (const verb of ['lists', 'feedback', 'voice', 'needs']) {
    const lists = JSON.parse((await measure(figures, [verb, folder])).output);
    for (const [name, one] of Object.entries(lists)) figure(`list: ${name}`, shown([one]), '', verb === 'needs' ? '≤ 1 s' : '< 100 ms');
  }
  rmSync(folder, { recursive: true, force: true });
}

/** The list of 15,000 people, made once. */
async function people() {
  await step('build: figures', 'cargo', [
    'build', '--locked', '--release', '-p', 'cli', '--example', 'figures', '--bin', 'binaasn-cli',
  ]);
  const file = join(target, 'bench/people.xlsx');
  mkdirSync(dirname(file), { recursive: true });
  await measure(release('examples/figures'), ['list', file, '15000']);
  return file;
}

/** A Python of our own with these packages. */
async function python(...packages) {
  const folder = join(target, 'bench-python');
  if (!existsSync(join(folder, 'bin/pip'))) await step('python environment', 'python3', ['-m', 'venv', folder]);
  await step(packages[0], join(folder, 'bin/pip'), ['install', '--quiet', ...packages]);
  return join(folder, 'bin/python');
}

/** Each in turn, round after round, so that a busy minute of the machine falls on all; then the medians. */
async function interleaved(rounds, engines, run) {
  const all = Object.fromEntries(Object.keys(engines).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, engine] of Object.entries(engines)) all[name].push(await run(engine));
  }
  const middle = (runs) => {
    const numbers = Object.keys(runs[0]).filter((key) => typeof runs[0][key] === 'number');
    return Object.fromEntries(numbers.map((key) => [key, median(runs.map((one) => one[key]))]));
  };
  return Object.fromEntries(Object.entries(all).map(([name, runs]) => [name, middle(runs)]));
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
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
  // The window is ended by a signal and leaves its log unwritten: the next start would check the whole file first.
  const closeProperly = () => measure(release('binaasn-cli'), ['--data', data, 'people', 'find', 'x']);
  const { ours, empty } = await interleaved(ROUNDS, {
    ours: () => closeProperly().then(() => windowStart(release('binaasn'), ['--data', data])),
    empty: () => windowStart(release('empty-window'), []),
  }, (one) => one());
  figure(
    'window: start to first screen, 15,000 people', `${ours.ms} ms`, `${empty.ms} ms (empty window)`,
    `≤ 1.5 times: ${times(ours.ms / empty.ms)}`,
  );
  figure(
    'window: memory of all its processes', megabytes(ours.memory), `${megabytes(empty.memory)} (empty window)`,
    times(ours.memory / empty.memory),
  );
  rmSync(data, { recursive: true, force: true });
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

/**
 * Runs a program to its end: wall time, CPU time, peak resident memory, and what it printed. With a limit (seconds) it
 * is ended then; the answer is null.
 */
async function measure(command, args, limit = Infinity) {
  if (!existsSync(command)) stop(`${command} is missing`);
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let [output, peak, cpu] = ['', 0, 0];
  child.stdout.on('data', (part) => {
    output += part;
  });
  const poll = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024);
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
      cpu = Math.max(cpu, (Number(user) + Number(system)) * 10);
    } catch {
      // Between its last breath and its exit.
    }
  }, 2);
  let late = false;
  const ending = limit < Infinity ? setTimeout(() => (late = child.kill('SIGKILL')), limit * 1000) : undefined;
  const code = await new Promise((done) => child.once('close', done));
  clearInterval(poll);
  clearTimeout(ending);
  if (late) return null;
  if (code !== 0) stop(`${command} ${args.join(' ')} ended with ${code}`);
  return { ms: performance.now() - began, cpu, peak, output };
}

function perSecond(count, ms) {
  return `${Math.round((count * 1000) / ms)}/s`;
}

function times(ratio) {
  return `${ratio.toFixed(2)} times`;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function printTable(lines) {
  say('| what | BinaASN | yardstick | target |');
  say('|---|---|---|---|');
  for (const { what, ours, yardstick, target: goal } of lines) say(`| ${what} | ${ours} | ${yardstick} | ${goal} |`);
}
