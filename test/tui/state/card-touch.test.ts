import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import type { FormField, ViewNode } from '../../../src/card/view/view-node.js';
import type { RegionPart } from '../../../src/paint/painted-card.js';
import { type Touch, touchOf } from '../../../src/tui/state/card-touch.js';
import { buttonNode, node } from '../../support/painted.js';

function touch(of: ViewNode, part?: RegionPart, typed: Record<string, JsonValue> = {}): Touch {
  const place = { x: 0, y: 0, width: 1, height: 1 };
  return touchOf({ id: 'r', key: of.key, node: of, ...(part ? { part } : {}), ...place }, typed);
}

const options = [
  { text: '年假', value: 'annual' },
  { text: '病假', value: 'sick' },
];

function then(begun: Touch, given: string | readonly number[]): Touch {
  if (begun.does === 'type' && typeof given === 'string') return begun.then(given);
  if (begun.does === 'choose' && typeof given === 'object') return begun.then(given);
  throw new Error(`nothing to say to ${begun.does}`);
}

const gesture = (of: object) => ({ does: 'gesture', gesture: of });

describe('touching', () => {
  it('a button, a picture or a box is a tap', () => {
    expect(touch(buttonNode('同意'))).toEqual(gesture({ type: 'tap' }));
  });

  it('an input or a date asks for a text', () => {
    const input = node('input', {
      title: '备注',
      message: '',
      placeholder: '请输入',
      value: '旧',
      state: 'normal',
      inline: true,
      multiline: false,
    });
    const begun = touch(input);
    expect(begun).toMatchObject({ does: 'type', title: '备注', hint: '请输入', start: '旧' });
    expect(then(begun, '新')).toEqual(gesture({ type: 'enter', text: '新' }));
    const date = node('date', {
      picker: 'date',
      format: 'yyyy-MM-dd',
      value: '',
      placeholder: '',
      state: 'normal',
    });
    expect(then(touch(date), '2026-11-22')).toEqual(gesture({ type: 'date', text: '2026-11-22' }));
  });

  it('a select asks for one of its options, or several', () => {
    const select = (multiple: boolean) =>
      node('select', { multiple, placeholder: '', options, selected: [1], state: 'normal' });
    expect(touch(select(false))).toMatchObject({ does: 'choose', items: ['年假', '病假'] });
    expect(then(touch(select(false)), [1])).toEqual(gesture({ type: 'pick', index: 1 }));
    expect(touch(select(true))).toMatchObject({ chosen: [1] });
    expect(then(touch(select(true)), [0, 1])).toEqual(
      gesture({ type: 'pickMany', indexes: [0, 1] }),
    );
  });

  it('an item of a list picks it or changes its side', () => {
    const list = (multiple: boolean) =>
      node('checkList', { multiple, state: 'normal', contentTaps: true, items: [] });
    const part = { is: 'item', index: 2 } as const;
    expect(touch(list(false), part)).toEqual(gesture({ type: 'pick', index: 2 }));
    expect(touch(list(true), part)).toEqual(gesture({ type: 'toggleItem', index: 2 }));
  });

  it('a part of the feedback bar is that part', () => {
    const bar = node('feedback', {
      likeDislike: true,
      chosen: 'none',
      copy: true,
      refresh: false,
      share: false,
      divider: false,
      children: [],
    });
    expect(touch(bar, { is: 'feedback', part: 'like' })).toEqual(
      gesture({ type: 'feedback', part: 'like' }),
    );
  });
});

describe('touching a form', () => {
  const field = (type: FormField['type'], part: Partial<FormField> = {}): FormField => ({
    name: 'f',
    label: '字段',
    type,
    declaredType: type,
    hidden: false,
    readOnly: false,
    required: false,
    requiredMsg: '',
    placeholder: '',
    options,
    ...part,
  });
  const form = (one: FormField, state: 'normal' | 'disabled' = 'normal') =>
    node('form', { fields: [one], submitText: '提交', state, customSubmit: false, children: [] });
  const part = { is: 'field', name: 'f' } as const;
  const filled = (one: FormField, given: string | readonly number[]) =>
    then(touch(form(one), part), given);
  const fill = (value: JsonValue) => ({ does: 'fill', name: 'f', value });

  it('fills in each field in the form it is submitted in', () => {
    expect(filled(field('TEXT'), 'a')).toEqual(fill('a'));
    expect(filled(field('TEXT_ARRAY'), 'a\n\nb')).toEqual(fill(['a', 'b']));
    expect(filled(field('SELECT'), [1])).toEqual(fill({ index: 1, value: 'sick' }));
    expect(filled(field('CHECKBOX_GROUP'), [0])).toEqual(fill('annual'));
    expect(filled(field('MULTI_SELECT'), [0, 1])).toEqual(
      fill({ index: [0, 1], value: ['annual', 'sick'] }),
    );
    expect(filled(field('MULTI_CHECKBOX_GROUP'), [1])).toEqual(fill(['sick']));
    expect(touch(form(field('SWITCH', { defaultValue: true })), part)).toEqual(fill(false));
  });

  it('begins with what was typed, else with the default', () => {
    const one = field('NUMBER', { defaultValue: 1 });
    expect(touch(form(one), part)).toMatchObject({ start: '1' });
    expect(touch(form(one), part, { f: 3 })).toMatchObject({ start: '3' });
    const many = field('MULTI_SELECT', { defaultValue: { index: [1], value: ['sick'] } });
    expect(touch(form(many), part)).toMatchObject({ chosen: [1] });
    const boxes = field('MULTI_CHECKBOX_GROUP', { defaultValue: ['annual'] });
    expect(touch(form(boxes), part)).toMatchObject({ chosen: [0] });
  });

  it('does nothing to what cannot be filled in', () => {
    expect(touch(form(field('TEXT', { readOnly: true })), part)).toEqual({ does: 'nothing' });
    expect(touch(form(field('TEXT'), 'disabled'), part)).toEqual({ does: 'nothing' });
    expect(touch(form(field('unknown')), part)).toEqual({ does: 'nothing' });
  });

  it('submits what was typed', () => {
    expect(touch(form(field('TEXT')), { is: 'submit' }, { f: 'a' })).toEqual(
      gesture({ type: 'submit', values: { f: 'a' } }),
    );
  });
});
