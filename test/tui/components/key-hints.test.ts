import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { keyHints } from '../../../src/tui/components/key-hints.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import { textOf } from '../../support/view-data.js';

const t = translator('zh');
const hints = (...args: Parameters<typeof keyHints>) => textOf([keyHints(...args)])[0] ?? '';

describe('the bar of keys', () => {
  it('offers only what applies', () => {
    const all = hints(['feed', 'global'], () => true, 200, t);
    expect(all).toContain('a 应答');
    expect(all).toContain('1-9 现成应答');
    const some = hints(['feed', 'global'], (command) => command !== 'answer', 200, t);
    expect(some).not.toContain('a 应答');
    expect(some).toContain('n 新卡片');
  });

  it('does not offer a key that means something else further in', () => {
    const text = hints(['answer', 'feed', 'global'], () => true, 200, t);
    expect(text).toContain('e 填写');
    expect(text).toContain('esc 返回');
    expect(text).not.toContain('q 退出');
  });

  it.each([40, 60, 80])('fits into %i cells and never loses help and the way out', (width) => {
    const line = keyHints(['feed', 'global'], () => true, width, t);
    expect(lineWidth(line)).toBeLessThanOrEqual(width);
    expect(textOf([line])[0]).toContain('? 帮助');
    expect(textOf([line])[0]).toContain('q 退出');
  });
});
