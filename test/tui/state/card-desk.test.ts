import { describe, expect, it } from 'vitest';
import { createCardDesk } from '../../../src/tui/state/card-desk.js';
import { cardUi } from '../../../src/tui/state/card-ui.js';
import { templateAt } from '../../support/card-templates.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

const approval = templateAt('examples/approval/template.json');
const leave = templateAt('examples/leave-form/template.json');
const cardParamMap = { title: '报销', status: '待处理' };
const created = cardCreated('card-1', {
  cardParamMap,
  privateData: { user002: { cardParamMap: { status: '私有' } } },
});

describe('a desk with a template', () => {
  const desk = () => createCardDesk({ templateOf: () => approval });

  it('paints a card as one viewer sees it', () => {
    const frame = desk().frame(cardUi('card-1', undefined), dataOf([created]), 60);
    expect(frame.template).toBe(approval);
    expect(frame.painted.width).toBe(60);
    expect(frame.painted.regions.map(({ node }) => node.kind)).toEqual(['button', 'button']);
    expect(frame.view?.evaluation.data.cardData).toMatchObject(cardParamMap);
  });

  it('takes what only the viewer was answered for theirs', () => {
    const response = { cardData: { cardParamMap: { title: '报销', status: '已同意' } } };
    const data = dataOf([
      sessionStarted({ answerReach: 'clicker' }),
      created,
      callbackReceived('e1', { outTrackId: 'card-1', userId: 'user03' }),
      callbackAnswered('e1', { response }),
    ]);
    const seen = (userId: string | undefined) =>
      desk().frame(cardUi('card-1', userId), data, 60).view?.evaluation.data.cardData;
    expect(seen('user03')).toMatchObject({ status: '已同意' });
    expect(seen('user02')).toMatchObject(cardParamMap);
    expect(desk().frame(cardUi('card-1', undefined), data, 60).viewers).toMatchObject([
      { userId: 'user002' },
      { userId: 'user03' },
      { userId: undefined },
    ]);
  });

  it('paints anew only when something changed', () => {
    const one = desk();
    const data = dataOf([created]);
    const ui = cardUi('card-1', undefined);
    const first = one.frame(ui, data, 60).painted;
    expect(one.frame({ ...ui, top: 3 }, data, 60).painted).toBe(first);
    expect(one.frame(ui, data, 50).painted).not.toBe(first);
    expect(one.frame({ ...ui, theme: 'dark' }, data, 60).painted).not.toBe(first);
  });

  it('finds the region that has the focus', () => {
    const one = desk();
    const data = dataOf([created]);
    const ui = cardUi('card-1', undefined);
    const id = one.frame(ui, data, 60).painted.regions[1]?.id;
    expect(one.frame({ ...ui, focus: id }, data, 60).focused?.id).toBe(id);
    expect(one.frame({ ...ui, focus: 'gone' }, data, 60).focused).toBeUndefined();
  });

  it('takes a new version of the template at once', () => {
    let template = approval;
    const one = createCardDesk({ templateOf: () => template });
    const data = dataOf([created]);
    const ui = cardUi('card-1', undefined);
    one.frame(ui, data, 60);
    template = leave;
    expect(one.frame(ui, data, 60).template).toBe(leave);
  });

  it('keeps what is typed into a form until it is told to forget it', () => {
    const one = desk();
    const data = dataOf([created]);
    const ui = cardUi('card-1', undefined);
    one.frame(ui, data, 60);
    one.setFormValue(ui, 'form', 'days', 3);
    one.setFormValue(ui, 'form', '__proto__', 'x');
    expect(Object.entries(one.formValues(ui, 'form'))).toEqual([
      ['days', 3],
      ['__proto__', 'x'],
    ]);
    expect(one.formValues({ ...ui, userId: 'user002' }, 'form')).toEqual({});
    one.forget(ui);
    expect(one.formValues(ui, 'form')).toEqual({});
  });
});

describe('who looks at a card', () => {
  it('are those with data of their own, those who touched it, simulated people, and nobody', () => {
    const data = dataOf([created, callbackReceived('e1', { outTrackId: 'card-1' })]);
    const people = [
      { userId: 'user002', name: '李四' },
      { userId: 'user003', name: '王五' },
    ];
    const { viewers } = createCardDesk({ templateOf: () => undefined, people }).frame(
      cardUi('card-1', undefined),
      data,
      60,
    );
    expect(viewers.map(({ userId, name }) => [userId, name])).toEqual([
      ['user002', '李四'],
      ['user02', 'user02'],
      ['user003', '王五'],
      [undefined, '仅公有数据'],
    ]);
  });
});

describe('a desk without a template', () => {
  it('lists the variables', () => {
    const frame = createCardDesk({ templateOf: () => undefined }).frame(
      cardUi('card-1', 'user002'),
      dataOf([created]),
      60,
    );
    expect(frame.view).toBeUndefined();
    expect(frame.painted.lines.length).toBeGreaterThan(5);
    expect(frame.painted.regions).toEqual([]);
  });
});
