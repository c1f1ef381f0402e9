import { describe, expect, it } from 'vitest';
import { entryOf, jsonOf } from '../../src/base/source-node.js';
import { maxSourceBytes, parseYamlSource } from '../../src/base/yaml-source.js';

function problems(input: string | Uint8Array): readonly string[] {
  const parsed = parseYamlSource(input, '"a: 1"');
  if (parsed.ok) return [];
  return parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function value(input: string | Uint8Array) {
  const parsed = parseYamlSource(input, '"a: 1"');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return jsonOf(parsed.root);
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => {
    const before = `*${'abcdef'[index]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
  }),
].join('\n');

describe('the source of a file', () => {
  it.each<[string, string | Uint8Array, unknown]>([
    ['a byte order mark', '\ufeffa: 1', { a: 1 }],
    ['a byte order mark in bytes', Buffer.from('\ufeffa: 1'), { a: 1 }],
    ['Windows line ends', 'a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['JSON', '{"a": [1, "b"]}', { a: [1, 'b'] }],
    ['aliases', 'a: &x {k: v}\nb: *x\n', { a: { k: 'v' }, b: { k: 'v' } }],
    ['an anchor used anew', 'a: &x 1\nb: *x\nc: &x 2\nd: *x\n', { a: 1, b: 1, c: 2, d: 2 }],
    ['on, yes and no, which are text', 'on: yes\nb: no\n', { on: 'yes', b: 'no' }],
    ['a date, which is text', 'a: 2026-11-22', { a: '2026-11-22' }],
    ['empty values', 'a:\nb: ~\n', { a: null, b: null }],
  ])('may have %s', (_name, input, expected) => {
    expect(value(input)).toEqual(expected);
  });

  it('is complained of once a line, with what is mostly meant', () => {
    expect(problems('a: { b: ${x}, c: ${y} }\n')).toHaveLength(1);
    expect(problems('a:\n  - b: 1\n   c: 2\n')[0]).toMatch(/; look at the indentation/);
    expect(problems('a: !user:x\n')[0]).toMatch(/; quote a text that begins with !/);
    expect(problems('a: *x\n')[0]).toMatch(/; quote a text that begins with !/);
    expect(problems('a: { b: c: d }\n')[0]).toMatch(/; quote a text that holds ": "/);
  });

  it('knows the place of every key and value', () => {
    const parsed = parseYamlSource('a:\n  - 报销: x\n', '');
    expect(parsed).toMatchObject({
      root: {
        entries: [
          {
            keyPlace: { line: 1, column: 1 },
            value: {
              place: { line: 2, column: 3 },
              items: [
                {
                  entries: [
                    {
                      keyPlace: { line: 2, column: 5 },
                      value: { place: { line: 2, column: 9 } },
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    });
  });

  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', '1:1 the file is empty; it starts with "a: 1"'],
    ['blanks', ' \n\n', '1:1 the file is empty'],
    ['comments only', '# nothing\n', '1:1 the file is empty'],
    ['tabs', 'a:\n\t- b\n', '2:1 Tabs are not allowed as indentation'],
    ['an open quote', 'a: "x', '1:6 Missing closing "quote'],
    ['an open bracket', 'a: [1, 2', '1:9 Flow sequence'],
    ['a bracket too many', 'a: {b: c}}', '1:10 Unexpected'],
    ['a reserved character', 'a: @x', '1:4 Plain value cannot start with reserved character @'],
    ['a key twice', 'a: 1\nb: {c: 1, c: 2}\n', '2:11 "c" is there twice'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1 one document only'],
    ['an unknown anchor', 'a: *x', '1:4 no anchor &x before this alias'],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', '1:4 no anchor &x'],
    ['an alias within its anchor', 'a: &x [*x]', '1:7 aliases make this file too large'],
    ['an alias bomb', bomb, 'aliases make this file too large'],
    ['a tag', 'a: !!binary aGk=', 'YAML tags such as !!binary are not supported'],
    ['a tag of its own', 'a: !js x', '1:4 Unresolved tag: !js'],
    ['an infinite number', 'a: .inf', '1:4 a number must be finite'],
    ['a merge key', 'x: &x {a: 1}\ny:\n  <<: *x\n', '3:3 merge keys (<<) are not supported'],
    ['a list as a key', '? [a]\n: b\n', '1:3 a key must be a text'],
    ['a key that is empty', '? \n: b\n', 'a key must be a text'],
    ['UTF-16', Buffer.from('\ufeffa: 1', 'utf16le'), '1:1 the file is UTF-16'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xe9]), '1:1 the file is not UTF-8'],
    ['too many bytes', Buffer.alloc(maxSourceBytes + 1, 0x23), `1:1 the file has`],
    ['deep brackets', '['.repeat(100_000), '1:66 nested more than 64 levels deep'],
    ['deep braces', '{a: '.repeat(50_000), '1:261 nested more than 64 levels deep'],
    ['deep dashes', '- '.repeat(100_000), '1:131 nested more than 64 levels deep'],
    ['deep question marks', '? '.repeat(100_000), 'nested more than 64 levels deep'],
  ])('may not have %s', (_name, input, expected) => {
    expect(problems(input).join('\n')).toContain(expected);
  });

  it('reports several problems, but not without end', () => {
    expect(problems('a: @x\nb: `y\n')).toHaveLength(2);
    expect(problems(Array.from({ length: 200 }, (_, n) => `k${n}: !x y`).join('\n'))).toHaveLength(
      50,
    );
  });

  it('reads as many aliases as fit in a file', () => {
    const text = Array.from({ length: 20_000 }, (_, n) => `- &a${n} x\n- *a${n}`).join('\n');
    expect(value(text)).toHaveLength(40_000);
  });

  it('survives every beginning of a file', () => {
    const text = 'version: 1\nrules:\n  - &a { name: "x", on: [1, *a], when: { k: | } }\n  - ? a\n';
    for (let end = 0; end <= text.length; end++) {
      expect(parseYamlSource(text.slice(0, end), '')).toHaveProperty('ok');
    }
  });
});

describe('the place of a text', () => {
  it.each([
    ['a: text', { line: 1, column: 4 }],
    ['a: "text"', { line: 1, column: 5 }],
    ["a: 'text'", { line: 1, column: 5 }],
    ['a:\n  - "中文 text"', { line: 2, column: 6 }],
    ['a: &x "text"', { line: 1, column: 8 }],
    ['a: "t\\ext"', undefined],
    ["a: 'it''s'", undefined],
    ['a: |\n  text\n', undefined],
    ['a: te\n  xt', undefined],
    ['a: 12', undefined],
  ])('%j', (text, expected) => {
    const parsed = parseYamlSource(text, '');
    const entry = parsed.ok ? entryOf(parsed.root, 'a')?.value : undefined;
    const scalar = entry?.kind === 'list' ? entry.items[0] : entry;
    expect(scalar?.kind === 'scalar' ? scalar.textPlace : 'none').toEqual(expected);
  });
});
