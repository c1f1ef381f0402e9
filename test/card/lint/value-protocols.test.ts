import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { protocolProblems } from '../../../src/card/lint/value-protocols.js';

const event = { type: 'sendCardRequest', params: { actionId: 'x', params: {} } };

describe('values of structured types', () => {
  it.each<[string, JsonValue]>([
    ['loopArray', [{ a: 1 }]],
    ['stringArray', ['a']],
    ['numberArray', [1]],
    ['booleanArray', [true]],
    ['form', { fields: [{ name: 'a', type: 'TEXT' }] }],
    ['table', { meta: [], data: [] }],
    ['chart', { type: 'pieChart', data: [] }],
    ['buttonGroup', [{ text: 'a', event }]],
    ['selectOptions', [{ text: { zh_CN: 'a' }, value: 1 }]],
    ['dynamicEvent', { type: 'openLink', params: { url: 'x' } }],
    ['string', 'anything'],
  ])('%s as it should be', (type, value) => {
    expect(protocolProblems(type, value)).toEqual([]);
  });

  it.each<[string, JsonValue, { at: string; why: string }[]]>([
    [
      'loopArray',
      [1, null],
      [
        { at: '[0]', why: 'not-objects' },
        { at: '[1]', why: 'not-objects' },
      ],
    ],
    ['numberArray', ['1'], [{ at: '[0]', why: 'wrong-item' }]],
    ['form', {}, [{ at: '.fields', why: 'no-list' }]],
    ['form', { fields: [{ type: 'TEXT' }] }, [{ at: '.fields[0].name', why: 'no-name' }]],
    [
      'form',
      { fields: [{ name: 'a', type: 'COLOR' }] },
      [{ at: '.fields[0].type', why: 'unknown-type' }],
    ],
    [
      'form',
      {
        fields: [
          { name: 'a', type: 'TEXT' },
          { name: 'a', type: 'TEXT' },
        ],
      },
      [{ at: '.fields[1].name', why: 'repeated-name' }],
    ],
    [
      'table',
      { meta: {} },
      [
        { at: '.meta', why: 'no-list' },
        { at: '.data', why: 'no-list' },
      ],
    ],
    ['chart', { data: [] }, [{ at: '.type', why: 'unknown-type' }]],
    [
      'buttonGroup',
      [{ text: '' }],
      [
        { at: '[0].text', why: 'no-text' },
        { at: '[0].event', why: 'no-event' },
      ],
    ],
    ['selectOptions', ['a'], [{ at: '[0]', why: 'not-objects' }]],
    ['dynamicEvent', { type: 'dance' }, [{ at: '', why: 'no-event' }]],
    [
      'dynamicEvent',
      { type: 'sendCardRequest', params: { params: {} } },
      [{ at: '.params.actionId', why: 'no-action-id' }],
    ],
    ['dynamicEvent', { type: 'sendCardRequest', params: { actionId: 'ok' } }, []],
  ])('%s %j', (type, value, expected) => {
    expect(protocolProblems(type, value)).toEqual(expected);
  });

  it('with a mistake in every item are said some twenty times, not a thousand', () => {
    expect(
      protocolProblems(
        'loopArray',
        Array.from({ length: 1000 }, () => 1),
      ),
    ).toHaveLength(20);
  });
});
