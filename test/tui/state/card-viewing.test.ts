import { describe, expect, it } from 'vitest';
import type { CardSource, TouchReply } from '../../../src/tui/state/card-source.js';
import { templateAt } from '../../support/card-templates.js';
import { cardCreated, messageReceived } from '../../support/event-builders.js';
import { openTui, type Size } from '../../support/render-tui.js';

const actions = templateAt('test/fixtures/templates/all-components.json');
const approval = templateAt('examples/approval/template.json');
const cardParamMap = { title: '报销', status: '待处理' };

async function opened(cards: CardSource, size: Partial<Size> = {}) {
  const tui = await openTui({ rows: 30, ...size, cards });
  tui.log.append(
    cardCreated('card-1', { cardParamMap, privateData: { user002: { cardParamMap: {} } } }),
  );
  await tui.pass(100);
  await tui.keys('c');
  return tui;
}

describe('opening a card', () => {
  it('from a message leads to the card it was answered with, as who wrote it', async () => {
    const tui = await openTui({ cards: { templateOf: () => approval } });
    tui.log.append(
      messageReceived('m1', '报销'),
      cardCreated('card-1', { cardParamMap, because: { msgId: 'm1' } }),
    );
    await tui.pass(100);
    await tui.keys('gc');
    expect(tui.screen()[3]).toContain('视角 manager01');
    expect(tui.text()).toContain('费用审批');
  });

  it('again goes on where it was left', async () => {
    const tui = await opened({ templateOf: () => approval });
    await tui.keys('<tab>tqc');
    expect(tui.screen()[3]).toContain('深色');
    expect(tui.text()).toContain('▸ ButtonList 拒绝');
  });
});

describe('touching', () => {
  it('says that it waits until the answer is there', async () => {
    let answer: (reply: TouchReply) => void = () => {};
    const tap = () =>
      new Promise<TouchReply>((resolve) => {
        answer = resolve;
      });
    const tui = await opened({ templateOf: () => approval, tap });
    await tui.keys('<tab><enter>');
    expect(tui.text()).toContain('◐ 等待应答');
    answer({ ok: false, reason: '到点没有应答' });
    await tui.settle();
    expect(tui.text()).toContain('✗ 到点没有应答');
  });

  it('asks for somebody to touch it as', async () => {
    const tap = () => Promise.reject(new Error('must not be called'));
    const tui = await opened({ templateOf: () => approval, tap });
    await tui.keys('v<tab><enter>');
    expect(tui.text()).toContain('先按 v 选择由谁来点');
  });

  it('shows the card as the answer left it', async () => {
    const tui = await opened({
      templateOf: () => approval,
      tap() {
        tui.log.append({
          type: 'card.updated',
          outTrackId: 'card-1',
          cardParamMap: { status: '已同意' },
          cardUpdateOptions: { updateCardDataByKey: true },
          because: {},
        });
        return Promise.resolve({ ok: true, cardParamMap: {}, privateParamMap: {} });
      },
    });
    await tui.keys('<tab><tab><enter>');
    await tui.pass(100);
    expect(tui.text()).toContain('已同意');
    expect(tui.text()).not.toContain('拒绝');
  });

  it('takes every control of every component without a crash', async () => {
    const tap = () => Promise.resolve({ ok: false, reason: '没有' } as const);
    const tui = await opened({ templateOf: () => actions, tap }, { cols: 50, rows: 18 });
    for (let turn = 0; turn < 45; turn++) {
      await tui.keys('<tab><enter><enter><enter>');
    }
    expect(tui.screen()[3]).toContain('卡片');
  });
});
