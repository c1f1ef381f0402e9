import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import { parseFilter } from '../../../src/log/filter/parse-filter.js';
import { FilterLine, filterMistake } from '../../../src/tui/components/filter-line.js';
import { type TextBuffer, textBuffer } from '../../../src/tui/components/text-buffer.js';
import { renderTui } from '../../support/render-tui.js';
import { dataOf } from '../../support/view-data.js';

function draft(text: string, cursor = text.length) {
  const buffer: TextBuffer = { ...textBuffer(text), cursor };
  const parsed = parseFilter(text);
  return parsed.ok ? { buffer } : { buffer, problem: parsed.problem };
}

function line(text: string, width = 80, cursor?: number) {
  return filterMistake(draft(text, cursor), dataOf([]), width)?.below ?? [];
}

const textOf = (spans: readonly { readonly text: string }[]) =>
  spans.map(({ text }) => text).join('');

describe('a filter being typed', () => {
  it('is a field with an example in it while it is empty', async () => {
    const tui = await renderTui(
      <FilterLine draft={draft('')} data={dataOf([])} row={0} width={60} />,
      { cols: 60, rows: 2 },
    );
    expect(tui.screen()[0]).toContain('过滤 › kind:callback user:李四');
    expect(tui.cursor()).toMatchObject({ column: 8, row: 0 });
  });

  it('has a mark under its mistake, and nothing without one', () => {
    expect(textOf(line('报销 usr:x y'))).toBe(
      `${' '.repeat(8 + 5)}^^^ 没有字段“usr”；是不是“user”？`,
    );
    expect(line('报销')).toEqual([]);
  });

  it('is told of quietly while it is merely not finished', () => {
    const tones = (text: string, cursor?: number) =>
      line(text, 80, cursor).flatMap(({ tone }) => tone ?? []);
    expect(tones('user:')).toEqual(['quiet']);
    expect(tones('(user:x "a')).toEqual(['quiet']);
    expect(tones('usr:x kind:card')).toEqual(['bad']);
    expect(tones('user:', 2)).toEqual(['bad']);
  });

  it('is explained above where there is no room beside the mark', () => {
    const mistake = filterMistake(draft(`${'报销 '.repeat(3)}usr:x`), dataOf([]), 40);
    expect(textOf(mistake?.above ?? [])).toBe(' 没有字段“usr”；是不是“user”？');
    expect(textOf(mistake?.below ?? [])).toMatch(/^ +\^\^\^$/);
  });

  it.each([20, 40, 60, 120])('stays within %i cells', (width) => {
    for (const text of ['usr:x', `${'报销 '.repeat(20)}usr:x`, `usr:x ${'报销 '.repeat(20)}`]) {
      expect(displayWidth(textOf(line(text, width)))).toBeLessThanOrEqual(width);
      expect(textOf(line(text, width, 0))).toContain('^');
    }
  });
});
