import { describe, expect, it } from 'vitest';
import {
  callbackAnswered,
  callbackReceived,
  messageReceived,
} from '../../support/event-builders.js';
import { openTui } from '../../support/render-tui.js';

const slots = [
  { label: '同意', response: { cardData: { cardParamMap: { status: '已同意' } } } },
  { label: '驳回', response: { cardData: { cardParamMap: { status: '已驳回' } } } },
];

describe('answering', () => {
  it('answers the waiting callback with a prepared answer on one digit', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('2');
    expect(tui.answers).toEqual([['e1', { kind: 'update', response: slots[1]?.response }]]);
    expect(tui.text()).toContain('✓ 已应答 user02 btn_agree：驳回');
  });

  it('shows how long there is and what happens then, and goes on feeding', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', {}, { deadlineMs: 3000 }));
    await tui.pass(100);
    await tui.keys('a');
    expect(tui.text()).toContain('1 同意   2 驳回');
    expect(tui.text()).toMatch(/不处理：2\.9 s 后自动空确认；之后的决定会作为卡片更新发出/);
    expect(tui.text()).toContain('████████████████ ◐ 等待 2.9 s');
    tui.log.append(messageReceived('m1', '来了一条新消息'));
    await tui.pass(2000);
    expect(tui.text()).toContain('来了一条新消息');
    expect(tui.text()).toContain('等待 0.9 s');
    tui.log.append(callbackAnswered('e1', { source: 'autoAck', tookMs: 3000 }));
    await tui.pass(1000);
    expect(tui.text()).toContain('已自动空确认；现在的决定会作为卡片更新发出');
    await tui.keys('1');
    expect(tui.answers).toHaveLength(1);
  });

  it('keeps answering the opened callback while others arrive', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1', { actionIds: ['first'] }));
    await tui.pass(100);
    await tui.keys('a');
    tui.log.append(callbackReceived('e2', { actionIds: ['second'] }, { deadlineMs: 500 }));
    await tui.pass(100);
    await tui.keys('0');
    expect(tui.answers).toEqual([['e1', { kind: 'empty' }]]);
  });

  it('takes typed values, Chinese included, as an update by key', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('ae已同意<tab>count=3<ctrl-s>');
    expect(tui.answers).toEqual([
      [
        'e1',
        {
          kind: 'update',
          response: {
            cardUpdateOptions: { updateCardDataByKey: true },
            cardData: { cardParamMap: { status: '已同意', count: '3' } },
          },
        },
      ],
    ]);
  });

  it('fails a callback on x, and says so when nothing waits', async () => {
    const tui = await openTui();
    await tui.keys('x');
    expect(tui.text()).toContain('没有未决的回调');
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('x');
    expect(tui.answers).toEqual([['e1', { kind: 'fail', code: 500, message: 'failed by hand' }]]);
  });

  it('says what became of an answer that was too late', async () => {
    const tui = await openTui({ slots, outcome: 'late' });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('1');
    expect(tui.text()).toContain('◐ 已过截止，改为更新卡片：同意');
  });

  it('takes full-width letters of an input method as the keys that were meant', async () => {
    const tui = await openTui({ slots });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('ｘ');
    expect(tui.answers).toHaveLength(1);
  });
});
