import { expect, it } from 'vitest';
import { ref } from '../../../scripts/templates/exported.js';
import type { JsonValue } from '../../../src/base/json-text.js';
import { actOnView } from '../../support/act-on-card.js';
import { drawCard, node } from '../../support/draw-card.js';

const meta = [{ alias: 'c', aliasName: '列', dataType: 'OBJECT' }];

function touch(cell: JsonValue, dataType = 'OBJECT', settings = {}) {
  const table = { meta: [{ ...meta[0], dataType }], data: [{ c: cell }] };
  const view = drawCard([node('Table', 't', { data: ref('table', 'table') })], {
    variables: [{ name: 'table', type: 'table' }],
    cardData: { table },
    settings,
  });
  return actOnView(view, 't/cell0.0');
}

it('a link opens, for the platform it is for', async () => {
  const url = { pc: 'https://a.example/pc', mob: 'https://a.example/mob' };
  expect((await touch({ value: '开', url })).effects).toEqual([
    { type: 'openLink', url: 'https://a.example/pc', refused: false },
  ]);
});

it('a request sends its column and its row', async () => {
  const cell = { value: '办', request: 'approve' };
  expect((await touch(cell)).sent).toEqual([
    { actionIds: ['approve'], params: { column: meta[0], row: { c: cell } } },
  ]);
  const object = { value: '办', request: { actionId: 'inner' } };
  expect((await touch(object)).sent[0]?.actionIds).toEqual(['inner']);
});

it('a request without id sends what the setting says', async () => {
  const cell = { value: '办', request: true };
  expect((await touch(cell)).sent[0]?.actionIds).toEqual(['single_button_t']);
  const silent = await touch(cell, 'OBJECT', { unsetActionId: 'none' });
  expect(silent.effects).toEqual([{ type: 'nothing', why: 'no-action-id' }]);
});

it('a button sends without being told to, unless it is off', async () => {
  expect((await touch({ value: '办' }, 'BUTTON')).sent).toHaveLength(1);
  const off = await touch({ value: '办', status: 'disabled' }, 'BUTTON');
  expect(off.effects).toEqual([{ type: 'nothing', why: 'status' }]);
});

it('a status is of buttons only, as the view has it', async () => {
  const cell = { value: '办', request: 'approve', status: 'done' };
  expect((await touch(cell)).sent[0]?.actionIds).toEqual(['approve']);
  expect((await touch(cell, 'BUTTON')).effects).toEqual([{ type: 'nothing', why: 'status' }]);
});

it('a cell that has only text is not touched', async () => {
  expect((await touch({ value: '字' })).effects).toMatchObject([{ why: 'no-such-key' }]);
});

it('a row that went away meanwhile is gone', async () => {
  const view = drawCard([node('Table', 't', { data: ref('table', 'table') })], {
    variables: [{ name: 'table', type: 'table' }],
    cardData: { table: { meta, data: [{ c: { value: '办', request: true } }] } },
  });
  const empty = { cardData: { table: { meta, data: [] } }, cardPrivateData: {}, localData: {} };
  const { effects } = await actOnView(view, 't/cell0.0', { type: 'tap' }, { data: () => empty });
  expect(effects).toEqual([{ type: 'nothing', why: 'no-such-item', what: '0.0' }]);
});
