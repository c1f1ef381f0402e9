import { describe, expect, it } from 'vitest';
import { readDeed, readScript, responseOf, usualTimeLimitMs } from '../../src/answer/read-deed.js';
import { valueFor } from '../../src/answer/value.js';
import { callback, nodeOf, readingOf } from '../support/rule-subjects.js';

function read(text: string) {
  const reading = readingOf();
  return { deed: readDeed(nodeOf(text), reading), problems: reading.problems };
}

describe('what a rule does', () => {
  it.each([
    ['answer: {}', 'answer', 0],
    ['fail: {}', 'fail', 0],
    ['leave: true', 'leave', 0],
    ['script: ./a.mjs', 'script', 0],
    ['update: { cardData: {} }', 'answer', 1],
    [
      '{ fail: {}, update: [{ cardData: {} }, { cardData: {} }], send: { template: t } }',
      'fail',
      3,
    ],
    ['{ script: a.mjs, stream: { key: k, text: t } }', 'script', 1],
  ])('%s', (text, kind, besides) => {
    const { deed, problems } = read(text);
    expect([deed.action.kind, deed.then.length, problems]).toEqual([kind, besides, []]);
  });

  it('is nothing besides leaving it', () => {
    expect(read('{ leave: true, update: { cardData: {} } }').problems).toEqual([
      { line: 1, column: 3, message: 'leave does nothing, so nothing can be done besides' },
    ]);
  });

  it('has a time limit only with a script', () => {
    expect(read('{ answer: {}, timeLimitMs: 5 }').problems).toEqual([
      { line: 1, column: 15, message: 'timeLimitMs is for rules with a script' },
    ]);
  });
});

describe('the script of a rule', () => {
  it.each([
    ['./a.mjs', '/rules/a.mjs'],
    ['b/c.mjs', '/rules/b/c.mjs'],
    ['/elsewhere/c.mjs', '/elsewhere/c.mjs'],
  ])('%s is found from the directory of the file', (script, file) => {
    expect(readScript(nodeOf(`script: ${script}`), readingOf())).toEqual({
      kind: 'script',
      script: { file, timeLimitMs: usualTimeLimitMs },
    });
  });

  it('is none where there is none', () => {
    expect(readScript(nodeOf('answer: {}'), readingOf())).toBeUndefined();
  });
});

describe('the response of an answer', () => {
  it('is worked out with its flags', () => {
    const content = '{ cardData: { s: "${callback.action}" }, updateCardDataByKey: false }';
    const response = responseOf(nodeOf(content), readingOf());
    expect(valueFor(response, { callback: callback(), nowMs: 0 })).toEqual({
      cardUpdateOptions: { updateCardDataByKey: false, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { s: 'btn_agree' } },
    });
  });
});
