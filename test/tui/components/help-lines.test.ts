import { expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { helpLines, helpStart } from '../../../src/tui/components/help-lines.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import { keymap } from '../../../src/tui/input/keymap.js';
import { textOf } from '../../support/view-data.js';

it.each(['zh', 'en'] as const)('lists what every key does (%s)', (lang) => {
  const t = translator(lang);
  const text = textOf(helpLines(t)).join('\n');
  const places = new Set(['confirm', 'compose']);
  for (const binding of keymap) {
    if (binding.contexts.every((context) => places.has(context))) continue;
    expect(text).toContain(t(binding.help));
  }
});

it('begins where the keys of now are', () => {
  const lines = textOf(helpLines(translator('zh')));
  expect(helpStart(['feed', 'global'])).toBe(0);
  expect(lines[helpStart(['answerForm', 'form', 'text', 'global'])]).toBe(
    ` ${translator('zh')('tui.context.answerForm')}`,
  );
  expect(lines[helpStart(['global'])]).toBe(` ${translator('zh')('tui.context.global')}`);
  expect(helpStart(['confirm'])).toBe(0);
});

it('fits into 80 columns', () => {
  for (const line of helpLines(translator('en'))) expect(lineWidth(line)).toBeLessThanOrEqual(80);
});
