import { describe, expect, it } from 'vitest';
import { deciding, update } from '../support/deciding.js';
import { knownCard } from '../support/rule-subjects.js';

describe('deciding about a tap', () => {
  it('says which rule answers, and with what', () => {
    const { tap } = deciding(`
  - { name: other, on: callback, when: { action: reject }, answer: {} }
  - { name: accept, on: callback, when: { params: { action: accept } }, answer: { delayMs: 5, cardData: { status: 已同意 } } }
`);
    expect(tap()).toEqual({
      kind: 'answer',
      rule: 'accept',
      delayMs: 5,
      answer: {
        kind: 'update',
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          cardData: { cardParamMap: { status: '已同意' } },
        },
      },
      then: [],
    });
    expect(tap({ actionIds: ['reject'] })).toMatchObject({
      rule: 'other',
      answer: { kind: 'empty' },
    });
    expect(tap({ params: {} })).toEqual({ kind: 'none' });
  });

  it('gives the same response each time where nothing in it changes', () => {
    const { tap } = deciding('  - { name: a, on: callback, answer: { cardData: { s: "1" } } }\n');
    const responseOf = (decision: ReturnType<typeof tap>) =>
      decision.kind === 'answer' && decision.answer.kind === 'update' && decision.answer.response;
    expect(responseOf(tap())).toBe(responseOf(tap({ userId: 'other' })));
  });

  it('works values out of the tap, the card and the person', () => {
    const { tap } = deciding(`
  - name: a
    on: callback
    answer:
      cardData:
        by: \${user}
        status: \${card.amount} 元，由 \${callback.userId} 处理
        log: [{ who: "\${callback.userId}", n: "\${callback.params.n}" }]
      userPrivateData:
        mine: \${my.mine}!
`);
    expect(tap({ params: { n: 7 } }, { known: knownCard() })).toMatchObject({
      answer: {
        response: {
          cardData: {
            cardParamMap: {
              by: '张三',
              status: '1200 元，由 manager01 处理',
              log: '[{"who":"manager01","n":7}]',
            },
          },
          userPrivateData: { cardParamMap: { mine: 'yes!' } },
        },
      },
    });
    expect(tap({ outTrackId: 'unknown', userId: 'x' })).toMatchObject({
      answer: update({ by: 'x', status: ' 元，由 x 处理', log: '[{"who":"x","n":""}]' }),
    });
  });

  it('refuses with a code and a text', () => {
    const { tap } = deciding(
      '  - { name: a, on: callback, fail: { code: 403, message: "${callback.userId} 不行" } }\n',
    );
    expect(tap()).toEqual({
      kind: 'answer',
      rule: 'a',
      answer: { kind: 'fail', code: 403, message: 'manager01 不行' },
      delayMs: 0,
      then: [],
    });
  });

  it('uses a rule as often as its limit says, then the next one', () => {
    const { tap } = deciding(`
  - { name: first, on: callback, limit: once, answer: { cardData: { n: "\${uses}" } } }
  - { name: mine, on: callback, limit: { times: 2, per: user }, answer: { cardData: { n: "\${uses}" } } }
  - { name: rest, on: callback, answer: { cardData: { n: "\${uses}" } } }
`);
    const told = (userId: string) => {
      const decision = tap({ userId });
      const response =
        decision.kind === 'answer' && decision.answer.kind === 'update' && decision.answer.response;
      return [decision.rule, response && response.cardData?.cardParamMap['n']];
    };
    expect(['a', 'a', 'b', 'a', 'a', 'b', 'b', 'c'].map(told)).toEqual([
      ['first', '1'],
      ['mine', '1'],
      ['mine', '1'],
      ['mine', '2'],
      ['rest', '1'],
      ['mine', '2'],
      ['rest', '2'],
      ['mine', '1'],
    ]);
  });

  it('leaves a redelivery to the rules that take it', () => {
    const { tap } = deciding(`
  - { name: once, on: callback, when: { action: btn_agree }, answer: {} }
  - { name: again, on: callback, onDuplicate: again, answer: {} }
`);
    expect(tap().rule).toBe('once');
    expect(tap({}, { isRedelivery: true }).rule).toBe('again');
  });
});

