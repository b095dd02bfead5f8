// The section `mentoring` of `npm run bench`: assigning participants to mentors beside OR-tools and scipy.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step, stop, target } from './steps.mjs';

const KINDS = ['random', 'structured', 'popular'];
const SIZES = [[300, 100], [900, 300], [5000, 500]];
const ROUNDS = 5;
/** Seconds after which another solver is given up, and not tried again with that problem. */
const LIMIT = 120;

export async function mentoring({ figure, interleaved, measure, megabytes, python, release, times }) {
  await step('build: assignment', 'cargo', [
    'build', '--locked', '--release', '-p', 'domain', '--example', 'assignment', '-p', 'cli', '--bin', 'binaasn-cli',
  ]);
  const assignment = release('examples/assignment');
  const interpreter = await python('ortools', 'scipy', 'numpy');
  const folder = (kind, size) => join(target, 'bench/assignment', `${kind}-${size.join('x')}`);
  const solved = {};
  for (const size of SIZES) {
    for (const kind of KINDS) {
      const problem = folder(kind, size);
      await measure(assignment, ['make', kind, ...size.map(String), problem]);
      solved[`${kind} ${size.join('x')}`] = await beside(problem);
    }
  }
  for (const [name, { ours, ortools, scipy }] of Object.entries(solved)) {
    const goal = name.startsWith('popular') ? 5 : 20;
    figure(
      `assignment, ${name}`, milliseconds(ours.ms), `OR-tools ${milliseconds(ortools.ms)}; scipy ${milliseconds(scipy.ms)}`,
      `≥ ${goal} times OR-tools: ${ratio(ortools.ms / ours.ms)}; scipy ${ratio(scipy.ms / ours.ms)}`,
    );
  }
  const cells = ([mentees, mentors]) => mentees * mentors;
  const [small, , large] = SIZES;
  for (const kind of KINDS) {
    const grown = solved[`${kind} ${large.join('x')}`].ours.ms / solved[`${kind} ${small.join('x')}`].ours.ms;
    const exponent = Math.log(grown) / Math.log(cells(large) / cells(small));
    figure(`assignment, ${kind}: growth with (participants x mentors)`, `to the power of ${exponent.toFixed(2)}`, '', '≤ 1.2 on random');
  }
  for (const kind of KINDS) await memory(kind, large);
  for (const kind of KINDS) await questions(kind, SIZES[1]);

  /** Each solver in a process of its own, in turns; all must find the same optimum. */
  async function beside(problem) {
    const given = new Set();
    const run = async (command, args, limit) => {
      const key = args.join(' ');
      const done = given.has(key) ? null : await measure(command, args, limit);
      if (done) return JSON.parse(done.output);
      given.add(key);
      return { ms: Infinity, pairs: Infinity, total: Infinity };
    };
    const runs = await interleaved(ROUNDS, {
      ours: () => run(assignment, ['time', problem]),
      ortools: () => run(interpreter, ['tests/bench/assignment.py', 'time', problem, 'ortools'], LIMIT),
      scipy: () => run(interpreter, ['tests/bench/assignment.py', 'time', problem, 'scipy'], LIMIT),
    }, (one) => one());
    for (const [name, { ms, pairs, total }] of Object.entries(runs)) {
      const same = pairs === runs.ours.pairs && total === runs.ours.total;
      if (ms < Infinity && !same) stop(`${problem}: ${name} finds ${pairs} pairs, ${total}; we ${runs.ours.pairs}, ${runs.ours.total}`);
    }
    return runs;
  }

  /** Peak memory of the whole program that reads the scores from a CSV file, and the bytes of the matrix. */
  async function memory(kind, size) {
    const problem = join(folder(kind, size), 'problem.json');
    const matrix = cells(size) * 4;
    for (const aim of ['most_then_best', 'even']) {
      const file = join(folder(kind, size), `${aim}.json`);
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(problem, 'utf8')), aim }));
      const peaks = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        peaks.push((await measure(release('binaasn-cli'), ['mentoring', 'solve', file])).peak);
      }
      const peak = Math.max(...peaks);
      figure(
        `assignment, ${kind} ${size.join('x')}, ${aim}: peak memory of the program`, megabytes(peak), `matrix ${megabytes(matrix)}`,
        `≤ 30 MB more: ${megabytes(peak - matrix)}`,
      );
    }
  }

  /** What one answer to "what if I force this pair" and "who is second best" takes, for each aim. */
  async function questions(kind, size) {
    const aims = JSON.parse((await measure(assignment, ['questions', folder(kind, size)])).output);
    const shown = ({ median, longest }) => `${milliseconds(median)}, longest ${milliseconds(longest)}`;
    for (const [aim, { ms, force, second }] of Object.entries(aims)) {
      figure(
        `assignment, ${kind} ${size.join('x')}, ${aim}: force; second best`, `${shown(force)}; ${shown(second)}`,
        `solving ${milliseconds(ms)}`, 'force ≤ 100 ms',
      );
    }
  }

  function ratio(value) {
    return value < Infinity ? times(value) : 'not finished';
  }
}

function milliseconds(ms) {
  if (ms === Infinity) return `> ${LIMIT} s`;
  return `${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`;
}
