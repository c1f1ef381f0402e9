import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  messageReceived,
} from '../../support/event-builders.js';
import { filterOf } from '../../support/filters.js';
import { type OpenTui, type OpenTuiOptions, openTui } from '../../support/render-tui.js';

async function filled(options: OpenTuiOptions = {}) {
  const tui = await openTui(options);
  tui.log.append(
    messageReceived('m1', '我要报销', { senderStaffId: 'user02', senderNick: '李四' }),
    messageReceived('m2', '在吗'),
    cardCreated('dtcard-8f0c'),
    callbackReceived('e1'),
  );
  await tui.pass(100);
  return tui;
}

/** Rows of the feed: up to the line that closes it. */
function rows(screen: readonly string[]) {
  const below = screen.slice(4);
  const end = below.findIndex((line) => line.startsWith('──'));
  return below.slice(0, end).filter((line) => line.trim() !== '');
}

describe('the filter of the feed', () => {
  it('is in force once it is accepted, and named with what it hides', async () => {
    const tui = await filled();
    expect(rows(tui.screen())).toHaveLength(4);
    await tui.keys('f');
    expect(tui.screen().at(-2)).toContain('过滤 › kind:callback');
    await tui.keys('kind:message user:李四');
    expect(rows(tui.screen())).toHaveLength(4);
    await tui.keys('<enter>');
    expect(rows(tui.screen())).toHaveLength(1);
    expect(tui.screen()[1]).toContain('过滤 kind:message user:李四 隐藏 3 条');
    expect(tui.screen().at(-2)?.trim()).toBe('');
  });

  it('ends with esc, and is given up with esc while it is typed', async () => {
    const tui = await filled();
    await tui.keys('fkind:card<enter>f user:李四');
    await escape(tui);
    expect(tui.screen()[1]).toContain('过滤 kind:card 隐藏 3 条');
    await escape(tui);
    expect(tui.screen()[1]).not.toContain('过滤');
    expect(rows(tui.screen())).toHaveLength(4);
  });

  it('points at a mistake below it, and is not accepted with one', async () => {
    const tui = await filled();
    await tui.keys('f报销 usr:x');
    const [typed = '', below = ''] = tui.screen().slice(-2);
    expect(typed).toContain('过滤 › 报销 usr:x');
    expect(below).toContain('^^^ 没有字段“usr”；是不是“user”？');
    const before = (text: string, mark: string) => displayWidth(text.slice(0, text.indexOf(mark)));
    expect(before(below, '^')).toBe(before(typed, 'usr'));
    await tui.keys('<enter>');
    expect(tui.screen().at(-2)).toContain('usr:x');
    expect(rows(tui.screen())).toHaveLength(4);
    await tui.keys('<backspace><backspace>');
    expect(tui.screen().at(-1)).toContain('esc');
  });

  it('has its sentence on the other side of the mark where there is more room', async () => {
    const tui = await filled({ cols: 60 });
    await tui.keys(`f${'报销 '.repeat(8)}usr:x`);
    expect(tui.screen().at(-1)).toMatch(/没有字段“usr”；是不是“user”？ +\^\^\^$/);
  });

  it('is edited like any text, with the cursor in it', async () => {
    const tui = await filled();
    await tui.keys('f李四x<backspace>');
    expect(tui.cursor()).toMatchObject({ column: 8 + 4, row: 22 });
    await tui.keys('<enter>f');
    expect(tui.screen().at(-2)).toContain('过滤 › 李四');
    await tui.keys('<ctrl-u><enter>');
    expect(tui.screen()[1]).not.toContain('过滤');
  });

  it('takes what is pasted as one line', async () => {
    const tui = await filled();
    await tui.keys('f');
    await tui.keys('\u001b[200~kind:message\nuser:李四\u001b[201~');
    await tui.keys('<enter>');
    expect(tui.screen()[1]).toContain('过滤 kind:message user:李四');
  });

  it('shows and hides rows as they change', async () => {
    const tui = await filled({ filter: filterOf('waiting') });
    expect(rows(tui.screen())).toHaveLength(1);
    tui.log.append(callbackAnswered('e1'));
    await tui.pass(100);
    expect(tui.text()).toContain('没有符合过滤条件的条目');
    expect(tui.screen()[1]).toContain('过滤 waiting 隐藏 4 条');
    tui.log.append(callbackReceived('e2'));
    await tui.pass(100);
    expect(rows(tui.screen())).toHaveLength(1);
  });

  it('moves within what is shown', async () => {
    const tui = await filled({ filter: filterOf('kind:message') });
    await tui.keys('g<enter>');
    expect(tui.text()).toContain('我要报销');
    await escape(tui);
    await tui.keys('j<enter>');
    expect(tui.text()).toContain('在吗');
  });

  it('knows the names of templates', async () => {
    const tui = await filled({
      filter: filterOf('template:审批'),
      aliasesOf: (id) => (id === 'approval.schema' ? ['审批'] : []),
    });
    expect(rows(tui.screen())).toHaveLength(2);
  });

  it('fits on a small screen, and its field scrolls with the mark', async () => {
    const tui = await filled({ cols: 40, rows: 10 });
    await tui.keys('f报销报销报销报销报销报销 user:a usr:x');
    const [typed = '', below = ''] = tui.screen().slice(-2);
    const before = (text: string, mark: string) => displayWidth(text.slice(0, text.indexOf(mark)));
    expect(before(below, '^')).toBe(before(typed, 'usr'));
  });
});

async function escape(tui: OpenTui): Promise<void> {
  await tui.keys('<esc>');
  await tui.pass(40);
}
