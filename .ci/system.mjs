// What the machine must have beside Rust and Node: says what is missing and why, and installs it where it can.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ask, npm, root, say, step, stop, target, windows, works } from './steps.mjs';

const TAURI_DRIVER = '2.1.0';

/** Debian and Ubuntu packages by what they are needed for. */
const PACKAGES = {
  core: [['build-essential', 'C compiler and linker, for SQLite and Rust']],
  window: [
    ['libwebkit2gtk-4.1-dev', 'the web view in which the window draws'],
    ['pkg-config', 'finds the web view when building'],
  ],
  test: [
    ['webkit2gtk-driver', 'drives the real window in the end-to-end run'],
    ['xvfb', 'a virtual screen for the end-to-end run'],
    ['poppler-utils', 'reads text and pages out of the PDFs that were made'],
  ],
  bench: [['python3-venv', 'ReportLab, for comparison']],
};

const ELSEWHERE = {
  win32: [
    'On Windows install, if missing:',
    '  - Visual Studio Build Tools with "Desktop development with C++" (winget install Microsoft.VisualStudio.2022.BuildTools)',
    '  - WebView2 Runtime, part of Windows 11 and of an updated Windows 10 (winget install Microsoft.EdgeWebView2Runtime)',
  ],
  darwin: ['On macOS install, if missing: the command line tools of Xcode (xcode-select --install)'],
};

/** Makes sure that Rust and Node are there and new enough. */
export function checkTools() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Node ${process.versions.node} is too old: install Node 20.19 or newer from https://nodejs.org`);
  }
  const wanted = /rust-version = "([\d.]+)"/.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))?.[1] ?? '1.95';
  const version = /cargo (\d+)\.(\d+)/.exec(ask('cargo', '--version'));
  if (version === null) {
    stop(
      'Rust tidak ditemukan / Rust is missing. Install it, open a new terminal, and run this again:',
      windows
        ? '  winget install Rustlang.Rustup'
        : "  curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y",
    );
  }
  const [needMajor, needMinor] = wanted.split('.').map(Number);
  if (Number(version[1]) < needMajor || (Number(version[1]) === needMajor && Number(version[2]) < needMinor)) {
    stop(`${version[0]} is too old: at least ${wanted} is needed. With rustup: rustup update stable`);
  }
}

/** Installs the system packages of the groups that are missing. */
export async function systemPackages(...groups) {
  if (process.platform !== 'linux') {
    for (const line of ELSEWHERE[process.platform] ?? []) say(line);
    return;
  }
  const wanted = groups.flatMap((group) => PACKAGES[group]);
  if (!works('dpkg-query', '--version')) {
    say('This Linux has no dpkg: install what these Debian packages hold, if it is missing:');
    for (const [name, reason] of wanted) say(`  - ${name}: ${reason}`);
    return;
  }
  const missing = wanted.filter(([name]) => !installed(name));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  say('Missing system packages, installed now:');
  for (const [name, reason] of missing) say(`  - ${name}: ${reason}`);
  const isRoot = process.getuid() === 0;
  if (!isRoot && !works('sudo', '--version')) {
    stop('Not root, and no sudo here. Run this as root, then start again:', `  apt-get install -y ${names.join(' ')}`);
  }
  const apt = (...args) => {
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return isRoot ? command : ['sudo', ...command];
  };
  // The package lists of a fresh machine are empty or old.
  const [updater, ...update] = apt('update');
  await step('package lists', updater, update);
  const [installer, ...install] = apt('install', '-y', '--no-install-recommends', ...names);
  await step(`install ${names.join(', ')}`, installer, install, { live: true });
}

/** Installs the packages of package-lock.json when they are not there or not current. */
export async function nodePackages() {
  const stamp = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  await step('npm ci', ...npm('ci', '--no-audit', '--no-fund'));
}

/** Installs the driver of the end-to-end run beside the build. */
export async function driver() {
  const tools = join(root, 'target/tools');
  const path = join(tools, 'bin', windows ? 'tauri-driver.exe' : 'tauri-driver');
  if (existsSync(path)) return;
  await step(`tauri-driver ${TAURI_DRIVER}`, 'cargo', [
    'install', 'tauri-driver', '--version', TAURI_DRIVER, '--locked', '--root', tools,
    '--target-dir', join(target, 'tools-build'),
  ]);
}

function installed(name) {
  return ask('dpkg-query', '-W', '-f', '${db:Status-Status}', name) === 'installed';
}
