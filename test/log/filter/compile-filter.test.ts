import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { callbackSubject, messageSubject } from '../../../src/log/filter/filter-subject.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  cardDelivered,
  messageReceived,
} from '../../support/event-builders.js';
import { filterOf, lastSubject, rowSubjects } from '../../support/filters.js';
import { callback, message } from '../../support/rule-subjects.js';

const approved: readonly EventBody[] = [
  messageReceived('m1', '我要报销 Expenses'),
  cardCreated('track1', {
    cardParamMap: {
      status: '待审批',
      amount: '1280.50',
      date: '2026-02-03',
      empty: '',
      items: '[{"name":"机票","amount":800},{"name":"酒店","amount":480.5}]',
      tags: '["差旅","急"]',
      broken: '[1,',
    },
    privateData: { user02: { cardParamMap: { status: '我的', mine: 'yes' } } },
    because: { rule: 'expenses', msgId: 'm1' },
  }),
  cardDelivered('track1', { because: { msgId: 'm1' } }),
  callbackReceived('e1', {
    outTrackId: 'track1',
    actionIds: ['agree', 'second'],
    params: {
      action: 'accept',
      count: 3,
      isOk: true,
      nothing: null,
      form: { reason: '', list: ['a', 'B'] },
      __proto__: { x: 1 },
    },
  }),
  callbackAnswered('e1', { rule: 'accept', tookMs: 12.4 }),
];

const [messageRow, cardRow, callbackRow] = rowSubjects(...approved);

describe('a filter over a callback', () => {
  it.each([
    ['', true],
    ['kind:callback', true],
    ['kind:CALLBACK', true],
    ['kind:card', false],
    ['kind!=card', true],
    ['type:callback.*', true],
    ['type=callback.received', true],
    ['action:agree', true],
    ['action:second', true],
    ['action:agr', false],
    ['action:ag*e', true],
    ['action:AGREE', true],
    ['action=AGREE', false],
    ['action=agr*', false],
    ['action~/^agr/', true],
    ['action~/^AGR/', false],
    ['action~/^AGR/i', true],
    ['user:user02', true],
    ['user:张三', false],
    ['conversation:审批群', true],
    ['conversation:cidA1b2C3d4E5f6==', true],
    ['template:approval.v3', true],
    ['template:approval.schema', true],
    ['template:approval', false],
    ['outTrackId:track1', true],
    ['rule:*', true],
    ['!rule:*', false],
    ['rule:accept', true],
    ['source:rule', true],
    ['code:200', true],
    ['tookMs:12', true],
    ['tookMs>12', false],
    ['tookMs<=0.012s', true],
    ['tookMs:*', true],
    ['tookMs!=12', false],
    ['answered', true],
    ['waiting or late or failed or unanswered or duplicate', false],
    ['param.action:accept', true],
    ['param.count:3', true],
    ['param.count:3.0', true],
    ['param.count=3.0', false],
    ['param.count>2', true],
    ['param.count>3', false],
    ['param.isOk:true', true],
    ['param.nothing:*', false],
    ['param.form.reason:""', true],
    ['param.form.reason:*', false],
    ['param.form.list:b', true],
    ['param.form.list.0:a', true],
    ['param.form.list.1:a', false],
    ['param.form:*', true],
    ['param.__proto__.x:1', false],
    ['param.constructor.name:*', false],
    ['param.missing!=1', true],
    ['param.missing<1 or param.missing>=1', false],
    ['var.status:我的', true],
    ['var.status:待审批', false],
    ['var.amount>1000', true],
    ['var.amount>1280.5', false],
    ['var.amount>=1280.5', true],
    ['var.amount:1280.5', true],
    ['var.amount=1280.5', false],
    ['var.amount=1280.50', true],
    ['var.date>2026-01-31', true],
    ['var.date>2026-02-03', false],
    ['var.status>5', false],
    ['var.items.0.name:机票', true],
    ['var.items.name:酒店', true],
    ['var.items.amount>700', true],
    ['var.items.5.name:*', false],
    ['var.tags:差旅', true],
    ['var.tags:差', false],
    ['var.tags:*差*', true],
    ['var.broken.0:1', false],
    ['var.toString:*', false],
    ['报销', false],
    ['accept', true],
    ['待审批', true],
    ['~/^待/', true],
    ['card', false],
  ])('%s: %s', (text, expected) => {
    expect(callbackRow && filterOf(text).test(callbackRow)).toBe(expected);
  });
});

