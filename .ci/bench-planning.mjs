// The section `planning` of `npm run bench`: choosing under the budget beside HiGHS.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { step, stop, target } from './steps.mjs';

const KINDS = ['weak', 'strong'];
const SEEDS = [1, 2, 3];
const ROUNDS = 3;
/** Plans that both must solve to the proved optimum, and the milliseconds after which one is given up. */
const PROVED = [60, 3];
const LONGEST = 60_000;
/** Plans that are compared after so many milliseconds. */
const LARGE = [[120, 4], [200, 5]];
const LIMIT = 10_000;

export async function planning({ figure, interleaved, measure, python, release, times }) {
  await step('build: portfolio', 'cargo', [
    'build', '--locked', '--release', '-p', 'domain', '--example', 'portfolio', '-p', 'cli', '--bin', 'binaasn-cli',
  ]);
  const portfolio = release('examples/portfolio');
  const interpreter = await python('highspy', 'numpy');
  const folder = join(target, 'bench/portfolio');
  mkdirSync(folder, { recursive: true });
  for (const kind of KINDS) {
    for (const seed of SEEDS) await proved(kind, seed);
  }
  for (const size of LARGE) {
    for (const kind of KINDS) {
      for (const seed of SEEDS) await large(size, kind, seed);
    }
  }

  async function made(kind, size, seed) {
    const file = join(folder, `${kind}-${size.join('x')}-${seed}.json`);
    await measure(portfolio, ['make', kind, ...size.map(String), String(seed), file]);
    return file;
  }

  /** Whole processes in turns, each to its proof; the time that each says of solving alone stands beside. */
  async function proved(kind, seed) {
    const file = await made(kind, PROVED, seed);
    const inner = async (command, args) => {
      const run = await measure(command, args);
      const { ms, value, proven } = JSON.parse(run.output);
      return { whole: run.ms, alone: ms, value, proven: Number(proven) };
    };
    const runs = await interleaved(ROUNDS, {
      ours: async () => {
        const { output, ms } = await measure(release('binaasn-cli'), ['planning', 'solve', file, '--json']);
        const { status, value } = JSON.parse(output);
        return { ...(await inner(portfolio, ['time', file, String(LONGEST)])), whole: ms, value, proven: Number(status === 'optimal') };
      },
      highs: () => inner(interpreter, ['tests/bench/portfolio.py', file, String(LONGEST)]),
    }, (one) => one());
    const { ours, highs } = runs;
    if (ours.proven && highs.proven && ours.value !== highs.value) stop(`${file}: we find ${ours.value}, HiGHS ${highs.value}`);
    const shown = ({ whole, alone, proven }) =>
      `${milliseconds(whole)} (solving ${milliseconds(alone)})${proven ? '' : ', not proved'}`;
    figure(
      `choice, ${kind} ${PROVED.join('x')} (${seed}): proved optimum, whole process`, shown(ours), `HiGHS ${shown(highs)}`,
      `no slower than HiGHS: ${times(highs.whole / ours.whole)} as fast, solving ${times(highs.alone / ours.alone)}`,
    );
  }

  /** Both after the same time, one run each. */
  async function large(size, kind, seed) {
    const file = await made(kind, size, seed);
    const run = async (command, args) => JSON.parse((await measure(command, args)).output);
    const ours = await run(portfolio, ['time', file, String(LIMIT)]);
    const highs = await run(interpreter, ['tests/bench/portfolio.py', file, String(LIMIT)]);
    if (highs.value > ours.bound || ours.value > highs.bound) stop(`${file}: a bound is wrong: ${JSON.stringify({ ours, highs })}`);
    const gap = (one) => ((100 * (one.bound - one.value)) / one.value).toFixed(3);
    const shown = (one) => (one.proven ? `${one.value}, proved after ${milliseconds(one.ms)}` : `${one.value}, gap ${gap(one)} %`);
    figure(
      `choice, ${kind} ${size.join('x')} (${seed}) after ${LIMIT / 1000} s`, shown(ours), `HiGHS ${shown(highs)}`,
      `no worse than HiGHS: ${ours.value >= highs.value ? 'met' : 'missed'}; gap ≤ 0.1 %: ${gap(ours) <= 0.1 ? 'met' : 'missed'}`,
    );
  }
}

function milliseconds(ms) {
  return ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
