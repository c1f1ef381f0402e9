import { describe, expect, it } from 'vitest';
import { mockParams } from '../../../src/card/data/mock-data.js';
import type { CardSource, CardTouch } from '../../../src/tui/state/card-source.js';
import { templateAt } from '../../support/card-templates.js';
import { callbackReceived, cardCreated } from '../../support/event-builders.js';
import { type OpenTuiOptions, openTui } from '../../support/render-tui.js';

const approval = templateAt('examples/approval/template.json');
const cardParamMap = {
  title: '李四提交的差旅费报销',
  type: '差旅费',
  amount: '860.50',
  reason: '去杭州开会',
  status: '待处理',
};

const withTemplate: CardSource = {
  templateOf: (id) => (id === 'approval.schema' ? approval : undefined),
};

async function opened(cards: CardSource | undefined, options: OpenTuiOptions = {}) {
  const tui = await openTui({ ...options, ...(cards ? { cards } : {}) });
  tui.log.append(
    cardCreated('dtcard-8f0c', {
      cardParamMap,
      privateData: { user002: { cardParamMap: { remark: '只给我看' } } },
    }),
  );
  await tui.pass(100);
  await tui.keys('c');
  return tui;
}

describe('the screen of a card', () => {
  it('paints the card with its template, at 80 columns', async () => {
    const tui = await opened(withTemplate);
    expect(tui.text()).toMatchInlineSnapshot(`
      " dtcard  ○ 未连接
       无规则文件                                                                1 条
      ────────────────────────────────────────────────────────────────────────────────
      ▸卡片 dtcard-8f0c · 视角 user002 · 浅色
      ╭──────────────────────────────────────────────────────────────────────────────╮
      │ 费用审批                                                                     │
      │ 李四提交的差旅费报销                                                         │
      │ 类型：差旅费                                                                 │
      │ 金额：860.50 元                                                              │
      │ 理由：去杭州开会                                                             │
      │ ──────────────────────────────────────────────────────────────────────────── │
      │                                                                              │
      │ [ ✕ 拒绝 ] [ ✓ 同意 ]                                                        │
      ╰──────────────────────────────────────────────────────────────────────────────╯



      ────────────────────────────────────────────────────────────────────────────────
       2 个控件：tab 选择，回车点击


      ────────────────────────────────────────────────────────────────────────────────

       tab 下一个控件  v 换视角  d 变量/卡片  t 深浅色  ? 帮助  esc 返回"
    `);
  });

  it('has what is known of it beside it where there is room', async () => {
    const tui = await opened(withTemplate, { cols: 120, rows: 20 });
    await tui.keys('<tab>');
    expect(tui.text()).toMatchInlineSnapshot(`
      " dtcard  ○ 未连接
       无规则文件                                                                                                        1 条
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
      ▸卡片 dtcard-8f0c · 视角 user002 · 浅色
      ╭──────────────────────────────────────────────────────────────────────╮ │  ▸ ButtonList 拒绝  回传请求
      │ 费用审批                                                             │ │
      │ 李四提交的差旅费报销                                                 │ │
      │ 类型：差旅费                                                         │ │
      │ 金额：860.50 元                                                      │ │
      │ 理由：去杭州开会                                                     │ │
      │ ──────────────────────────────────────────────────────────────────── │ │
      │                                                                      │ │
      │ [ ✕ 拒绝 ] [ ✓ 同意 ]                                                │ │
      ╰──────────────────────────────────────────────────────────────────────╯ │
                                                                               │
                                                                               │
                                                                               │
      ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

       tab 下一个控件  enter 点击  v 换视角  d 变量/卡片  t 深浅色  r 清空 localData  ? 帮助  esc 返回"
    `);
  });

  it('is readable at 40 columns', async () => {
    const tui = await opened(withTemplate, { cols: 40, rows: 24 });
    expect(tui.text()).toMatchInlineSnapshot(`
      " dtcard  ○ 未连接
       无规则文件                        1 条
      ────────────────────────────────────────
      ▸卡片 dtcard-8f0c · 视角 user002 · 浅色
      ╭──────────────────────────────────────╮
      │ 费用审批                             │
      │ 李四提交的差旅费报销                 │
      │ 类型：差旅费                         │
      │ 金额：860.50 元                      │
      │ 理由：去杭州开会                     │
      │ ──────────────────────────────────── │
      │                                      │
      │ [ ✕ 拒绝 ] [ ✓ 同意 ]                │
      ╰──────────────────────────────────────╯



      ────────────────────────────────────────
       2 个控件：tab 选择，回车点击


      ────────────────────────────────────────

       tab 下一个控件  ? 帮助  esc 返回"
    `);
  });

  it('lists the variables where no template file is registered, and says how to add one', async () => {
    const tui = await opened(undefined);
    expect(tui.text()).toMatchInlineSnapshot(`
      " dtcard  ○ 未连接
       无规则文件                                                                1 条
      ────────────────────────────────────────────────────────────────────────────────
      ▸卡片 dtcard-8f0c · 视角 user002 · 变量
      没有登记模板 approval.schema 的文件，所以只能列出变量。
      从卡片平台导出模板后登记：dtcard template add <文件>.json --id approval.schema

      ┌────────────────────┬──────────────────────────────────┬──────────────────────┐
      │ 变量               │ 公有                             │ 私有                 │
      ├────────────────────┼──────────────────────────────────┼──────────────────────┤
      │ title              │ 李四提交的差旅费报销             │                      │
      │ type               │ 差旅费                           │                      │
      │ amount             │ 860.50                           │                      │
      │ reason             │ 去杭州开会                       │                      │
      │ status             │ 待处理                           │                      │
      │ remark             │                                  │ 只给我看             │
      └────────────────────┴──────────────────────────────────┴──────────────────────┘
      ────────────────────────────────────────────────────────────────────────────────



      ────────────────────────────────────────────────────────────────────────────────

       tab 下一个控件  v 换视角  d 变量/卡片  t 深浅色  ? 帮助  esc 返回"
    `);
  });

  it('speaks English', async () => {
    const tui = await opened(undefined, { lang: 'en' });
    expect(tui.text()).toContain('No file is registered for template approval.schema');
    expect(tui.text()).toContain('dtcard template add <file>.json');
  });

  it('shows the variables of a card that has a template when asked to', async () => {
    const tui = await opened(withTemplate);
    await tui.keys('d');
    expect(tui.text()).toContain('│ amount ');
    expect(tui.text()).toContain('860.50');
    expect(tui.text()).not.toContain('没有登记');
    await tui.keys('d');
    expect(tui.text()).toContain('金额：860.50 元');
  });

  it('follows what happens to the card', async () => {
    const tui = await opened(withTemplate);
    tui.log.append({
      type: 'card.updated',
      outTrackId: 'dtcard-8f0c',
      cardParamMap: { amount: '1.00' },
      cardUpdateOptions: { updateCardDataByKey: true },
      because: {},
    });
    await tui.pass(200);
    expect(tui.text()).toContain('金额：1.00 元');
    expect(tui.text()).toContain('类型：差旅费');
  });

  it('is looked at as anybody who has to do with it', async () => {
    const tui = await opened(withTemplate);
    expect(tui.screen()[3]).toContain('视角 user002');
    await tui.keys('d');
    expect(tui.text()).toContain('只给我看');
    await tui.keys('v');
    expect(tui.screen()[3]).toContain('视角 仅公有数据');
    expect(tui.text()).not.toContain('只给我看');
  });

  it('opens from a callback as whoever touched the card', async () => {
    const tui = await openTui({ cards: withTemplate });
    tui.log.append(cardCreated('dtcard-8f0c', { cardParamMap }), callbackReceived('e1'));
    await tui.pass(100);
    await tui.keys('c');
    expect(tui.screen()[3]).toContain('视角 user02');
    await tui.keys('q');
    expect(tui.text()).toContain('回调');
  });

  it('says when there is no card, or none that is known', async () => {
    const tui = await openTui();
    await tui.keys('c');
    expect(tui.text()).toContain('这一条没有卡片');
    tui.log.append(callbackReceived('e1', { outTrackId: 'other' }));
    await tui.pass(100);
    await tui.keys('c');
    expect(tui.text()).toContain('这张卡片不是从这里发出的');
  });

  it('scrolls', async () => {
    const tui = await opened(withTemplate, { rows: 14 });
    expect(tui.screen()[3]).toMatch(/1–\d+ \/ \d+/);
    await tui.keys('G');
    expect(tui.text()).toContain('╰─');
    await tui.keys('g');
    expect(tui.text()).toContain('╭─');
  });
});