describe('a filter over a message', () => {
  it.each([
    ['kind:message', true],
    ['user:张三', true],
    ['user:manager01', true],
    ['user:张', false],
    ['user:张*', true],
    ['text:报销', true],
    ['text:expenses', true],
    ['text:我*expenses', true],
    ['text:expenses*我', false],
    ['text=报销', false],
    ['text="我要报销 Expenses"', true],
    ['text:*', true],
    ['text:""', false],
    ['text~/报销$/', false],
    ['conversation:审批群 conversationType:group', true],
    ['conversationType:single', false],
    ['msgId:m1', true],
    ['answered', true],
    ['rule:expenses', false],
    ['tookMs:0', true],
    ['action:*', false],
    ['var.amount:*', false],
    ['报销 expenses', true],
    ['报销 机票', false],
    ['审批群', true],
    ['*', true],
  ])('%s: %s', (text, expected) => {
    expect(messageRow && filterOf(text).test(messageRow)).toBe(expected);
  });
});

describe('a filter over a card', () => {
  it.each([
    ['kind:card template:approval.v3', true],
    ['conversation:审批群', true],
    ['conversation:cidA1b2C3d4E5f6==', true],
    ['outTrackId:TRACK1', true],
    ['outTrackId=TRACK1', false],
    ['rule:expenses', true],
    ['msgId:m1', true],
    ['var.status:待审批', true],
    ['var.mine:yes', true],
    ['var.empty:""', true],
    ['var.empty:*', false],
    ['var.none=""', false],
    ['failed', false],
    ['user:*', false],
    ['机票', true],
  ])('%s: %s', (text, expected) => {
    expect(cardRow && filterOf(text).test(cardRow)).toBe(expected);
  });
});

describe('a filter over anything else', () => {
  const error = {
    code: 'E4001',
    params: { detail: 'no' },
    fault: { httpStatus: 403, code: 'param.templateNotExist', message: '模板不存在' },
  };
  const failed = lastSubject({
    type: 'api.failed',
    method: 'POST',
    path: '/v1.0/card/instances',
    error,
    tookMs: 120,
    attempt: 1,
  });
  it.each([
    ['kind:api failed', true],
    ['method:post path:/v1.0/card*', true],
    ['status:403 status>=400', true],
    ['code:param.templateNotExist code:E4001', true],
    ['error:模板', true],
    ['error~/不存在$/', true],
    ['tookMs>0.1s', true],
    ['level:*', false],
  ])('%s: %s', (text, expected) => {
    expect(filterOf(text).test(failed)).toBe(expected);
  });

  it('looks at notices by level', () => {
    const notice = lastSubject({
      type: 'notice',
      level: 'warn',
      key: 'notice.x',
      params: { a: 'b' },
    });
    expect(filterOf('level:warn !failed b').test(notice)).toBe(true);
  });
});

describe('a filter over what a rule sees', () => {
  it('knows the message', () => {
    expect(filterOf('user:李四 text:报销', 'message').test(messageSubject(message()))).toBe(true);
    expect(filterOf('user:张三', 'message').test(messageSubject(message()))).toBe(false);
  });

  it('knows the tap and the template', () => {
    const subject = callbackSubject(callback(), 'approval.schema', undefined, {});
    const test = (text: string) => filterOf(text, 'callback').test(subject);
    expect(test('action:btn_agree template:approval.schema param.action:accept')).toBe(true);
    expect(test('var.amount:*')).toBe(false);
  });
});

describe('a pattern over many texts', () => {
  it('ends, whatever they hold', () => {
    const list = Array.from({ length: 1500 }, () => 'x'.repeat(4096));
    const subject = lastSubject(callbackReceived('e', { params: { list, last: 'y' } }));
    expect(filterOf('~/x*x*x*z/').test(subject)).toBe(false);
    expect(filterOf('param.list~/x*x*z/').test(subject)).toBe(false);
    expect(filterOf('param.last~/y/').test(subject)).toBe(true);
  });
});

describe('hostile data', () => {
  const deep = JSON.parse(`${'['.repeat(400)}1${']'.repeat(400)}`);
  const subject = lastSubject(
    cardCreated('__proto__', { cardParamMap: JSON.parse('{"__proto__":"x","a":"\\ud800"}') }),
    callbackReceived('e', {
      outTrackId: '__proto__',
      userId: '__proto__',
      params: JSON.parse(
        `{"__proto__":{"a":1},"deep":${JSON.stringify(deep)},"big":"${'x'.repeat(1e5)}"}`,
      ),
    }),
  );
  it.each([
    ['var.__proto__:x', true],
    ['param.__proto__.a:1', true],
    ['var.a:*', true],
    ['nowhere', false],
    ['param.deep.0.0.0:*', true],
    ['~/(x+)y/', false],
    ['param.big~/x*x*x*y/', false],
  ])('%s: %s', (text, expected) => {
    expect(filterOf(text).test(subject)).toBe(expected);
  });
});
