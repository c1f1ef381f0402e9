import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../src/base/json-text.js';
import { type Finding, findingOf } from '../../../src/card/finding.js';
import { TOO_DEEP } from '../../../src/card/template/any-depth.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { readRoot } from '../../../src/card/template/read-nodes.js';

function read(schema: JsonValue | undefined) {
  const findings: Finding[] = [];
  const root = readRoot(schema, '$.schema', (...finding) => {
    findings.push(findingOf(...finding));
  });
  return { root, found: findings.map(({ code, path }) => `${code} ${path}`) };
}

function readTree(...componentsTree: readonly JsonValue[]) {
  return read({ componentsTree });
}

const at = '$.schema.componentsTree';

describe('the tree of components', () => {
  it('holds names, ids, props, titles and paths', () => {
    const { root, found } = readTree({
      componentName: 'Card',
      id: 'n0',
      title: '卡片',
      props: { a: 1 },
      children: [{ componentName: 'Divider', id: 'n1', props: {} }],
    });
    expect(found).toEqual([]);
    expect(root).toEqual({
      componentName: 'Card',
      id: 'n0',
      title: '卡片',
      props: { a: 1 },
      slots: {},
      path: `${at}[0]`,
      children: [
        {
          componentName: 'Divider',
          id: 'n1',
          props: {},
          slots: {},
          children: [],
          path: `${at}[0].children[0]`,
        },
      ],
    });
  });

  it('is without hidden nodes and all below them', () => {
    const { root } = readTree({
      componentName: 'Card',
      id: 'n0',
      children: [
        { componentName: 'Feedback', id: 'n1', hidden: true, children: [] },
        { componentName: 'Divider', id: 'n2', hidden: false },
      ],
    });
    expect(root?.children.map(({ id }) => id)).toEqual(['n2']);
  });

  it('walks slots, with and without a value', () => {
    const { root } = readTree({
      componentName: 'CardHeaderV2',
      id: 'n0',
      props: {
        titleAfterSlot: {
          type: 'JSSlot',
          value: [
            { componentName: 'Tag', id: 't' },
            { componentName: 'Tag', id: 'h', hidden: true },
          ],
        },
        customRightArea: { type: 'JSSlot', id: 'x' },
      },
    });
    expect(Object.keys(root?.slots ?? {})).toEqual(['titleAfterSlot', 'customRightArea']);
    expect(root?.slots['titleAfterSlot']?.map(({ path }) => path)).toEqual([
      `${at}[0].props.titleAfterSlot.value[0]`,
    ]);
    expect(root?.slots['customRightArea']).toEqual([]);
  });

  it.each<[string, JsonValue | undefined]>([
    ['no schema', undefined],
    ['a schema that is a text', 'x'],
    ['no tree', {}],
    ['an empty tree', { componentsTree: [] }],
    ['a tree that is a text', { componentsTree: 'x' }],
    ['a hidden root', { componentsTree: [{ componentName: 'Card', id: 'a', hidden: true }] }],
  ])('has no root: %s', (_what, schema) => {
    expect(read(schema)).toEqual({ root: undefined, found: [`T106 ${at}`] });
  });

  it('takes the first of several roots, and a root that is not in a list', () => {
    const card = { componentName: 'Card', id: 'a' };
    const several = readTree(card, { componentName: 'Card', id: 'b' });
    expect(several.root?.id).toBe('a');
    expect(several.found).toEqual([`T110 ${at}`]);
    expect(read({ componentsTree: card }).root?.id).toBe('a');
  });

  it.each<[string, JsonValue, readonly string[]]>([
    ['a node that is no object', 5, ['T110 [0].children[0]']],
    ['a node that is null', null, ['T110 [0].children[0]']],
    ['a node without a name', { id: 'x' }, ['T110 [0].children[0].componentName']],
    ['a node without an id', { componentName: 'Divider' }, ['T110 [0].children[0].id']],
    [
      'props that are a list',
      { componentName: 'Divider', id: 'x', props: [] },
      ['T110 [0].children[0].props'],
    ],
    [
      'children that are a text',
      { componentName: 'Grid', id: 'x', children: 'oops' },
      ['T110 [0].children[0].children'],
    ],
    ['an id used before', { componentName: 'Divider', id: 'n0' }, ['T200 [0].children[0].id']],
  ])('finds %s', (_what, child, found) => {
    const read = readTree({ componentName: 'Card', id: 'n0', children: [child] });
    expect(read.found).toEqual(found.map((one) => one.replace('[0]', `${at}[0]`)));
    expect(read.root?.componentName).toBe('Card');
  });

  it('gives every node an id of its own', () => {
    const twins = Array.from({ length: 50 }, (_, index) => ({
      componentName: 'Divider',
      ...(index % 3 === 0 ? {} : { id: index % 3 === 1 ? 'a' : 'a~3' }),
    }));
    const { root } = readTree({ componentName: 'Card', id: 'a', children: twins });
    const ids = [root?.id, ...(root?.children ?? []).map(({ id }) => id)];
    expect(new Set(ids).size).toBe(51);
  });

  it('replaces what nests too deep by a node with the mark', () => {
    let node: JsonValue = { componentName: 'Grid', id: 'last' };
    for (let level = 0; level < 230; level++) {
      node = { componentName: 'Grid', id: `n${level}`, children: [node] };
    }
    const { root, found } = readTree(node);
    expect(found.map((one) => one.slice(0, 4))).toEqual(['T107']);
    let deepest: TemplateNode | undefined = root;
    let levels = 1;
    while (deepest?.children[0] !== undefined) {
      deepest = deepest.children[0];
      levels++;
    }
    expect(deepest?.componentName).toBe(TOO_DEEP);
    expect(levels).toBe(201);
  });

  it('stops at a number of nodes', () => {
    const children = Array.from({ length: 30_000 }, (_, index) => ({
      componentName: 'Divider',
      id: `d${index}`,
    }));
    const { root, found } = readTree({ componentName: 'Card', id: 'n0', children });
    expect(root?.children).toHaveLength(19_999);
    expect(found).toEqual([`T109 ${at}[0].children[19999]`]);
  });
});
