import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import { callbackReceived, cardCreated, messageReceived } from '../../support/event-builders.js';
import { openTui } from '../../support/render-tui.js';

describe('keys', () => {
  it('do nothing and break nothing on an empty feed', async () => {
    const tui = await openTui();
    await tui.keys('jkgG<pageup><pagedown><enter><tab>x0159e<home><end><delete><f1><f1>');
    expect(tui.screen()[0]).toContain('dtcard');
    expect(tui.answers).toEqual([]);
  });

  it('open the chat page, and give an address where no browser opens', async () => {
    const failures: ((url: string) => void)[] = [];
    const tui = await openTui({ openPage: (onFailure) => void failures.push(onFailure) });
    await tui.keys('o');
    expect(tui.text()).toContain('正在浏览器里打开聊天页面');
    failures[0]?.('http://127.0.0.1:1/p?token=t');
    await tui.pass(50);
    expect(tui.text()).toContain('http://127.0.0.1:1/p?token=t');
    await tui.pass(30_000);
    expect(tui.text()).toContain('http://127.0.0.1:1/p?token=t');
  });

  it('say where the chat page is when there is none', async () => {
    const tui = await openTui();
    await tui.keys('o');
    expect(tui.text()).toContain('watch --sim');
  });

  it('of a burst are taken one by one', async () => {
    const tui = await openTui();
    for (let n = 0; n < 9; n++) tui.log.append(messageReceived(`m${n}`, `第 ${n} 条`));
    await tui.pass(100);
    await tui.keys('gjj<enter>');
    expect(tui.text()).toContain('第 2 条');
    expect(tui.text()).toContain('senderNick');
  });

  it('scroll the detail and go from section to section', async () => {
    const tui = await openTui({ rows: 14 });
    tui.log.append(cardCreated('dtcard-8f0c'), callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('<enter>');
    expect(tui.screen()[3]).toMatch(/详情 +1–5 \/ \d+/);
    await tui.keys('<tab>');
    expect(tui.screen()[4]?.trim()).toBe('params');
    await tui.keys('<shift-tab>G');
    expect(tui.screen()[8]?.trim()).toBe('}');
    await tui.keys('g');
    expect(tui.screen()[4]).toContain('卡片回调');
  });

  it('go back one level at a time', async () => {
    const tui = await openTui({ slots: [{ label: '同意', response: {} }] });
    tui.log.append(callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('<enter>ae');
    expect(tui.text()).toContain('＋变量');
    await tui.keys('<esc>');
    await tui.pass(40);
    expect(tui.text()).not.toContain('＋变量');
    expect(tui.text()).toContain('actionIds');
    await tui.keys('q');
    expect(tui.text()).not.toContain('actionIds');
    expect(tui.isAlternate()).toBe(true);
  });

  it('open help over everything and come back to where it was opened', async () => {
    const tui = await openTui();
    await tui.keys('n草稿<f1>');
    expect(tui.screen()[3]).toBe(` ${translator('zh')('tui.context.form')}`);
    await tui.keys('g');
    expect(tui.text()).toContain('最新一条并跟随');
    await tui.keys('<pagedown>');
    expect(tui.text()).toContain('新卡片');
    await tui.keys('G');
    expect(tui.text()).toContain('挂起到 shell');
    await tui.keys('q');
    expect(tui.text()).toContain('草稿');
  });

  it('edit text as a shell does', async () => {
    const tui = await openTui();
    await tui.keys('nabc def<ctrl-w>x<ctrl-a>y<ctrl-k>z');
    expect(tui.text()).toContain('yz');
    await tui.keys('<ctrl-u>提交<backspace>');
    expect(tui.screen().find((row) => row.includes('▸'))).toMatch(/提$/);
  });

  it('in a paste are text, and a paste outside of a form is nothing', async () => {
    const tui = await openTui();
    await tui.keys('\u001b[200~q\r\u0003\u001b[201~');
    expect(tui.isAlternate()).toBe(true);
    await tui.keys('n\u001b[200~q?x\u001b[201~');
    expect(tui.screen().find((row) => row.includes('▸'))).toContain('q?x');
  });

  it('redraw everything on ctrl-l', async () => {
    const tui = await openTui();
    const before = tui.written().length;
    await tui.keys('<ctrl-l>');
    expect(tui.written().slice(before)).toContain('\u001b[2J');
  });
});
