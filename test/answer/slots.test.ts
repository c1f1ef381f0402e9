import { describe, expect, it } from 'vitest';
import {
  keepPlaces,
  labelOfResponse,
  type Slot,
  type SlotSources,
  slotsFor,
} from '../../src/answer/slots.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { callback, knownCard, rulesOf, sometime } from '../support/rule-subjects.js';

const saying = (status: string) => ({ cardData: { cardParamMap: { status } } });

function slots(
  rules: string | undefined,
  tap: Parameters<typeof callback>[0] = {},
  more: Partial<SlotSources> = {},
) {
  const made = slotsFor({
    rules: rules === undefined ? undefined : rulesOf(`version: 1\n${rules}`),
    subject: {
      callback: callback(tap),
      cardTemplateId: 'approval.schema',
      card: knownCard().cardOf('track1'),
      nowMs: sometime,
    },
    recent: [],
    ...more,
  });
  return made;
}

const named = (made: readonly Slot[]) => made.map(({ origin, label }) => `${origin} ${label}`);

const status = (slot: Slot | undefined) =>
  slot?.answer.kind === 'update'
    ? slot.answer.response.cardData?.cardParamMap['status']
    : slot?.answer.kind;

describe('prepared answers', () => {
  it('say what the first use of a rule would', () => {
    const rule = '{ name: a, on: callback, answer: { cardData: { status: "第 ${uses} 次" } } }';
    expect(slots(`rules: [${rule}]`).map(status)).toEqual(['第 1 次']);
  });

  it('begin with those of the file for this action, then rules for it, recent ones, other rules', () => {
    const made = slots(
      `
answers:
  - { name: 甲, answer: { cardData: { status: 甲 } } }
  - { name: 别处, actions: [btn_reject], answer: { cardData: { status: 别处 } } }
  - { name: 乙, actions: [btn_agree], answer: { cardData: { status: 乙 } } }
rules:
  - { name: reject, on: callback, when: { action: btn_reject }, answer: { cardData: { status: 驳回 } } }
  - { name: agree, on: callback, when: { action: btn_agree, user: nobody }, answer: { cardData: { status: 同意 } } }
  - { name: refuse, on: callback, when: { action: btn_agree, user: other }, fail: { code: 403, message: no } }
`,
      {},
      { recent: [saying('手写')] },
    );
    expect(named(made)).toEqual([
      'file 甲',
      'file 乙',
      'rule agree',
      'rule refuse',
      'recent status=手写',
      'rule reject',
    ]);
    expect(status(made[3])).toBe('fail');
  });

  it('are worked out for the tap', () => {
    const made = slots(`
answers:
  - { name: 我, answer: { cardData: { status: "\${callback.userId} \${card.amount}" } } }
rules:
  - { name: r, on: callback, when: { action: btn_agree }, answer: { cardData: { status: "规则 \${callback.outTrackId}" } } }
`);
    expect(made.map(status)).toEqual(['manager01 1200', '规则 track1']);
  });

  it('leave out rules that only acknowledge, leave it to others, or ask a script', () => {
    const made = slots(`
rules:
  - { name: ack, on: callback, when: { action: a }, answer: {} }
  - { name: leave, on: callback, leave: true }
answers:
  - { name: 空, answer: {} }
`);
    expect(named(made)).toEqual(['file 空']);
    expect(status(made[0])).toBe('empty');
  });

  it('are each offered once and fill nine digits at most', () => {
    const many = Array.from({ length: 12 }, (_, n) => saying(`${n}`));
    const twice = [saying('x'), ...many, saying('x')];
    const made = slots(undefined, {}, { recent: twice });
    expect(made).toHaveLength(9);
    expect(made.filter((slot) => status(slot) === 'x')).toHaveLength(1);
    expect(slots(undefined)).toEqual([]);
  });

  it('offer what was decided before the last run ended first, to send it again', () => {
    const made = slots(undefined, {}, { decided: saying('已同意'), recent: [saying('手写')] });
    expect(named(made)).toEqual(['again status=已同意', 'recent status=手写']);
  });

  it('write what the tap sent into the variables of that name, in public and for the clicker', () => {
    const template = readTemplate(
      JSON.stringify({
        type: 'im',
        editorData: JSON.stringify({
          schema: {},
          variableList: [
            { name: 'status', type: 'string' },
            { name: 'count', type: 'number' },
            { name: 'mine', type: 'string', private: true },
            { name: 'unsent', type: 'string' },
          ],
        }),
      }),
    );
    const names = template.variables.map(({ name }) => name);
    const params = { status: 'agreed', count: 3, mine: 'yes', other: 1 };
    const [echo, ...rest] = slots(undefined, { params }, { template });
    expect(names).toContain('status');
    expect(rest).toEqual([]);
    expect(echo).toMatchObject({
      origin: 'template',
      answer: {
        response: {
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          cardData: { cardParamMap: { status: 'agreed', count: '3' } },
          userPrivateData: { cardParamMap: { mine: 'yes' } },
        },
      },
    });
    expect(slots(undefined, { params: { other: 1 } }, { template })).toEqual([]);
  });
});

describe('digits', () => {
  const slot = (label: string, value = label): Slot => {
    return { label, origin: 'file', answer: { kind: 'update', response: saying(value) } };
  };

  it('keep what stands on them when the rules change under the finger', () => {
    const before = [slot('甲'), slot('乙'), slot('丙')];
    const after = [slot('新'), slot('丙', '丙2'), slot('甲')];
    const placed = keepPlaces(before, after);
    expect(placed.map(({ label }) => label)).toEqual(['甲', '乙', '丙', '新']);
    expect(status(placed[2])).toBe('丙2');
  });

  it('stay nine', () => {
    const nine = Array.from({ length: 9 }, (_, n) => slot(`${n}`));
    expect(keepPlaces(nine, [slot('x')])).toEqual(nine);
  });
});

describe('the label of an answer without a name', () => {
  it('is its values, cut and made safe', () => {
    const response = {
      cardData: { cardParamMap: { status: '好\u001b[2J', text: '长'.repeat(500) } },
      userPrivateData: { cardParamMap: { mine: '1' } },
    };
    const label = labelOfResponse(response);
    expect(label).toMatch(/^mine=1 status=好/);
    expect(label).not.toContain('\u001b');
    expect(label.length).toBeLessThanOrEqual(80);
    expect(labelOfResponse({})).toBe('');
  });
});
