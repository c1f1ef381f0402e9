import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/json-text.js';
import { inputAction, isForwardBlocked, tapOf, tapOfEvent } from '../../../src/card/act/tap-of.js';
import { defaultSwitches } from '../../../src/card/card-data.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { type DrawInput, drawCard } from '../../support/draw-card.js';

const place = { frames: [] };

function node(componentName: string, props: JsonObject): TemplateNode {
  return { componentName, id: 'n', props, children: [], slots: {}, path: '$' };
}

const tap = (componentName: string, props: JsonObject, input: DrawInput = {}) =>
  tapOf(drawCard([], input).evaluation, node(componentName, props), place);

const url = (value: string) => ({ type: 'dynamicLink', valueType: 'fixed', value });
const unset = { type: 'dynamicLink', valueType: 'variable', variable: 'nobody' };

describe('tapOf', () => {
  it('is nothing for what only could be clickable', () => {
    expect(tap('Grid', {})).toBeUndefined();
    expect(tap('Grid', { actionType: 'url', url: url('') })).toBeUndefined();
    expect(tap('Grid', { actionType: 'request', enableClickEvent: false })).toBeUndefined();
    expect(tap('BaseText', {})).toBeUndefined();
  });

  it('says what a clickable thing does', () => {
    expect(tap('Grid', { actionType: 'request' })).toEqual({ does: 'request', enabled: true });
    expect(tap('Grid', { url: url('https://a.example') })).toEqual({ does: 'url', enabled: true });
    expect(tap('Card', { actionType: 'jsapi', jsapiName: 'x' })).toMatchObject({ does: 'jsapi' });
    expect(tap('Card', { actionType: 'fly' })).toEqual({ does: 'unknown', enabled: true });
  });

  it('is dead while the link or the event has no value', () => {
    const dead = { enabled: false, why: 'no-action' };
    expect(tap('Grid', { url: unset })).toEqual({ does: 'url', ...dead });
    const dynamicEventVar = { variable: 'nobody' };
    expect(tap('Grid', { actionType: 'dynamicEvent', dynamicEventVar })).toMatchObject(dead);
    expect(tap('Grid', { actionType: 'actionSheet' })).toMatchObject(dead);
  });

  it('shows buttons without action as dead, by their status first', () => {
    expect(tap('SingleButton', {})).toEqual({ does: 'none', enabled: false, why: 'no-action' });
    expect(tap('SingleButton', { status: 'disabled' })).toMatchObject({ why: 'status' });
    const button = { status: { valueType: 'variable', variable: 'x' }, actionType: 'request' };
    expect(tap('SingleButton', button)).toMatchObject({ why: 'status-unset' });
  });

  it('asks the status of inputs and forms, and disabled of checkboxes', () => {
    expect(tap('Input', { status: 'loading' })).toMatchObject({ enabled: false, why: 'status' });
    expect(tap('Form', { status: 'normal' })).toEqual({ does: 'request', enabled: true });
    expect(
      tap('Checkbox', { actionType: 'request' }, { settings: { missingStatus: 'dead' } }),
    ).toEqual({
      does: 'request',
      enabled: true,
    });
    expect(tap('CheckableTags', { disabled: true })).toMatchObject({ enabled: false });
  });

  it('names what only some components do', () => {
    expect(tap('CollapsePanel', {})).toEqual({ does: 'toggle', enabled: true });
    expect(tap('Feedback', {})).toEqual({ does: 'feedback', enabled: true });
    const actionSheetItems = [{ actionSheetAction: 'none' }];
    expect(tap('DropdownButton', { actionType: 'url', actionSheetItems })).toEqual({
      does: 'actionSheet',
      enabled: true,
    });
    expect(tap('DropdownButton', { actionType: 'url' })).toMatchObject({ why: 'no-action' });
    expect(tap('Image', {})).toEqual({ does: 'preview', enabled: true });
    expect(tap('Image', { enablePreview: false })).toBeUndefined();
    expect(tap('Image', { actionType: 'request' })).toMatchObject({ does: 'request' });
  });

  it('has no id to send where the setting forbids guessing', () => {
    const bare = { status: 'normal', actionType: 'request' };
    const input = { settings: { unsetActionId: 'none' } } as const;
    expect(tap('FixedSingleButton', bare, input)).toEqual({
      does: 'request',
      enabled: false,
      why: 'no-action-id',
    });
    expect(tap('SingleButton', bare, input)).toMatchObject({ enabled: true });
    const dead = { does: 'request', enabled: false, why: 'no-action-id' };
    expect(tap('Input', bare, input)).toEqual(dead);
    expect(tap('Form', bare, input)).toEqual(dead);
    expect(tap('Input', bare)).toMatchObject({ enabled: true });
    expect(tap('Input', { ...bare, id: 'i' }, input)).toMatchObject({ enabled: true });
    expect(tap('Input', { actionType: 'setLocalState' }, input)).toMatchObject({ enabled: true });
    expect(tap('Checkbox', bare, input)).toMatchObject({ enabled: true });
  });

  it('is dead on a forwarded card that says so', () => {
    const props = { actionType: 'request', disabledWhileForward: true };
    expect(tap('Grid', props, { switches: { forwarded: true } })).toEqual({
      does: 'request',
      enabled: false,
      why: 'forwarded',
    });
    expect(tap('Grid', props)).toMatchObject({ enabled: true });
    const control = { ...props, id: 'i', status: 'normal' };
    for (const component of ['Input', 'Form', 'Checkbox']) {
      expect(tap(component, control, { switches: { forwarded: true } })).toEqual({
        does: 'request',
        enabled: false,
        why: 'forwarded',
      });
    }
    expect(isForwardBlocked({ ...defaultSwitches, forwarded: true }, {})).toBe(false);
  });

  it('is nothing while the link condition is not met', () => {
    const linkCondition = { type: 'dynamicVisible', valueType: 'fixed', value: false };
    expect(tap('Card', { actionType: 'request', linkCondition })).toBeUndefined();
  });

  it('reads an entry of a list of buttons', () => {
    const { evaluation } = drawCard([]);
    const list = node('ButtonBlock', { buttons: [] });
    const bundle = { id: 'b', status: 'disabled', actionType: 'request' };
    expect(tapOf(evaluation, list, place, bundle)).toMatchObject({ why: 'status' });
  });
});

