import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { callbackAnswered, callbackReceived, cardCreated } from '../../support/event-builders.js';
import { type OpenTui, type OpenTuiOptions, openTui } from '../../support/render-tui.js';

const response = { cardData: { cardParamMap: { status: '已同意' } } };
const byHand = callbackAnswered('e1', { source: 'manual', response });

async function after(events: readonly EventBody[], options: OpenTuiOptions = {}): Promise<OpenTui> {
  const tui = await openTui(options);
  tui.log.append(
    cardCreated('dtcard-8f0c', { cardTemplateId: 't.schema' }),
    callbackReceived('e1'),
    ...events,
  );
  await tui.pass(100);
  await tui.keys('p');
  return tui;
}

describe('pinning', () => {
  it('makes a rule of what was answered by hand, for its action', async () => {
    const tui = await after([byHand]);
    expect(tui.text()).toContain('应答：status=已同意');
    expect(tui.text()).toContain('名称 › btn_agree');
    await tui.keys('_同意<enter>');
    expect(tui.pins).toHaveLength(1);
    expect(tui.pins[0]).toMatchObject({
      name: 'btn_agree_同意',
      action: 'btn_agree',
      response,
      tap: { cardTemplateId: 't.schema', callback: { userId: 'user02' } },
    });
    expect(tui.pins[0]).not.toHaveProperty('userId');
    expect(tui.text()).toContain('✓ 已写入规则 btn_agree_同意：rules.yaml 第 3 行');
    expect(tui.text()).not.toContain('名称 ›');
  });

  it('lets the person choose what it holds for', async () => {
    const tui = await after([byHand]);
    await tui.keys('<down><enter>p<up><enter>');
    expect(tui.pins[0]).toMatchObject({ cardTemplateId: 't.schema' });
    expect(tui.pins[1]).toMatchObject({ userId: 'user02', action: 'btn_agree' });
    expect(tui.pins[1]).not.toHaveProperty('cardTemplateId');
  });

  it('takes the last decision of a person, late ones and refusals as well', async () => {
    const late: EventBody = {
      type: 'callback.late',
      exchangeId: 'e1',
      source: 'manual',
      response: { cardData: { cardParamMap: { status: '迟到' } } },
      tookMs: 5000,
    };
    const ack = callbackAnswered('e1', { source: 'autoAck' });
    const tui = await after([ack, late]);
    await tui.keys('<enter>');
    expect(tui.pins[0]).toMatchObject({
      response: { cardData: { cardParamMap: { status: '迟到' } } },
    });
    const refused = await after([callbackAnswered('e1', { source: 'manual', code: 503 })]);
    expect(refused.text()).toContain('应答：失败 503');
    await refused.keys('<enter>');
    expect(refused.pins[0]).toMatchObject({ fail: { code: 503 } });
    const empty = await after([callbackAnswered('e1', { source: 'manual' })]);
    expect(empty.text()).toContain('应答：空确认');
    await empty.keys('<enter>');
    expect(empty.pins[0]).not.toHaveProperty('response');
  });

  it('finds the answer just given although newer rows came', async () => {
    const other = callbackReceived('e2', { actionIds: ['other'] });
    const tui = await after([byHand, other, callbackAnswered('e2', { source: 'rule', rule: 'r' })]);
    expect(tui.text()).toContain('名称 › btn_agree');
    await tui.keys('<esc>');
    await tui.pass(40);
    await tui.keys('<up><down>p');
    expect(tui.text()).toContain('只有手动作出的应答可以存为规则');
  });

  it('says why there is nothing to pin', async () => {
    expect((await after([])).text()).toContain('先应答这个回调');
    const tui = await openTui();
    tui.log.append(cardCreated('c1'));
    await tui.pass(10);
    await tui.keys('p');
    expect(tui.text()).toContain('这一条不是卡片回调');
    expect(tui.text()).not.toContain('p 存为规则');
  });

  it('stays open when the file could not be written, and says why', async () => {
    const pin = () => ({ ok: false, code: 'E1005', detail: 'rules.yaml:3:1: 坏了\nmore' }) as const;
    const nowhere = await after([byHand], { pin });
    await nowhere.keys('<enter>');
    expect(nowhere.text()).toContain('没有规则文件：用 --rules <文件> 启动');
    const loaded: EventBody = { type: 'rules.loaded', file: 'rules.yaml', count: 1 };
    const tui = await after([byHand, loaded], { pin });
    await tui.keys('<enter>');
    expect(tui.text()).toContain('✗ 没有写入：rules.yaml:3:1: 坏了');
    expect(tui.text()).toContain('名称 ›');
  });

  it('is for every callback where the tap had no action', async () => {
    const tui = await openTui();
    const tap = callbackReceived('e1', { actionIds: [], userId: '', outTrackId: '' });
    tui.log.append(tap, byHand);
    await tui.pass(10);
    await tui.keys('p<enter>');
    expect(tui.pins[0]).toMatchObject({ name: 'callback', response });
    expect(tui.pins[0]).not.toHaveProperty('action');
  });
});
