import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../src/card/act/effect.js';
import { translator } from '../../../src/i18n/translate.js';
import { cardPanelLines, effectText } from '../../../src/tui/components/card-panel-lines.js';
import { createCardDesk } from '../../../src/tui/state/card-desk.js';
import { cardUi } from '../../../src/tui/state/card-ui.js';
import { templateAt } from '../../support/card-templates.js';
import { cardCreated } from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

const t = translator('zh');
const said = (effect: Effect) => effectText(effect, t).map(({ text }) => text);
const request = { actionIds: ['agree'], params: { a: 1 } } as const;

describe('effectText', () => {
  it('says what was sent and what came back', () => {
    const reply = { ok: true, cardData: { status: '同意' }, cardPrivateData: {} } as const;
    expect(said({ type: 'callback', request, reply })).toEqual([
      '→ agree  a=1',
      '✓ 已应答  cardData status=同意',
    ]);
    expect(said({ type: 'callback', request, reply: { ok: false, reason: '没人' } })[1]).toBe(
      '✗ 没人',
    );
  });

  it('says everything else that can come of a touch', () => {
    const menu = { title: '更多', message: '', items: [{ text: '转交' }] };
    const dialog = { title: '确定？', message: '', okText: '确定', cancelText: '取消' };
    const effects: readonly Effect[] = [
      { type: 'setLocal', changes: [{ name: 'form', key: 'days', value: 3 }] },
      { type: 'toast', toast: { content: '好了', kind: 'success' } },
      { type: 'openLink', url: 'https://a.com', refused: false },
      { type: 'openModal', title: '', url: 'file:///etc', refused: true },
      { type: 'copy', text: '文字' },
      { type: 'preview', url: '@lALP' },
      { type: 'confirm', dialog, ok: false },
      { type: 'menu', menu, chosen: 0 },
      { type: 'clientApi', name: 'biz.scan', params: {} },
      { type: 'system', actionId: 'sys_x', params: {} },
      { type: 'invalid', problems: [{ field: '天数', message: '必填' }] },
      { type: 'nothing', why: 'status' },
    ];
    expect(effects.flatMap(said)).toEqual([
      'localData  form.days = 3',
      '提示：好了',
      '打开链接 https://a.com',
      '拒绝打开 file:///etc',
      '复制：文字',
      '预览图片 @lALP',
      '确定？ → 取消',
      '更多 → 转交',
      '客户端接口 biz.scan 在终端里不存在',
      'sys_x 由钉钉处理，不会回调',
      '✗ 天数  必填',
      '⊘ status 不是 normal，点击无效',
    ]);
  });
});

describe('cardPanelLines', () => {
  const approval = templateAt('examples/approval/template.json');
  const desk = createCardDesk({ templateOf: () => approval });
  const data = dataOf([cardCreated('c', { cardParamMap: { title: 'x', status: '待处理' } })]);
  const ui = cardUi('c', undefined);

  it('says how to touch something, then what has the focus', () => {
    const frame = desk.frame(ui, data, 60);
    expect(textOf(cardPanelLines(ui, frame, data, 40))[0]).toBe(' 2 个控件：tab 选择，回车点击');
    const focused = { ...ui, focus: frame.painted.regions[0]?.id };
    const lines = cardPanelLines(focused, desk.frame(focused, data, 60), data, 40);
    expect(textOf(lines)[0]).toBe(' ▸ ButtonList 拒绝  回传请求');
  });

  it('wraps what is long, and lets nothing through that moves text', () => {
    const toast = { content: `\u001b[2J${'长'.repeat(5000)}`, kind: 'info' } as const;
    const lines = textOf(
      cardPanelLines(
        { ...ui, effects: [{ type: 'toast', toast }] },
        desk.frame(ui, data, 60),
        data,
        40,
      ),
    );
    expect(lines.join('')).not.toContain('\u001b');
    expect(lines.length).toBeLessThan(25);
  });

  it('says that an answer is awaited', () => {
    const waiting = { ...ui, effects: undefined };
    const lines = cardPanelLines(waiting, desk.frame(ui, data, 60), data, 40);
    expect(textOf(lines).at(-1)).toBe(' ◐ 等待应答');
  });
});
