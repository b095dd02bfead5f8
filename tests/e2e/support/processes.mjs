// Starts the programs that an end-to-end run needs, and ends every one of them, also when the run fails.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const running = new Set();

/** Starts a program in a process group of its own, so that what it starts can be ended with it. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...options });
  child.log = '';
  const keep = (part) => {
    child.log = (child.log + part).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('error', (error) => keep(`${command}: ${error.message}\n`));
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** Ends a program and everything that it started. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
  // Children of children may outlive the group's leader.
  signal(child, 'SIGKILL');
}

export async function endAll() {
  await Promise.all([...running].map(end));
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group has already gone.
  }
}

process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    void endAll().then(() => process.exit(130));
  });
}

/** A port of this computer that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A virtual screen of an office PC's size. The server chooses a free display itself and says which;
 * its pixels lie in a file in the folder `memory`. */
export async function startScreen(memory) {
  const server = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1366x768x24', '-fbdir', memory, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const number = await new Promise((resolve, reject) => {
    let text = '';
    server.stdio[3].on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`Xvfb did not start:\n${server.log}`)));
  });
  return { server, display: `:${number}`, memory: join(memory, 'Xvfb_screen0') };
}

/** The driver between WebdriverIO and the window. */
export async function startDriver(program, environment) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const driver = start(program, ['--port', String(port), '--native-port', String(nativePort)], { env: environment });
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline && driver.exitCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/status`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { driver, port };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`tauri-driver did not start:\n${driver.log}`);
}
