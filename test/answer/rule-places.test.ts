import { describe, expect, it } from 'vitest';
import { withRule } from '../../src/answer/rule-places.js';

const pin = { name: 'p' };
const lines = '  - name: p\n    on: callback\n    answer: {}\n';

function texts(text: string, index: number): readonly string[] {
  return withRule(text, index, pin).map((way) => way.text);
}

describe('places for a rule', () => {
  it('offers the place above the comment of a rule first, then the one below it', () => {
    const [head, rest] = ['version: 1\nrules:\n', '  - name: a\n    leave: true\n'];
    expect(texts(`${head}  # about a\n${rest}`, 0)).toEqual([
      `${head}${lines}  # about a\n${rest}`,
      `${head}  # about a\n${lines}${rest}`,
    ]);
  });

  it('offers the end behind comments that stand deeper, then right behind the last word', () => {
    const [head, deep, tail] = ['rules:\n  - name: a\n', '    # more\n', '# end\n'];
    expect(texts(head + deep + tail, 1)).toEqual([
      head + deep + lines + tail,
      head + lines + deep + tail,
    ]);
  });

  it('begins a file where there is none, and fills a list without items', () => {
    expect(texts('', 0)).toEqual([`version: 1\nrules:\n${lines}`]);
    expect(texts('rules:\nversion: 1\n', 0)).toEqual([`rules:\n${lines}version: 1\n`]);
    expect(texts('rules: [ # none\n]\n', 0)).toEqual([
      'rules: [{"name":"p","on":"callback","answer":{}} # none\n]\n',
    ]);
  });

  it('has none in what is no mapping or has no rules', () => {
    for (const text of ['- a\n', 'text\n', 'version: 1\n']) expect(texts(text, 0)).toEqual([]);
  });
});
