import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/json-text.js';
import { componentId, fallbackActionId, unsetActionId } from '../../../src/card/act/action-id.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { drawCard } from '../../support/draw-card.js';

const node = (componentName: string, props: JsonObject = {}): TemplateNode => ({
  componentName,
  id: 'node_1',
  props,
  children: [],
  slots: {},
  path: '$',
});

const { evaluation } = drawCard([]);
const fallback = (componentName: string, props: JsonObject = {}, bundle: JsonObject = props) =>
  fallbackActionId(evaluation, node(componentName, props), { frames: [] }, bundle);

it.each([
  ['SingleButton', 'single_button_node_1'],
  ['Grid', 'grid'],
  ['Column', 'grid'],
  ['Checkbox', '1'],
  ['FixedSingleButton', 'single_button_node_1'],
])('%s without actionId sends %s', (componentName, id) => {
  expect(fallback(componentName)).toBe(id);
});

it('entries of button lists send their own id', () => {
  expect(fallback('ButtonBlock', {}, { id: 'submit' })).toBe('submit');
  expect(fallback('ButtonList', {}, { id: '2' })).toBe('2');
  expect(fallback('ButtonList', {}, {})).toBe('single_button_node_1');
});

it('inputs and forms send their id, filled in', () => {
  const id = { type: 'dynamicString', content: '${loop.name}', i18n: false };
  const place = { frames: [{ listPath: 'rows', item: { name: 'phone' }, index: 0 }] };
  expect(componentId(evaluation, node('Input', { id }), place)).toBe('phone');
  for (const one of ['Input', 'SelectBlock', 'MultiSelectBlock', 'DatePickerBlock', 'Form']) {
    expect(fallback(one, { id: 'x' })).toBe('x');
  }
});

it('where nothing is known, a setting decides', () => {
  const by = (setting: 'nodeId' | 'none') =>
    unsetActionId(drawCard([], { settings: { unsetActionId: setting } }).evaluation, node('x'));
  expect(by('nodeId')).toBe('node_1');
  expect(by('none')).toBe('');
});
