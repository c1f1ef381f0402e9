import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/log/event.js';
import { detailText } from '../../../src/tui/components/detail-lines.js';
import { effectLines } from '../../../src/tui/components/effect-lines.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  messageReceived,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

const response = {
  cardData: { cardParamMap: { status: '已同意', by: '张三' } },
  userPrivateData: { cardParamMap: { voted: 'true' } },
};
const late: EventBody = {
  type: 'card.updated',
  outTrackId: 'c1',
  cardParamMap: { status: '已撤回' },
  cardUpdateOptions: { updateCardDataByKey: true },
  because: { exchangeId: 'e1' },
};
const story: readonly EventBody[] = [
  sessionStarted({ answerReach: 'clicker' }),
  messageReceived('m1', 'hi', { senderStaffId: 'user02', senderNick: '李四' }),
  cardCreated('c1', {
    cardParamMap: { status: '待审批', title: '报销', note: '' },
    privateData: { user03: { cardParamMap: { voted: 'x' } } },
  }),
  callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' }),
  callbackAnswered('e1', { response }),
  late,
];

function shown(events: readonly EventBody[], width = 70) {
  const data = dataOf(events);
  return effectLines(data.effects.of('e1'), 'c1', data, width);
}

describe('effectLines', () => {
  it('are a table of before and after, and who sees it', () => {
    const text = textOf(shown(story))
      .join('\n')
      .replace(/\d\d:\d\d:\d\d[.\d]*/g, '<time>');
    expect(text).toMatchInlineSnapshot(`
      "应答  <time>
      公有数据（李四 看到的）  没有 updateCardDataByKey：替换了整份数据
        ~ status  待审批 → 已同意
        + by      张三
        − title   报销 → ∅ 变空
        1 个变量不变
      李四 的私有数据  没有 updatePrivateDataByKey：替换了整份数据
        + voted  true
        ● 李四    看到变化  应答的 cardData，只给点击者
        ○ user03  看不到变化  应答的 cardData 只给点击者
        ○ 其他人  看不到变化  应答的 cardData 只给点击者

      更新  <time>
      公有数据  updateCardDataByKey：只改给出的变量
        ~ status  待审批 → 已撤回
        2 个变量不变
      ! 更新让所有人看到；按时应答只有 李四 看到
        ● 李四    看到变化  公有数据，所有人
        ● user03  看到变化  公有数据，所有人
        ● 其他人  看到变化  公有数据，所有人"
    `);
  });

  it('stay within any width, whatever the data holds', () => {
    const hostile = '\u001b[2J\u202eevil\n\ud800';
    const events = [
      cardCreated('c1', { cardParamMap: { [hostile]: hostile.repeat(200) } }),
      callbackReceived('e1', { outTrackId: 'c1', userId: hostile }),
      callbackAnswered('e1', {
        response: { cardData: { cardParamMap: { [hostile]: '长'.repeat(5000) } } },
      }),
    ];
    for (const width of [24, 40, 80, 120]) {
      const lines = shown(events, width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(textOf(lines).join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
    }
  });

  it('say what is not known of a card from elsewhere', () => {
    const text = textOf(shown(story.filter(({ type }) => type !== 'card.created'))).join('\n');
    expect(text).toContain('改动前的数据未知');
    expect(text).toContain('没有给出的变量都会变空');
    expect(text).not.toContain('→');
  });

  it('have a section in the detail of their callback', () => {
    const data = dataOf(story);
    const row = data.feed.rows.findLast(({ kind }) => kind === 'exchange');
    if (!row) throw new Error('no row');
    const page = detailText(row, data, 70);
    const text = textOf(page.lines);
    const titles = page.sections.map((at) => text[at] ?? '');
    expect(titles).toContain('谁看到什么');
    expect(titles.indexOf('谁看到什么')).toBeLessThan(titles.indexOf('cardParamMap'));
    const empty = dataOf([callbackReceived('e1'), callbackAnswered('e1', { source: 'autoAck' })]);
    const [only] = empty.feed.rows;
    if (!only) throw new Error('no row');
    expect(textOf(detailText(only, empty, 70).lines).join('\n')).not.toContain('谁看到什么');
  });
});
