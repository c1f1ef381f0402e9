import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import { parseFilter } from '../../../src/log/filter/parse-filter.js';
import { pointAt } from '../../../src/log/filter/point-at.js';

function pointed(text: string, cells?: number): readonly string[] {
  const parsed = parseFilter(text);
  if (parsed.ok) throw new Error('understood');
  const { text: shown, mark } = pointAt(text, parsed.problem, cells);
  return [shown, mark];
}

describe('the mark below a filter', () => {
  it('stands below the word, wide characters counted as two', () => {
    expect(pointed('报销 usr:李四')).toEqual(['报销 usr:李四', '     ^^^']);
    expect(pointed('报销 kind:种类')).toEqual(['报销 kind:种类', '          ^^^^']);
    expect(pointed('a or')).toEqual(['a or', '  ^^']);
  });

  it('stays with the word in a text that is too long', () => {
    for (const cells of [20, 40, 76]) {
      const [shown = '', mark = ''] = pointed(
        `${'报销 '.repeat(50)}usr:x ${'b '.repeat(200)}`,
        cells,
      );
      expect(displayWidth(shown)).toBeLessThanOrEqual(cells);
      const at = mark.indexOf('^');
      const before = shown.slice(0, shown.indexOf('usr'));
      expect(displayWidth(before)).toBe(at);
    }
  });

  it('shows control characters as something else', () => {
    expect(pointed('"\u001b[31m\n')[0]).toBe('"\ufffd[31m ');
  });
});
