import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../../src/base/errors.js';
import { callbackReceived, cardCreated } from '../../support/event-builders.js';
import { openTui } from '../../support/render-tui.js';
import { rulesOf } from '../../support/rule-subjects.js';

const slots = [
  { label: '同意', response: { cardData: { cardParamMap: { status: '已同意' } } } },
  { label: '驳回', response: { cardData: { cardParamMap: { status: '已驳回' } } } },
];

const armedEvent = (armedId: string, filter: string, times?: number) =>
  ({
    type: 'answer.armed',
    armedId,
    filter,
    code: 200,
    ...(times === undefined ? {} : { times }),
  }) as const;

describe('arming', () => {
  it('begins with the action in focus, the first answer, and one tap', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', { actionIds: ['accept'] }));
    await tui.pass(100);
    await tui.keys('i');
    expect(tui.text()).toContain('用于 action:accept');
    expect(tui.text()).toContain('应答 ‹ 同意 ›  1/4');
    await tui.keys('<enter>');
    expect(tui.armed).toEqual([
      {
        filter: 'action:accept',
        answer: { kind: 'update', response: slots[0]?.response },
        times: 1,
      },
    ]);
    expect(tui.text()).toContain('✓ 已预设：「action:accept」→ 同意（一次）');
  });

  it('takes another filter, another answer by its digit, and every tap', async () => {
    const tui = await openTui({ slots });
    await tui.keys('i');
    await tui.keys('reject user:李四<tab>2<tab><backspace><enter>');
    expect(tui.armed).toEqual([
      {
        filter: 'action:reject user:李四',
        answer: { kind: 'update', response: slots[1]?.response },
      },
    ]);
    await tui.keys('ia<tab><up><up><tab><backspace>12<enter>');
    expect(tui.armed[1]).toEqual({
      filter: 'action:a',
      answer: { kind: 'empty' },
      times: 12,
    });
  });

  it('turns through the actions of the template before anybody tapped', async () => {
    const { templateAt } = await import('../../support/card-templates.js');
    const template = templateAt('examples/approval/template.json');
    const tui = await openTui({ slots, cards: { templateOf: () => template } });
    tui.log.append(cardCreated('dtcard-8f0c'));
    await tui.keys('i');
    const filterShown = () => /用于 (action:\S+)/.exec(tui.text())?.[1];
    const first = filterShown();
    expect(first).toMatch(/^action:\w+/);
    await tui.keys('<down>');
    expect(filterShown()).not.toBe(first);
    await tui.keys('<up>');
    expect(filterShown()).toBe(first);
  });

  it('does not offer answers that depend on who taps', async () => {
    const rules = rulesOf(`version: 1
answers:
  - { name: 我, answer: { cardData: { status: "\${callback.userId}" } } }
  - { name: 大家, answer: { cardData: { status: 好 } } }
rules: []
`);
    const tui = await openTui({ rules: () => rules });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    expect(tui.text()).toContain('1 我   2 大家');
    await tui.keys('i');
    expect(tui.text()).toContain('‹ 大家 ›  1/3');
  });

  it('says what is wrong with a filter or a number, and keeps what was typed', async () => {
    const tui = await openTui({ slots });
    await tui.keys('i x usr:y<enter>');
    expect(tui.armed).toEqual([]);
    expect(tui.text()).toContain('✗ 过滤条件有误：');
    expect(tui.text()).toContain('usr:y');
    await tui.keys('<ctrl-u>action:x<tab><tab><ctrl-u>0<enter>');
    expect(tui.text()).toContain('✗ 次数是 1 到 9999 的整数');
    await tui.keys('<ctrl-u>2<enter>');
    expect(tui.armed).toMatchObject([{ filter: 'action:x', times: 2 }]);
  });

  it('says why the session refused', async () => {
    const tui = await openTui({
      slots,
      arm() {
        throw new DtcardError('E1001', { params: { detail: 'no such field' } });
      },
    });
    await tui.keys('ix<enter>');
    expect(tui.text()).toContain('✗ 没有预设：');
    expect(tui.text()).toContain('no such field');
    await tui.keys('<esc>');
    await tui.pass(40);
    expect(tui.text()).not.toContain('没有预设');
  });

  it('lists what is armed with what is left of it, and takes it back', async () => {
    const tui = await openTui();
    await tui.keys('I');
    expect(tui.text()).toContain('没有预设的应答');
    tui.log.append(armedEvent('a1', 'action:accept', 3));
    await tui.pass(5000);
    expect(tui.screen()[1]).toContain('预设 action:accept ×3');
    tui.log.append(armedEvent('a2', 'action:reject'));
    await tui.pass(100);
    expect(tui.screen()[1]).toContain('预设 2');
    await tui.keys('I');
    expect(tui.text()).toContain('▸ action:accept → 空确认  剩 3 次');
    expect(tui.text()).toContain('action:reject → 空确认  每次，直到取消');
    await tui.keys('jx');
    expect(tui.disarmed).toEqual(['a2']);
    await tui.keys('x');
    expect(tui.disarmed).toEqual(['a2', 'a1']);
    expect(tui.text()).not.toContain('已预设的应答');
  });

  it('does not stop the feed, nor the clock of what waits', async () => {
    const tui = await openTui({ slots });
    await tui.keys('i');
    tui.log.append(callbackReceived('e1'));
    await tui.pass(500);
    expect(tui.text()).toContain('btn_agree');
    expect(tui.text()).toContain('◐ 1 个回调未决');
    await tui.keys('<esc>');
    await tui.pass(40);
    expect(tui.text()).toContain('1 同意   2 驳回');
  });
});
