import { expect, test } from 'vitest';
import { displayWidth } from '../../src/base/display-width.js';
import { helpWidth, wrapHelp } from '../../src/cli/help-wrap.js';
import { cliMessages } from '../../src/i18n/cli.js';

test('English breaks at blanks, Chinese between characters, and no mark begins a line', () => {
  expect(wrapHelp('hand card callbacks to your service', 14)).toBe(
    'hand card\ncallbacks to\nyour service',
  );
  expect(wrapHelp('转给自己的服务，再用 HTTP 应答', 14)).toBe('转给自己的服\n务，再用 HTTP\n应答');
  expect(wrapHelp('到点（仅模拟器）', 6)).toBe('到点\n（仅模\n拟器）');
  expect(wrapHelp('a\nb', 6)).toBe('a\nb');
  expect(wrapHelp('', 6)).toBe('');
});

test('widths are those of the terminal', () => {
  const texts = Object.values(cliMessages).flatMap(({ zh, en }) => [zh, en]);
  for (const text of texts.filter((one) => !/[\n“”‘’…·—]/.test(one))) {
    expect(helpWidth(text), text).toBe(displayWidth(text));
  }
});
