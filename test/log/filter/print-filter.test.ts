import { describe, expect, it } from 'vitest';
import { seededIds } from '../../../src/base/ids.js';
import { compileFilter } from '../../../src/log/filter/compile-filter.js';
import { fieldNames, flagNames } from '../../../src/log/filter/filter-names.js';
import { parseFilter } from '../../../src/log/filter/parse-filter.js';
import { printFilter } from '../../../src/log/filter/print-filter.js';
import { callbackReceived, cardCreated, messageReceived } from '../../support/event-builders.js';
import { rowSubjects } from '../../support/filters.js';

const pieces = [
  ...fieldNames,
  ...flagNames,
  'var.amount',
  'var.a.b',
  'param.form.reason',
  ...':= != > >= < <= ~ ! & | ( ) * \\ " \' / and or not 。 ： ！ （ ） “ ” 「 」 ＊ ～ ／'.split(
    ' ',
  ),
  ' ',
  ' ',
  ' ',
  '\u3000',
  '\n',
  'card',
  '李四',
  '报销',
  '1000',
  '1.5s',
  'a b',
  '/x+/i',
  '/(a+)+/',
  '"x y"',
  '\u001b',
  '\ud800',
  '👨‍👩‍👧',
  '__proto__',
];

const subjects = rowSubjects(
  messageReceived('m', '报销 1000'),
  cardCreated('dtcard-8f0c'),
  callbackReceived('e', { params: { form: { reason: '报销' } } }),
  { type: 'notice', level: 'warn', key: 'k', params: {} },
);

describe('printing', () => {
  it('gives the same filter again, whatever was typed', () => {
    const ids = seededIds(20261122);
    let understood = 0;
    for (let round = 0; round < 20_000; round++) {
      const length = 1 + Math.floor(ids.fraction() * 9);
      const text = Array.from(
        { length },
        () => pieces[Math.floor(ids.fraction() * pieces.length)] ?? '',
      ).join('');
      const parsed = parseFilter(text);
      if (!parsed.ok) {
        const { start, end, column } = parsed.problem;
        expect([start >= 0, end >= start, column >= 1], text).toEqual([true, true, true]);
        continue;
      }
      understood += 1;
      const printed = printFilter(parsed.node);
      expect(parseFilter(printed), `${JSON.stringify(text)} → ${printed}`).toEqual(parsed);
      expect(printFilter(parsed.node)).toBe(printed);
      const test = compileFilter(parsed.node);
      for (const subject of subjects) expect(test(subject), text).toBeTypeOf('boolean');
    }
    expect(understood).toBeGreaterThan(2000);
  });
});
