import { expect, it } from 'vitest';
import type { ViewNode } from '../../../../src/card/view/view-node.js';
import {
  boxNode,
  buttonNode,
  frame,
  paintHtml,
  plainStyle,
  textNode,
} from '../../../support/paint-html.js';

const field = { state: 'normal', tap: { does: 'request', enabled: true } } as const;

/** One of each kind; the record's type asks for all of them. */
const oneOfEach: { readonly [K in ViewNode['kind']]: readonly [ViewNode, RegExp] } = {
  box: [boxNode([]), /dt-box/],
  text: [textNode('文'), />文</],
  rich: [
    { ...frame(), kind: 'rich', blocks: [{ type: 'rule' }], style: plainStyle, streaming: false },
    /dt-rich/,
  ],
  divider: [{ ...frame(), kind: 'divider', direction: 'horizontal', colour: '#eee' }, /<hr/],
  image: [
    {
      ...frame(),
      kind: 'image',
      source: { kind: 'media', id: '@x' },
      alt: '',
      fit: 'cover',
      radius: 0,
    },
    /dt-image/,
  ],
  icon: [
    { ...frame(), kind: 'icon', icon: { name: 'icon_a' }, size: 16, colour: '#000' },
    /icon_a/,
  ],
  avatar: [
    {
      ...frame(),
      kind: 'avatar',
      source: { kind: 'none' },
      initials: '明',
      name: '明',
      size: 30,
      showName: false,
    },
    /dt-avatar/,
  ],
  tag: [{ ...frame(), kind: 'tag', text: '签', colour: '#000', size: 12 }, />签</],
  progress: [
    {
      ...frame(),
      kind: 'progress',
      percent: 1,
      colour: '#000',
      small: false,
      showPercentage: false,
    },
    /progressbar/,
  ],
  table: [
    { ...frame(), kind: 'table', columns: [], rows: [], zebra: false, maxLines: 1, cellPadding: 4 },
    /<table/,
  ],
  chart: [{ ...frame(), kind: 'chart', chart: 'bar', series: [], height: 100 }, /<figure/],
  button: [buttonNode('按'), /<button/],
  input: [
    {
      ...frame(),
      ...field,
      kind: 'input',
      title: '',
      message: '',
      placeholder: '填',
      value: '',
      inline: true,
      multiline: false,
    },
    /placeholder="填"/,
  ],
  select: [
    {
      ...frame(),
      ...field,
      kind: 'select',
      multiple: false,
      placeholder: '选',
      options: [],
      selected: [],
    },
    /role="combobox"/,
  ],
  date: [
    {
      ...frame(),
      ...field,
      kind: 'date',
      picker: 'date',
      format: '',
      value: '',
      placeholder: '日',
    },
    /type="date"/,
  ],
  checkbox: [
    { ...frame(), ...field, kind: 'checkbox', checked: true, size: 16 },
    /type="checkbox"/,
  ],
  checkList: [
    { ...frame(), ...field, kind: 'checkList', multiple: false, contentTaps: true, items: [] },
    /role="radiogroup"/,
  ],
  tagPicker: [
    { ...frame(), ...field, kind: 'tagPicker', multiple: true, tags: [] },
    /role="group"/,
  ],
  collapse: [
    { ...frame(), kind: 'collapse', title: '折', open: false, children: [] },
    /aria-expanded="false"/,
  ],
  form: [
    {
      ...frame(),
      kind: 'form',
      fields: [],
      submitText: '交',
      state: 'normal',
      customSubmit: false,
      children: [],
    },
    /<form/,
  ],
  pending: [{ ...frame(), kind: 'pending', tip: '等', icon: true }, /role="status"/],
  feedback: [
    {
      ...frame(),
      kind: 'feedback',
      likeDislike: true,
      chosen: 'none',
      copy: false,
      refresh: false,
      share: false,
      divider: false,
      children: [],
    },
    /aria-label="赞"/,
  ],
  generated: [{ ...frame(), kind: 'generated', text: '内容由AI生成' }, /内容由AI生成/],
  placeholder: [
    { ...frame(), kind: 'placeholder', why: 'failed', what: 'X', children: [] },
    /role="note"/,
  ],
};

it.each(Object.entries(oneOfEach))('a %s is painted', (kind, [node, expected]) => {
  expect(node.kind).toBe(kind);
  expect(paintHtml(node)).toMatch(expected);
  expect(paintHtml(node, { inert: true })).toMatch(kind === 'date' ? /dt-date/ : expected);
});

it('margins, widths and tooltips are those of the node', () => {
  const html = paintHtml(
    textNode('a', {
      margin: { left: 12, right: 0, top: 4, bottom: 0 },
      width: { kind: 'fixed', px: 80 },
      tooltip: '提示',
    }),
  );
  expect(html).toContain('margin-left:12px;margin-top:4px;width:80px');
  expect(html).toContain('title="提示"');
});