describe('touching a card', () => {
  it('is for people alone on the real platform, and says so', async () => {
    const tui = await opened(withTemplate);
    await tui.keys('<enter>');
    expect(tui.text()).toContain('先用 tab 选一个控件');
    await tui.keys('<tab><tab><enter>');
    expect(tui.text()).toContain('→ accept');
    expect(tui.text()).toContain('真实钉钉上只有人能点击');
  });

  it('sends the callback as the viewer where a simulator is there', async () => {
    const touches: CardTouch[] = [];
    const tui = await opened({
      ...withTemplate,
      people: [{ userId: 'manager01', name: '张经理' }],
      tap(touch) {
        touches.push(touch);
        return Promise.resolve({
          ok: true,
          cardParamMap: { status: '已同意' },
          privateParamMap: {},
        });
      },
    });
    await tui.keys('v<tab><tab><enter>');
    expect(touches).toEqual([
      {
        outTrackId: 'dtcard-8f0c',
        userId: 'manager01',
        request: { actionIds: ['accept'], params: { action: 'accept' } },
      },
    ]);
    expect(tui.text()).toContain('✓ 已应答  cardData status=已同意');
    expect(tui.screen()[3]).toContain('视角 张经理');
  });

  it('goes through the controls in both directions', async () => {
    const tui = await opened(withTemplate);
    await tui.keys('<tab>');
    expect(tui.text()).toContain('▸ ButtonList 拒绝  回传请求');
    await tui.keys('<tab>');
    expect(tui.text()).toContain('▸ ButtonList 同意  回传请求');
    await tui.keys('<tab>');
    expect(tui.text()).toContain('▸ ButtonList 拒绝');
    await tui.keys('<shift-tab>');
    expect(tui.text()).toContain('▸ ButtonList 同意');
  });
});

