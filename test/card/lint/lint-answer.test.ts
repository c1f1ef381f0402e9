import { expect, it } from 'vitest';
import { lintReplacement } from '../../../src/card/lint/lint-answer.js';

const before = { title: 't', status: '待处理', note: '' };

it.each([
  ['by key', true, { status: '已同意' }, undefined],
  ['replacing everything by everything', false, { title: 't', status: '已同意' }, undefined],
  ['replacing everything by one', false, { status: '已同意' }, 'title'],
  ['replacing everything by nothing', false, {}, 'title, status'],
])('%s', (_, byKey, given, names) => {
  const findings = lintReplacement(before, given, byKey, 'cardParamMap');
  expect(findings.map(({ code, params }) => ({ code, ...params }))).toEqual(
    names === undefined ? [] : [{ code: 'D117', names, option: 'updateCardDataByKey' }],
  );
});

it('names the option of private data', () => {
  expect(lintReplacement({ a: '1' }, {}, false, 'privateData')[0]?.params['option']).toBe(
    'updatePrivateDataByKey',
  );
});
