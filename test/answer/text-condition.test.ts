import { describe, expect, it } from 'vitest';
import { expectedText, type Problems, textTest } from '../../src/answer/text-condition.js';
import { nodeOf } from '../support/rule-subjects.js';

function holds(condition: string, text: string): boolean {
  const problems: Problems = [];
  const result = textTest(nodeOf(condition), problems)(text);
  expect(problems).toEqual([]);
  return result;
}

describe('a condition on a text', () => {
  it.each([
    ['报销', '报销', true],
    ['报销', '报销 ', false],
    ['/报/', '我要报销', true],
    ['[a, /^b/]', 'bcd', true],
    ['[a, /^b/]', 'ab', false],
    ['[a]', 'a', true],
    ['0150', '0150', true],
    ['/usr', '/usr', true],
    ['"/"', '/', true],
    ['constructor', '', false],
  ])('%s on %j', (condition, text, expected) => {
    expect(holds(condition, text)).toBe(expected);
  });

  it('notes every pattern that cannot be used, at its place, and fits nothing', () => {
    const problems: Problems = [];
    const test = textTest(nodeOf('[a, /(/, "/(x+)+/"]'), problems);
    expect(problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 5],
      [1, 10],
    ]);
    expect([test('('), test('x'), test('a')]).toEqual([false, false, true]);
  });

  it('is written out for explanations', () => {
    expect(expectedText(nodeOf('[a, /b/, 012]'))).toBe('one of a, /b/, 012');
    expect(expectedText(nodeOf('/b/'))).toBe('/b/');
  });
});
