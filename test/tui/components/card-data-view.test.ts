import { describe, expect, it } from 'vitest';
import { paintCard } from '../../../src/paint/paint-card.js';
import { toPlainText } from '../../../src/paint/plain-text.js';
import { dataView } from '../../../src/tui/components/card-data-view.js';
import { cardUi } from '../../../src/tui/state/card-ui.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

const data = dataOf([
  cardCreated('card-1', {
    cardParamMap: { title: '差旅\u001b[31m报销', list: '[{"a":1}]' },
    privateData: { user002: { cardParamMap: { remark: '只给我看', title: '我的' } } },
  }),
  cardCreated('empty', { cardParamMap: {} }),
]);

function shown(outTrackId: string, userId: string | undefined, hasTemplate = true): string {
  const ui = cardUi(outTrackId, userId);
  const view = dataView(ui, data.cards.get(outTrackId), hasTemplate, data);
  return toPlainText(paintCard(view, { width: 60, lang: 'zh', theme: 'light' }));
}

describe('dataView', () => {
  it('has what everybody gets beside what the viewer has besides', () => {
    expect(shown('card-1', 'user002')).toMatchInlineSnapshot(`
      "
      ┌───────────────┬──────────────────────┬───────────────────┐
      │ 变量          │ 公有                 │ 私有              │
      ├───────────────┼──────────────────────┼───────────────────┤
      │ title         │ 差旅�[31m报销        │ 我的              │
      │ list          │ [{"a":1}]            │                   │
      │ remark        │                      │ 只给我看          │
      └───────────────┴──────────────────────┴───────────────────┘
      "
    `);
    expect(shown('card-1', undefined)).not.toContain('私有');
  });

  it('shows what only the viewer was answered in the place of what everybody gets', () => {
    const answered = dataOf([
      sessionStarted({ answerReach: 'clicker' }),
      cardCreated('card-1', { cardParamMap: { title: '报销' } }),
      callbackReceived('e1', { outTrackId: 'card-1', userId: 'user02' }),
      callbackAnswered('e1', { response: { cardData: { cardParamMap: { title: '已同意' } } } }),
    ]);
    const of = (userId: string | undefined) =>
      JSON.stringify(
        dataView(cardUi('card-1', userId), answered.cards.get('card-1'), true, answered),
      );
    expect(of('user02')).toContain('已同意');
    expect(of('user02')).not.toContain('"报销"');
    for (const who of ['user03', undefined]) expect(of(who)).toContain('"报销"');
  });

  it('says what is missing', () => {
    expect(shown('card-1', undefined, false)).toContain('没有登记模板 approval.schema');
    expect(shown('empty', undefined)).toContain('没有变量');
    expect(shown('gone', undefined)).toContain('不是从这里发出的');
  });
});