it('a button that came as data is dead without an event it can do', () => {
  const open = { type: 'openLink', params: { url: { ios: 'https://a.example' } } };
  expect(tapOfEvent(open, true, { ...defaultSwitches, platform: 'ios' }).enabled).toBe(true);
  expect(tapOfEvent(open, true, defaultSwitches)).toMatchObject({ why: 'no-action' });
  expect(tapOfEvent(open, false, defaultSwitches)).toMatchObject({ why: 'status' });
  expect(tapOfEvent(undefined, true, defaultSwitches)).toMatchObject({ why: 'no-action' });
  const send = (params: JsonObject) => ({ type: 'sendCardRequest', params });
  expect(tapOfEvent(send({ actionId: 'ok' }), true, defaultSwitches).enabled).toBe(true);
  expect(tapOfEvent(send({}), true, defaultSwitches)).toEqual({
    does: 'dynamicEvent',
    enabled: false,
    why: 'no-action-id',
  });
});

it('an input without actionType writes where it has a target, and sends otherwise', () => {
  expect(inputAction({ localVarAction: { variable: 'x' } })).toBe('setLocalState');
  expect(inputAction({ singleLocalVariable: { variable: 'x' } })).toBe('setLocalState');
  expect(inputAction({ localVarAction: { variable: '' } })).toBe('request');
  expect(inputAction({ actionType: 'request', localVarAction: { variable: 'x' } })).toBe('request');
});
