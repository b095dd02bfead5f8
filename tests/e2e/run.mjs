// The end-to-end run: the real window on a virtual screen, driven as a person would.
//
//   npm run e2e [-- NAME ...]     only the specs whose file name holds one of the names
//
// Each spec is a process of its own with a fresh data folder, a fresh home for the web view, and its own driver. Three
// run at a time, each lane on a screen of its own: most of a spec's time is waiting.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, endAll, startDriver, startScreen } from './support/processes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
const programs = {
  window: join(target, 'debug/binaasn'),
  cli: join(target, 'debug/binaasn-cli'),
  driver: join(root, 'target/tools/bin/tauri-driver'),
};
const out = join(here, 'out');
const SPEC_LIMIT = 10 * 60_000;
const LANES = 3;

const wanted = process.argv.slice(2);
const specs = readdirSync(join(here, 'specs'))
  .filter((name) => name.endsWith('.spec.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

for (const [name, path] of Object.entries(programs)) {
  if (!existsSync(path)) {
    console.error(`${path} is missing (${name}). \`npm test\` builds it; by hand: cargo build -p binaasn -p cli`);
    process.exit(2);
  }
}
if (specs.length === 0) {
  console.error(`No spec is named like ${wanted.join(', ')}.`);
  process.exit(2);
}

mkdirSync(out, { recursive: true });
const failed = [];
const waiting = [...specs];
try {
  await Promise.all(Array.from({ length: Math.min(LANES, specs.length) }, lane));
} catch (error) {
  console.error(error);
  failed.push('start');
} finally {
  await endAll();
}
console.log(
  failed.length === 0
    ? `${specs.length} specs passed; screenshots in tests/e2e/out/`
    : `failed: ${failed.join(', ')}; screenshots in tests/e2e/out/`,
);
process.exit(failed.length === 0 ? 0 : 1);

/** Takes one spec after the other until none is left. */
async function lane() {
  const memory = mkdtempSync(join(tmpdir(), 'binaasn-screen-'));
  try {
    const screen = await startScreen(memory);
    for (let spec = waiting.shift(); spec !== undefined; spec = waiting.shift()) {
      const began = Date.now();
      const { code, said } = await runSpec(spec, screen);
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      // What a spec says stays together, whatever the other lane does meanwhile.
      console.log(`${said.trimEnd()}\n${code === 0 ? 'ok    ' : 'FAILED'} ${spec} (${seconds} s)`);
      if (code !== 0) failed.push(spec);
    }
  } finally {
    rmSync(memory, { recursive: true, force: true });
  }
}

/** Runs a spec on a screen: its exit code and what it said. */
async function runSpec(spec, screen) {
  const home = mkdtempSync(join(tmpdir(), 'binaasn-e2e-'));
  const folders = { data: join(home, 'data'), files: join(home, 'files'), runtime: join(home, 'runtime') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { mode: 0o700 });
  const answers = join(home, 'answers');
  writeFileSync(answers, '');
  const environment = {
    ...process.env,
    DISPLAY: screen.display,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'share'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: folders.runtime,
    // No session bus: nothing outside the run is reached, and nothing is left behind.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    NO_AT_BRIDGE: '1',
    GDK_BACKEND: 'x11',
    WAYLAND_DISPLAY: '',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Makassar',
    BINAASN_DIALOG_ANSWERS: answers,
  };
  const { driver, port } = await startDriver(programs.driver, environment);
  const name = spec.replace('.spec.mjs', '');
  for (const old of readdirSync(out).filter((file) => file.startsWith(`${name}-`))) rmSync(join(out, old));
  const child = spawn(process.execPath, ['--test-reporter=spec', join(here, 'specs', spec)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment,
      BINAASN_E2E: JSON.stringify({
        name,
        port,
        answers,
        out,
        screen: screen.memory,
        window: programs.window,
        cli: programs.cli,
        ...folders,
      }),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      said += part;
    });
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), SPEC_LIMIT);
  const code = await new Promise((done) => child.once('close', (exit) => done(exit ?? 1)));
  clearTimeout(timer);
  await end(driver);
  if (code !== 0 && driver.log.trim() !== '') said += `--- what the driver and the window said\n${driver.log}`;
  rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  return { code, said };
}