describe('filling in a form', () => {
  const leave = templateAt('examples/leave-form/template.json');
  const mock = mockParams(leave);

  async function form() {
    const touches: CardTouch[] = [];
    const tui = await openTui({
      rows: 36,
      cards: {
        templateOf: () => leave,
        tap(touch) {
          touches.push(touch);
          return Promise.resolve({ ok: false, reason: '没人应答' });
        },
      },
    });
    tui.log.append(
      cardCreated('dtcard-8f0c', {
        cardParamMap: mock.cardParamMap,
        privateData: { user002: { cardParamMap: mock.privateParamMap } },
      }),
    );
    await tui.pass(100);
    await tui.keys('c');
    return { tui, touches };
  }

  it('chooses from lists and types texts', async () => {
    const { tui } = await form();
    await tui.keys('<tab><enter>');
    expect(tui.text()).toContain('› 年假');
    await tui.keys('j<enter>');
    expect(tui.text()).toMatch(/\[ 病假 +▾ \]/);
    await tui.keys('<tab><tab><tab><enter>家里有事');
    expect(tui.text()).toContain(' › 家里有事');
    await tui.keys('<enter>');
    expect(tui.text()).toMatch(/\[ 家里有事 +✎ \]/);
  });

  it('leaves everything as it was when a question is not answered', async () => {
    const { tui } = await form();
    await tui.keys('<tab><enter><esc>');
    await tui.pass(40);
    expect(tui.text()).toMatch(/\[ 请选择 +▾ \]/);
    expect(tui.text()).toContain('▸ Form');
  });

  it('forgets what was typed when it is told to', async () => {
    const { tui } = await form();
    await tui.keys('<tab><enter>j<enter>r');
    expect(tui.text()).toMatch(/\[ 请选择 +▾ \]/);
    expect(tui.text()).toContain('已清空 localData');
  });
});
