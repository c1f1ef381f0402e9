import { expect, it } from 'vitest';
import { exportTemplate, fixed, ref, request, text } from '../../../scripts/templates/exported.js';
import type { CallbackReply } from '../../../src/card/act/effect.js';
import { createLiveCard, type LiveCardHost } from '../../../src/card/act/live-card.js';
import { viewNodes } from '../../../src/card/act/view-tree.js';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { node } from '../../support/draw-card.js';
import { idleHost } from '../../support/idle-host.js';

const template = readTemplate(
  exportTemplate({
    variables: [
      { name: 'count', type: 'number' },
      { name: 'mine', type: 'string', private: true },
    ],
    locals: { flag: 'boolean' },
    root: node('Card', 'card', {}, [
      node('BaseText', 't', { text: text('${count} ${mine} ${flag}') }),
      node('SingleButton', 'send', {
        status: 'normal',
        ...request('go', ['count', { variable: 'count' }]),
      }),
      node('SingleButton', 'flag', {
        status: 'normal',
        actionType: 'setLocalState',
        localVarAction: ref('flag', 'boolean'),
        booleanLocalValue: fixed('dynamicBoolean', true),
      }),
    ]),
  }),
);

const ok: CallbackReply = { ok: true, cardData: {}, cardPrivateData: {} };

const host = (parts: Partial<LiveCardHost> = {}): LiveCardHost => ({ ...idleHost, ...parts });

const live = () =>
  createLiveCard({ template, cardParamMap: { count: '5' }, privateParamMap: { mine: '我' } });

function shown(card: ReturnType<typeof live>): string {
  for (const drawn of viewNodes(card.view().root)) if (drawn.kind === 'text') return drawn.text;
  return '';
}

it('decodes what came over the wire and draws it once', () => {
  const card = live();
  expect(card.data()).toEqual({
    cardData: { count: 5 },
    cardPrivateData: { mine: '我' },
    localData: {},
  });
  expect(shown(card)).toBe('5 我 ');
  expect(card.view()).toBe(card.view());
  expect(card.data()).toBe(card.data());
});

it('draws anew after data, and tells who listens until they stop', () => {
  const card = live();
  let told = 0;
  const stop = card.subscribe(() => told++);
  card.setData({ cardParamMap: { count: '6' } });
  expect(shown(card)).toBe('6 我 ');
  card.setData({ privateParamMap: {} });
  expect(shown(card)).toBe('6  ');
  expect(told).toBe(2);
  stop();
  card.setData({});
  expect(told).toBe(2);
});

it('keeps local changes over new data, until the conversation is opened again', async () => {
  const card = live();
  await card.act('flag', { type: 'tap' }, host());
  expect(shown(card)).toBe('5 我 true');
  card.setData({ cardParamMap: { count: '7' } });
  expect(shown(card)).toBe('7 我 true');
  card.resetLocal();
  expect(shown(card)).toBe('7 我 ');
});

it('sends what is there now, and the callback may change the card meanwhile', async () => {
  const card = live();
  const sent: unknown[] = [];
  await card.act(
    'send',
    { type: 'tap' },
    host({
      sendCallback(callback) {
        sent.push(callback.params);
        card.setData({ cardParamMap: { count: '8' } });
        return Promise.resolve(ok);
      },
    }),
  );
  expect(sent).toEqual([{ count: 5 }]);
  expect(shown(card)).toBe('8 我 ');
});

it('is drawn for another platform, and from another template', () => {
  const card = live();
  card.setSwitches({ ...defaultSwitches, theme: 'dark' });
  expect(card.view().evaluation.switches.theme).toBe('dark');
  const other = readTemplate(exportTemplate({ root: node('Card', 'other', {}) }));
  card.setTemplate(other);
  expect(card.view().root?.key).toBe('other');
  expect(card.data().cardData).toEqual({});
});

it('a listener that throws keeps nobody from hearing', async () => {
  const card = live();
  let told = 0;
  card.subscribe(() => {
    throw new Error('broken face');
  });
  card.subscribe(() => told++);
  const effects = await card.act('flag', { type: 'tap' }, host());
  expect(effects[0]).toMatchObject({ type: 'setLocal' });
  expect(told).toBe(1);
});
