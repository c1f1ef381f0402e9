import { describe, expect, it } from 'vitest';
import { toAnsi } from '../../src/output/ansi.js';
import type { Look } from '../../src/paint/painted-card.js';

const written = (look: Look, depth: Parameters<typeof toAnsi>[1], hyperlinks = false) =>
  toAnsi({ lines: [[{ text: '同意', look }]] }, depth, { hyperlinks });

describe('toAnsi', () => {
  it('writes colours as exactly as the terminal takes them', () => {
    const look = { fg: '#007fff', bg: '#ffffff' };
    expect(written(look, 'truecolor')).toBe(
      '\u001b[38;2;0;127;255;48;2;255;255;255m同意\u001b[0m\n',
    );
    expect(written(look, '256')).toBe('\u001b[38;5;33;48;5;231m同意\u001b[0m\n');
    expect(written(look, '16')).toBe('\u001b[94;107m同意\u001b[0m\n');
    expect(written(look, 'none')).toBe('同意\n');
  });

  it('takes a grey of the ramp where it is nearer', () => {
    expect(written({ fg: '#808080' }, '256')).toBe('\u001b[38;5;244m同意\u001b[0m\n');
  });

  it('writes every kind of emphasis', () => {
    const look = {
      bold: true,
      dim: true,
      italic: true,
      underline: true,
      inverse: true,
      strike: true,
    };
    expect(written(look, '16')).toBe('\u001b[1;2;3;4;7;9m同意\u001b[0m\n');
    expect(written({}, 'truecolor')).toBe('同意\n');
  });

  it('writes hyperlinks only when it is asked to', () => {
    const look = { url: 'https://a.com/' };
    expect(written(look, '16')).toBe('同意\n');
    expect(written(look, '16', true)).toBe(
      '\u001b]8;;https://a.com/\u001b\\同意\u001b]8;;\u001b\\\n',
    );
    expect(written(look, 'none', true)).toBe('同意\n');
  });
});
