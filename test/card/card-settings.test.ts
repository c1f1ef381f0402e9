import { describe, expect, it } from 'vitest';
import { all, fixed, is, params, request, text, when } from '../../scripts/templates/exported.js';
import type { Gesture } from '../../src/card/act/gesture.js';
import {
  type CardSettings,
  cardSettingDefinitions,
  defaultCardSettings,
} from '../../src/card/card-settings.js';
import { actOnView } from '../support/act-on-card.js';
import { type DrawInput, drawCard, drawNode, node } from '../support/draw-card.js';

const normal = { status: fixed('dynamicSelect', 'normal') };

async function sent(
  source: ReturnType<typeof node>,
  settings: Partial<CardSettings>,
  gesture: Gesture = { type: 'tap' },
  input: DrawInput = {},
) {
  const view = drawCard([source], { ...input, settings });
  return (await actOnView(view, source.id, gesture)).sent;
}

const variables = [
  { name: 'v', type: 'stringArray' },
  { name: 't', type: 'string' },
] as const;
const isShown = (
  op: string,
  name: string,
  settings: Partial<CardSettings>,
  cardData: DrawInput['cardData'] = {},
) =>
  drawNode(node('BaseText', 'x', { text: text('x'), ...when(all(is(name, op))) }), {
    variables,
    cardData,
    settings,
  }) !== undefined;

describe('settings of cards', () => {
  it('have the defaults of their table, and a source each', () => {
    for (const [name, definition] of Object.entries(cardSettingDefinitions)) {
      expect(defaultCardSettings()).toHaveProperty(name, definition.default);
      expect(definition.source).toMatch(/^template-format §/);
    }
  });

  it('unsetActionId: what a button without an id sends', async () => {
    const button = node('FixedSingleButton', 'n', { ...normal, ...request('') });
    const ids = async (unsetActionId: CardSettings['unsetActionId']) =>
      (await sent(button, { unsetActionId })).map(({ actionIds }) => actionIds[0]);
    expect(await ids('single_button_<nodeId>')).toEqual(['single_button_n']);
    expect(await ids('nodeId')).toEqual(['n']);
    expect(await ids('none')).toEqual([]);
  });

  it('unsetParam: a parameter without a value', async () => {
    const button = node('SingleButton', 'n', {
      ...normal,
      ...request('a', ['p', { variable: 't' }]),
    });
    const of = async (unsetParam: CardSettings['unsetParam']) =>
      (await sent(button, { unsetParam }, { type: 'tap' }, { variables }))[0]?.params;
    expect(await of('omit')).toEqual({});
    expect(await of('null')).toEqual({ p: null });
  });

  it('builtInParamKeepsId: a choice under another name', async () => {
    const select = node('SelectBlock', 'n', {
      ...normal,
      id: text('sel'),
      options: fixed('dynamicSelectOptions', [{ text: text('A'), value: 'a' }]),
      actionType: 'request',
      params: [{ id: '__built_in_selectResult__', name: 'picked', type: 'builtIn', value: '' }],
    });
    const of = async (builtInParamKeepsId: boolean) =>
      Object.keys(
        (await sent(select, { builtInParamKeepsId }, { type: 'pick', index: 0 }))[0]?.params ?? {},
      ).sort();
    expect(await of(true)).toEqual(['picked', 'sel']);
    expect(await of(false)).toEqual(['picked']);
  });

  it('emptyInputSubmit: an input submitted empty', async () => {
    const input = node('Input', 'n', {
      ...normal,
      id: text('in'),
      actionType: 'request',
      params: params(),
    });
    const of = async (emptyInputSubmit: boolean) =>
      (await sent(input, { emptyInputSubmit }, { type: 'enter', text: '' })).length;
    expect([await of(true), await of(false)]).toEqual([1, 0]);
  });

  it('truthyZeroText: "0" in a condition', () => {
    const data = { t: '0' };
    expect(isShown('isTrue', 't', { truthyZeroText: true }, data)).toBe(true);
    expect(isShown('isTrue', 't', { truthyZeroText: false }, data)).toBe(false);
  });

  it('emptyListIsEmpty: [] in a condition', () => {
    const data = { v: [] };
    expect(isShown('isEmpty', 'v', { emptyListIsEmpty: true }, data)).toBe(true);
    expect(isShown('isEmpty', 'v', { emptyListIsEmpty: false }, data)).toBe(false);
  });

  it('missingStatus: a button whose file has no status', () => {
    const button = node('SingleButton', 'n', request('a'));
    expect(drawNode(button, { settings: { missingStatus: 'normal' } })).toMatchObject({
      state: 'normal',
    });
    expect(drawNode(button, { settings: { missingStatus: 'dead' } })).toMatchObject({
      state: 'disabled',
    });
  });
});
