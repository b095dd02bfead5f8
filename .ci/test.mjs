// `npm test`: everything that must hold, from a machine with only Rust and Node. The first failure ends it.
//
//   npm test              all of it
//   npm run check         the inner loop: no system packages, no shell, no window
import { checkTools, driver, nodePackages, systemPackages } from './system.mjs';
import { npm, say, step, summary } from './steps.mjs';

const fast = process.argv.includes('--fast');
const cargo = (title, ...args) => step(title, 'cargo', args);
const script = (title, name, ...rest) => step(title, ...npm('run', '--silent', name, ...rest));

checkTools();
if (!fast) await systemPackages('core', 'window', 'test');
await nodePackages();

await cargo('rust: format', 'fmt', '--all', '--check');
await cargo('rust: clippy', 'clippy', '--locked', '--all-targets', '--', '-D', 'warnings');
await cargo('rust: tests', 'test', '--locked', '--quiet');
await script('ui: types', 'ui:types');
await script('ui: lint', 'ui:lint');
await script('ui: tests', 'ui:test');

if (!fast) {
  // The built screens are compiled into the shell: first they, then it.
  await script('ui: build', 'ui:build');
  await cargo('shell: clippy', 'clippy', '--locked', '-p', 'binaasn', '--all-targets', '--', '-D', 'warnings');
  await cargo('shell: tests and bindings', 'test', '--locked', '--quiet', '-p', 'binaasn');
  await cargo('shell: build', 'build', '--locked', '-p', 'binaasn', '-p', 'cli');
  if (process.platform === 'linux') {
    await driver();
    await step('end to end in the real window', process.execPath, ['tests/e2e/run.mjs'], { live: true });
  } else {
    say('The end-to-end run needs Linux (WebKitWebDriver, Xvfb); left out here.');
  }
}
summary(true);
