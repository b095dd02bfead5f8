// The section `schedule` of `npm run bench`: timetables beside CP-SAT on the same model, the office's own case, and the
// conflicts of a large schedule beside trying all pairs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step, stop, target } from './steps.mjs';

const SEEDS = [1, 2, 3];
const ROUNDS = 5;
/** What CP-SAT gets: seconds and workers. */
const [SECONDS, WORKERS] = [30, 2];

export async function schedule({ figure, interleaved, measure, median, python, release }) {
  await step('build: timetable, conflicts', 'cargo', [
    'build', '--locked', '--release', '-p', 'domain', '--example', 'timetable', '--example', 'conflicts',
    '-p', 'cli', '--bin', 'binaasn-cli',
  ]);
  const interpreter = await python('ortools');
  const folder = join(target, 'bench/timetable');
  mkdirSync(folder, { recursive: true });
  const asked = async (...args) => JSON.parse((await measure(...args)).output);
  const timetable = release('examples/timetable');

  for (const seed of SEEDS) {
    const problem = await made('bench', seed);
    const ours = {};
    for (const ms of [1000, 5000]) ours[ms] = await solved(problem, ms);
    const theirs = await asked(interpreter, [
      'tests/bench/timetable.py', 'solve', problem, String(SECONDS), String(WORKERS),
    ]);
    figure(
      `timetable 40 x 200 x 6, case ${seed}: cost after 1 s; 5 s`, `${ours[1000].cost.total}; ${ours[5000].cost.total}`,
      `CP-SAT ${SECONDS} s, ${WORKERS} workers: ${theirs.cost ?? 'nothing'} (bound ${theirs.bound})`,
      'after 5 s below CP-SAT after 30 s',
    );
    figure(`timetable 40 x 200 x 6, case ${seed}: everything placed`, await first('bench', seed), '', '≤ 100 ms');
  }
  for (const seed of SEEDS) {
    const problem = await made('office', seed);
    const [early, late] = [await solved(problem, 1000), await solved(problem, 10_000)];
    figure(
      `timetable of 40 classes, 6 rooms, 3 months, case ${seed}: cost after 1 s; 10 s`,
      `${early.cost.total}; ${late.cost.total}`, `no timetable below ${late.bound}`, 'within 10 s, no violation',
    );
    figure(`timetable of the office, case ${seed}: everything placed`, await first('office', seed), '');
  }
  const { all } = await interleaved(ROUNDS, { all: () => asked(release('examples/conflicts'), []) }, (one) => one());
  figure(
    `conflicts of 600 sessions x 40 people (${all.conflicts})`, `${all.ms.toFixed(1)} ms`,
    `all pairs, conflicts of two sessions alone (${all.pairs}): ${all.brute.toFixed(1)} ms`, '≤ 50 ms',
  );

  async function made(kind, seed) {
    const file = join(folder, `${kind}-${seed}.json`);
    await measure(timetable, ['make', kind, String(seed), file]);
    return file;
  }

  /** Our answer after a time, checked by a program that shares nothing with it. */
  async function solved(problem, ms) {
    const { output } = await measure(release('binaasn-cli'), [
      'planning', 'timetable', problem, '--json', '--time-limit', String(ms),
    ]);
    const file = problem.replace('.json', '-answer.json');
    writeFileSync(file, output);
    const answer = JSON.parse(output);
    const checked = await asked(interpreter, ['tests/bench/timetable.py', 'check', problem, file]);
    const same = JSON.stringify(checked.cost) === JSON.stringify(answer.cost);
    if (!same || checked.violations.length > 0) stop(`${problem}: ${JSON.stringify({ ...checked, ours: answer.cost })}`);
    return answer;
  }

  /** From the problem in memory to the first timetable in which every session has a place. */
  async function first(kind, seed) {
    const times = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push((await asked(timetable, ['first', kind, String(seed)])).ms);
    return `${median(times).toFixed(1)} ms`;
  }
}
