import { describe, expect, it } from 'vitest';
import { expectedText, textTest } from '../../src/answer/text-condition.js';
import { callback, nodeOf, readingOf, sometime } from '../support/rule-subjects.js';

const subject = { callback: callback(), cardTemplateId: undefined, nowMs: sometime };

function holds(condition: string, text: string): boolean {
  const reading = readingOf();
  const result = textTest(nodeOf(condition), reading)(text, subject);
  expect(reading.problems).toEqual([]);
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
    ['${callback.userId}', 'manager01', true],
    ['${callback.userId}', 'other', false],
    ['[x, "u-${callback.userId}"]', 'u-manager01', true],
    ['${callback.corpId}!', 'ding1!', true],
    ['${callback.params.none}', '', false],
    ['/\\$\\{callback.userId}/', '${callback.userId}', true],
    ['$${callback.userId}', '${callback.userId}', true],
  ])('%s on %j', (condition, text, expected) => {
    expect(holds(condition, text)).toBe(expected);
  });

  it('notes a pattern with ${…}, which would never fit', () => {
    const reading = readingOf();
    expect(textTest(nodeOf('/^${card.owner}$/'), reading)('manager01', subject)).toBe(false);
    expect(reading.problems).toEqual([
      { line: 1, column: 1, message: expect.stringContaining('taken as it stands') as string },
    ]);
  });

  it('notes every pattern that cannot be used, at its place, and fits nothing', () => {
    const reading = readingOf();
    const test = textTest(nodeOf('[a, /(/, "/(x+)+/"]'), reading);
    expect(reading.problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 5],
      [1, 10],
    ]);
    expect(['(', 'x', 'a'].map((text) => test(text, subject))).toEqual([false, false, true]);
  });

  it('is written out for explanations', () => {
    expect(expectedText(nodeOf('[a, /b/, 012]'))).toBe('one of a, /b/, 012');
    expect(expectedText(nodeOf('/b/'))).toBe('/b/');
  });
});
