import { describe, expect, it } from 'vitest';
import { callbackConditions, messageConditions } from '../../src/answer/read-conditions.js';
import {
  callback,
  knownCard,
  message,
  nodeOf,
  readingOf,
  sometime,
} from '../support/rule-subjects.js';

const subject = {
  callback: callback(),
  cardTemplateId: 'approval.schema',
  card: knownCard().cardOf('track1'),
  names: knownCard().names,
  nowMs: sometime,
};

describe('conditions of callback rules', () => {
  it('tell what was there instead', () => {
    const all = callbackConditions(
      nodeOf(
        '{ action: a, template: t, user: "${card.owner}x", card: { status: s, none: n }, my: { mine: m }, params: { action: b } }',
      ),
      readingOf(),
    );
    expect(all.map((one) => [one.path, one.test(subject), one.actual(subject)])).toEqual([
      ['action', false, 'btn_agree'],
      ['template', false, 'approval.schema, 审批'],
      ['user', false, 'manager01'],
      ['params.action', false, 'accept'],
      ['card.status', false, '待审批'],
      ['card.none', false, undefined],
      ['my.mine', false, 'yes'],
    ]);
    expect(all[2]?.expectedNow?.(subject)).toBe('manager01x');
    expect(all.map((one) => 'expectedNow' in one)).toEqual([
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('are none where nothing is asked', () => {
    expect(callbackConditions(undefined, readingOf())).toEqual([]);
    expect(callbackConditions(nodeOf('{ card: {}, params: {} }'), readingOf())).toEqual([]);
  });

  it('want a value of a variable, which is never null', () => {
    const reading = readingOf();
    callbackConditions(
      nodeOf('{ card: { a: , b: { c: ~ } }, my: { d: ~ }, params: { e: ~ } }'),
      reading,
    );
    expect(reading.problems.map(({ message }) => message.slice(0, 14))).toEqual([
      'a has no value',
      'd has no value',
    ]);
  });
});

describe('conditions of message rules', () => {
  it('hold for what was written, by whom and where', () => {
    const all = messageConditions(
      nodeOf(
        '{ text: 报销, user: 李四, conversation: 财务群, conversationType: group, filter: "text:报" }',
      ),
      readingOf('message'),
    );
    expect(all.map(({ path }) => path)).toEqual([
      'conversationType',
      'user',
      'conversation',
      'text',
      'filter',
    ]);
    expect(all.every((one) => one.test({ message: message(), nowMs: 0 }))).toBe(true);
  });
});
