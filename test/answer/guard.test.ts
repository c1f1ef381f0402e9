import { describe, expect, it } from 'vitest';
import { deciding, update } from '../support/deciding.js';
import { knownCard } from '../support/rule-subjects.js';

describe('a guard', () => {
  const approval = `
  - name: approve
    on: callback
    when: { action: btn_agree }
    limit: once
    guard:
      user: \${card.owner}
    answer: { cardData: { status: 已同意 } }
  - { name: rest, on: callback, leave: true }
`;

  it('lets through whom it names', () => {
    const { tap } = deciding(approval);
    expect(tap({}, { known: knownCard() })).toMatchObject({
      rule: 'approve',
      answer: update({ status: '已同意' }),
    });
  });

  it('may leave others to somebody, with what happens when nobody decides', () => {
    const { tap } = deciding(`
  - name: approve
    on: callback
    late: fail
    guard: { user: boss01, otherwise: { leave: true } }
    answer: {}
`);
    expect(tap({ userId: 'other' })).toEqual({ kind: 'leave', rule: 'approve', policy: 'fail' });
  });

  it('refuses everybody else, which is no use of the rule', () => {
    const { tap } = deciding(approval);
    const refused = {
      rule: 'approve',
      answer: { kind: 'fail', code: 403, message: 'not allowed' },
    };
    const known = knownCard();
    expect(tap({ userId: 'other' }, { known })).toMatchObject(refused);
    expect(tap({ userId: 'other' }, { known })).toMatchObject(refused);
    expect(tap({}, { known })).toMatchObject({ rule: 'approve', answer: { kind: 'update' } });
    expect(tap({}, { known }).rule).toBe('rest');
  });

  it('refuses where it cannot be told', () => {
    const { tap } = deciding(approval);
    expect(tap()).toMatchObject({ answer: { code: 403 } });
    expect(tap({ userId: '' })).toMatchObject({ answer: { code: 403 } });
    const known = knownCard({ cardParamMap: { owner: '' } });
    expect(tap({ userId: '' }, { known })).toMatchObject({ answer: { code: 403 } });
  });

  it('says what is done instead', () => {
    const { tap } = deciding(`
  - name: approve
    on: callback
    guard:
      filter: "var.amount<1000 user:张三"
      otherwise:
        answer: { userPrivateData: { hint: "\${card.amount} 太多" } }
        send: { template: ask.schema, to: boss01, data: { who: "\${user}" } }
    answer: {}
  - { name: never, on: callback, answer: {} }
`);
    expect(tap({}, { known: knownCard() })).toMatchObject({
      rule: 'approve',
      answer: { response: { userPrivateData: { cardParamMap: { hint: '1200 太多' } } } },
      then: [
        {
          kind: 'send',
          draft: {
            cardTemplateId: 'ask.schema',
            openSpaceId: 'dtv1.card//IM_ROBOT.boss01',
            cardParamMap: { who: '张三' },
          },
        },
      ],
    });
    const rich = knownCard({ cardParamMap: { amount: '9' } });
    expect(tap({}, { known: rich })).toMatchObject({ answer: { kind: 'empty' }, then: [] });
  });
});

describe('conditions on the card', () => {
  it.each<[string, boolean]>([
    ['card: { status: 待审批 }', true],
    ['card: { status: [x, /审批$/] }', true],
    ['card: { status: 已同意 }', false],
    ['card: { amount: 1200, none: { exists: false } }', true],
    ['card: { items: [{ name: 机票 }] }', true],
    ['card: { items: { includes: { name: 机票 } } }', true],
    ['card: { items: { "0": { name: 机票 } } }', true],
    ['card: { items: { equals: [{ name: 酒店 }] } }', false],
    ['card: { owner: "${callback.userId}" }', true],
    ['card: { status: "${callback.params.action}" }', false],
    ['card: { none: "${callback.params.none}" }', false],
    ['my: { mine: yes }', true],
    ['my: { owner: manager01 }', false],
    ['params: { action: "${card.none ?? accept}" }', true],
    ['params: { action: { equals: "${card.none ?? accept}" } }', true],
    ['params: { action: { oneOf: [x, "${card.none ?? accept}"] } }', true],
  ])('%s: %s', (when, expected) => {
    const { tap } = deciding(`  - { name: a, on: callback, when: { ${when} }, answer: {} }\n`);
    expect(tap({}, { known: knownCard() }).kind === 'answer').toBe(expected);
    const isAboutNothing = when.includes('params');
    expect(tap().kind === 'answer').toBe(isAboutNothing && expected);
  });
});
