import { describe, expect, it } from 'vitest';
import { shortTitle } from './rounds';

describe('the title of a round', () => {
  it('names the first of several instruments and counts the others', () => {
    expect(shortTitle('Evaluasi penyelenggara, Evaluasi sarana dan prasarana, Evaluasi materi')).toBe(
      'Evaluasi penyelenggara +2',
    );
  });

  it('stays whole where there is one, with or without a comma in its name', () => {
    expect(shortTitle('Evaluasi tenaga pengajar')).toBe('Evaluasi tenaga pengajar');
    expect(shortTitle('Evaluasi sarana, prasarana, dan konsumsi')).toBe('Evaluasi sarana, prasarana, dan konsumsi');
  });
});
