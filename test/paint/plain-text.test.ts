import { expect, it } from 'vitest';
import { lineText, toPlainText } from '../../src/paint/plain-text.js';

it('is the text alone, without blanks at the ends of lines', () => {
  const lines = [
    [
      { text: '同意', look: { bold: true } },
      { text: '  ', look: { bg: '#007fff' } },
    ],
    [],
  ];
  expect(toPlainText({ lines })).toBe('同意\n\n');
  expect(lineText(lines[0] ?? [])).toBe('同意  ');
});
