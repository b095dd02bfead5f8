import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { answerDialogs, run } from '../support/window.mjs';

/** Saves the document on the screen and reads it. */
export async function saved(app, name) {
  await app.drawn();
  const file = join(run.files, name);
  answerDialogs(file);
  await app.press('Simpan berkas', { back: true });
  await app.window.text(name);
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** Answers the next items of a paper sheet that is typed; each digit goes on to the next one. */
export async function answer(window, count, digit) {
  await window.type(Array.from({ length: count }, (_, item) => digit(item)).join(''));
}
