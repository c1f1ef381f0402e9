import { describe, expect, it } from 'vitest';
import { ruleSummaries } from '../../src/cli/rule-summary.js';
import { rulesOf } from '../support/rule-subjects.js';

const text = `version: 1
rules:
  - name: a
    on: message
    when: { text: /x/ }
    send: [{ template: t.schema }, { template: u.schema, data: { n: 1 } }]
  - name: b
    on: callback
    guard: { user: boss, otherwise: { fail: { code: 400 } } }
    fail: { code: 503, message: no }
    update: { cardData: { a: "\${now}" } }
`;

describe('rules in words', () => {
  it('have what the file says, values that are worked out as they are written', () => {
    expect(ruleSummaries(rulesOf(text), text)).toEqual([
      {
        name: 'a',
        on: 'message',
        line: 3,
        when: [{ path: 'text', expected: '/x/' }],
        does: { send: [{ template: 't.schema' }, { template: 'u.schema', data: { n: 1 } }] },
      },
      {
        name: 'b',
        on: 'callback',
        line: 7,
        when: [],
        guard: [{ path: 'user', expected: 'boss' }],
        does: { fail: { code: 503, message: 'no' }, update: { cardData: { a: '${now}' } } },
      },
    ]);
  });
});