describe('what is done besides the answer', () => {
  it('sends, updates and streams, several of each in the order of the file', () => {
    const { tap } = deciding(`
  - name: a
    on: callback
    answer: { cardData: { status: 处理中 } }
    stream: { key: content, text: "你好，\${user}", everyMs: 50 }
    update:
      - { outTrackId: "\${callback.params.other}", cardData: { seen: "\${callback.userId}" } }
      - cardData: { a: "1" }
        userPrivateData: { mine: "2" }
        privateData: { boss01: { b: "3" }, "\${callback.params.action}": { c: "4" } }
        updateCardDataByKey: false
    send:
      - { template: a.schema }
      - { template: b.schema, to: sender, stream: { key: k, text: "\${callback.action}" } }
`);
    const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true };
    expect(tap({ params: { action: 'accept', other: 'track2' } })).toMatchObject({
      answer: update({ status: '处理中' }),
      then: [
        {
          kind: 'send',
          draft: {
            cardTemplateId: 'a.schema',
            openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
          },
        },
        {
          kind: 'send',
          draft: { cardTemplateId: 'b.schema', openSpaceId: 'dtv1.card//IM_ROBOT.manager01' },
          stream: { key: 'k', text: 'btn_agree', everyMs: 500, step: 12 },
        },
        {
          kind: 'update',
          update: {
            outTrackId: 'track2',
            cardParamMap: { seen: 'manager01' },
            cardUpdateOptions: byKey,
          },
        },
        {
          kind: 'update',
          update: {
            outTrackId: 'track1',
            cardParamMap: { a: '1' },
            privateData: {
              boss01: { cardParamMap: { b: '3' } },
              accept: { cardParamMap: { c: '4' } },
              manager01: { cardParamMap: { mine: '2' } },
            },
            cardUpdateOptions: { ...byKey, updateCardDataByKey: false },
          },
        },
        {
          kind: 'stream',
          outTrackId: 'track1',
          plan: { key: 'content', text: '你好，manager01', everyMs: 50, step: 12 },
        },
      ],
    });
  });

  it('acknowledges where nothing else is said', () => {
    const { tap } = deciding('  - { name: a, on: callback, update: { cardData: { s: "1" } } }\n');
    expect(tap()).toMatchObject({
      kind: 'answer',
      answer: { kind: 'empty' },
      then: [{ kind: 'update', update: { outTrackId: 'track1' } }],
    });
  });

  it('is impossible where there is no card or nobody', () => {
    const { tap } = deciding(`
  - name: a
    on: callback
    update: { outTrackId: "\${callback.params.none}", cardData: { s: "1" } }
    stream: { outTrackId: "\${callback.params.none}", key: k, text: t }
    send: [{ template: t.schema, to: "\${callback.params.none}" }, { template: t.schema, to: sender }]
`);
    expect(tap({ userId: '' })).toMatchObject({
      then: [
        {
          kind: 'impossible',
          cardTemplateId: 't.schema',
          error: { code: 'E1002', params: { reason: 'empty' } },
        },
        { kind: 'impossible', error: { code: 'E1002', params: { reason: 'no-sender' } } },
        { kind: 'impossible', error: { code: 'E1002', params: { reason: 'no-card' } } },
        { kind: 'impossible', error: { code: 'E1002', params: { reason: 'no-card' } } },
      ],
    });
  });

  it('names people by unionId where the tap does', () => {
    const { tap } = deciding(`
  - { name: a, on: callback, send: { template: t, to: sender }, update: { userPrivateData: { a: "1" } } }
`);
    expect(tap({ userIdType: 2 })).toMatchObject({
      then: [{ draft: { userIdType: 2 } }, { update: { userIdType: 2 } }],
    });
  });
});

describe('a callback nobody decides in time', () => {
  const rules = `
  - { name: hold, on: callback, when: { action: hold }, late: hold, leave: true }
  - { name: left, on: callback, when: { action: left }, leave: true }
  - { name: said, on: callback, when: { action: said }, script: ./a.mjs }
`;

  it('is treated as its rule says, else as the file does', () => {
    const { tap } = deciding(rules, 'late: let-it-expire');
    expect(tap({ actionIds: ['hold'] })).toEqual({ kind: 'leave', rule: 'hold', policy: 'hold' });
    expect(tap({ actionIds: ['left'] })).toMatchObject({ policy: 'let-it-expire' });
    expect(tap({ actionIds: ['said'] })).toMatchObject({ policy: 'let-it-expire' });
    expect(tap()).toEqual({ kind: 'none', policy: 'let-it-expire' });
  });

  it('is the matter of the session where neither says anything', () => {
    const { tap } = deciding(rules);
    expect(tap({ actionIds: ['left'] })).toEqual({ kind: 'leave', rule: 'left' });
    expect(tap()).toEqual({ kind: 'none' });
  });
});

describe('a script', () => {
  it('is named by its path from the rules file, with its time limit', () => {
    const { tap, say } = deciding(`
  - { name: a, on: callback, guard: { user: manager01 }, script: ./rules/a.mjs, timeLimitMs: 200, send: { template: t, to: sender } }
  - { name: b, on: message, script: ../b.ts }
`);
    expect(tap()).toMatchObject({
      kind: 'script',
      rule: 'a',
      script: { file: `${process.cwd()}/rules/a.mjs`, timeLimitMs: 200 },
      then: [{ kind: 'send' }],
    });
    expect(tap({ userId: 'x' })).toMatchObject({ answer: { kind: 'fail', code: 403 } });
    const script = say();
    expect(script).toMatchObject({ kind: 'script', rule: 'b', script: { timeLimitMs: 1500 } });
    expect(script.kind === 'script' && script.script.file).not.toContain('..');
  });
});

describe('deciding about a message', () => {
  it('says what is sent, with values from the message', () => {
    const { say } = deciding(`
  - name: send
    on: message
    limit: { times: 1, per: user }
    send:
      - { template: a.schema, data: { title: "\${message.text}", by: "\${message.senderNick}", n: "\${uses}" } }
      - { template: b.schema, to: sender, privateData: { "\${message.senderStaffId}": { a: "1" } } }
  - { name: silence, on: message, leave: true }
`);
    expect(say()).toEqual({
      kind: 'do',
      rule: 'send',
      then: [
        {
          kind: 'send',
          draft: {
            cardTemplateId: 'a.schema',
            cardParamMap: { title: '报销', by: '李四', n: '1' },
            openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
          },
        },
        {
          kind: 'send',
          draft: {
            cardTemplateId: 'b.schema',
            cardParamMap: {},
            privateData: { lisi01: { cardParamMap: { a: '1' } } },
            openSpaceId: 'dtv1.card//IM_ROBOT.lisi01',
          },
        },
      ],
    });
    expect(say()).toEqual({ kind: 'leave', rule: 'silence' });
    expect(say({ senderStaffId: 'other' })).toMatchObject({ kind: 'do' });
  });

  it('is nothing without a rule', () => {
    expect(deciding('  - { name: a, on: callback, answer: {} }\n').say()).toEqual({ kind: 'none' });
  });
});
