// Running a list of steps: what each is, how long it took, and the end of its output when it fails.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
export const windows = process.platform === 'win32';
export const program = (name) => join(target, 'debug', windows ? `${name}.exe` : name);

// A fresh installation of Rust is not in the path of shells that were open before it.
const cargoBin = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin');
if (existsSync(cargoBin)) process.env.PATH = `${process.env.PATH}${delimiter}${cargoBin}`;

const TAIL_LINES = 80;
const done = [];
let current = '';

export const say = (line) => console.log(line);

/** Ends the run with what is wrong and what to do. */
export function stop(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

/** Whether a program can be started and ends well. */
export function works(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore', shell: windows }).status === 0;
}

/** The output of a program, or an empty text when it cannot be had. */
export function ask(command, ...args) {
  const answer = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: windows });
  return answer.status === 0 ? answer.stdout.trim() : '';
}

/** Runs one step. With `live` its output is shown as it comes; otherwise it is kept, and shown when the step fails. */
export async function step(title, command, args, { live = false, env = {} } = {}) {
  current = title;
  const began = Date.now();
  say(`▸ ${title}`);
  let log = '';
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    shell: windows,
  });
  const keep = (part) => {
    log += part;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // Long steps are seen to be alive.
  const heartbeat = setInterval(() => say(`  … ${seconds(began)}`), 60_000);
  const code = await new Promise((end) => {
    child.once('error', (error) => {
      keep(`${command}: ${error.message}\n`);
      end(127);
    });
    child.once('close', (exit) => end(exit ?? 1));
  });
  clearInterval(heartbeat);
  if (!live) keepLog(title, log);
  if (code !== 0) {
    if (!live) say(log.trimEnd().split('\n').slice(-TAIL_LINES).join('\n'));
    say(`✗ ${title} failed after ${seconds(began)}: ${[command, ...args].join(' ')}`);
    summary(false);
    process.exit(code > 125 ? 1 : code);
  }
  say(`  ok ${seconds(began)}`);
  done.push({ title, time: Date.now() - began });
  return log;
}

/** One line at the end. */
export function summary(passed) {
  const total = done.reduce((sum, { time }) => sum + time, 0);
  const minutes = `${Math.floor(total / 60_000)} min ${Math.round((total % 60_000) / 1000)} s`;
  say(passed ? `passed: ${done.length} steps in ${minutes}` : `failed at: ${current} (${done.length} steps passed before)`);
}

export const npm = (...args) => [windows ? 'npm.cmd' : 'npm', args];

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

function keepLog(title, log) {
  const folder = join(target, 'log');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${title.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}.log`), log);
}
