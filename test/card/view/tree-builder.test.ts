import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../../src/card/evaluate/evaluation.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { createTreeBuilder } from '../../../src/card/view/tree-builder.js';
import type { BuildPlace, ComponentBuilder } from '../../../src/card/view/view-builder.js';
import type { ViewNode } from '../../../src/card/view/view-node.js';
import { evaluationOf } from '../../support/card-evaluation.js';

function node(id: string, componentName: string, children: TemplateNode[] = []): TemplateNode {
  return { componentName, id, props: {}, children, slots: {}, path: `$.${id}` };
}

const box: ComponentBuilder = (source, at) => ({
  ...at.base(source),
  kind: 'placeholder',
  why: 'unsupported',
  what: 'box',
  children: at.children(source.children),
});

const broken: ComponentBuilder = () => {
  throw new Error('boom');
};

const brokenLate: ComponentBuilder = (source, at) => {
  at.children(source.children);
  throw new Error('late');
};

function tree(builders: Record<string, ComponentBuilder>, evaluation?: Evaluation) {
  return createTreeBuilder(evaluation ?? evaluationOf({}), new Map(Object.entries(builders)));
}

function keysOf(view: ViewNode | undefined): string[] {
  if (view === undefined) return [];
  const children = 'children' in view ? view.children : [];
  return [view.key, ...children.flatMap(keysOf)];
}

describe('a builder that throws', () => {
  test('becomes a placeholder that says so; brothers and children are drawn', () => {
    const built = tree({ Box: box, Broken: broken });
    const view = built.root(
      node('r', 'Box', [node('b', 'Broken', [node('c', 'Box')]), node('d', 'Box')]),
    );
    expect(view).toMatchObject({
      key: 'r',
      children: [
        { key: 'b', kind: 'placeholder', why: 'failed', what: 'Broken', children: [{ key: 'c' }] },
        { key: 'd', why: 'unsupported' },
      ],
    });
    expect(built.findings).toEqual([
      {
        code: 'T341',
        severity: 'error',
        path: '$.b',
        params: { component: 'Broken', why: 'boom' },
      },
    ]);
  });

  test('after its children were built keeps them, built once', () => {
    const built = tree({ Box: box, Late: brokenLate });
    const view = built.root(node('r', 'Late', [node('a', 'Late', [node('b', 'Box')])]));
    expect(keysOf(view)).toEqual(['r', 'a', 'b']);
  });
});

test('an unknown component is named and its children are drawn', () => {
  const built = tree({ Box: box });
  expect(built.root(node('v', 'Video', [node('c', 'Box')]))).toMatchObject({
    kind: 'placeholder',
    why: 'unknown-component',
    what: 'Video',
    children: [{ key: 'c' }],
  });
  expect(built.findings.map(({ code }) => code)).toEqual(['T340']);
});

test('a name without an end is cut where it is said', () => {
  const built = tree({});
  built.root(node('v', 'V'.repeat(1_000_000)));
  expect(String(built.findings[0]?.params['component']).length).toBeLessThan(300);
});

test('a name of an object is an unknown component', () => {
  expect(tree({}).root(node('v', '__proto__'))).toMatchObject({ why: 'unknown-component' });
  expect(tree({}).root(node('v', 'constructor'))).toMatchObject({ why: 'unknown-component' });
});

describe('limits', () => {
  test('20 000 nodes are drawn, then one placeholder says that there are more', () => {
    const built = tree({ Box: box });
    const many = Array.from({ length: 30_000 }, (_, index) => node(`n${index}`, 'Box'));
    const view = built.root(node('r', 'Box', many));
    const keys = keysOf(view);
    expect(keys.length).toBe(20_001);
    expect(view).toMatchObject({ key: 'r' });
    const last = view?.kind === 'placeholder' ? view.children.at(-1) : undefined;
    expect(last).toMatchObject({ kind: 'placeholder', why: 'too-many' });
    expect(built.findings.map(({ code }) => code)).toEqual(['T345']);
  });

  test('long texts end it sooner', () => {
    const long: ComponentBuilder = (source, at) => ({
      ...at.base(source),
      kind: 'text',
      text: 'x'.repeat(100_000),
      style: { size: 15, lineHeight: 22, colour: '#000000' },
      align: 'left',
      maxLines: 2,
    });
    const built = tree({ Box: box, Long: long });
    const many = Array.from({ length: 1000 }, (_, index) => node(`n${index}`, 'Long'));
    expect(keysOf(built.root(node('r', 'Box', many)))).toHaveLength(53);
    expect(built.findings.map(({ code }) => code)).toEqual(['T345']);
  });

  test('hidden nodes count as steps, so that endless ones end', () => {
    const hidden = { ...node('h', 'Box'), props: { visible: false } };
    const built = tree({
      Loop: (source, at) => {
        for (let round = 0; round < 1_000_000; round++) at.children([hidden]);
        return box(source, at);
      },
    });
    built.root(node('r', 'Loop'));
    expect(built.findings.map(({ code }) => code)).toEqual(['T345']);
  });

  test('deeper than 250 levels is said to be too deep', () => {
    const built = tree({ Box: box });
    let deep = node('leaf', 'Box');
    for (let level = 0; level < 300; level++) deep = node(`n${level}`, 'Box', [deep]);
    expect(keysOf(built.root(deep))).toHaveLength(252);
    expect(built.findings.map(({ code }) => code)).toEqual(['T351']);
  });
});

describe('keys', () => {
  const frame = (index: number) => ({ frames: [{ listPath: 'a', item: {}, index }] });
  const twice: ComponentBuilder = (source, at) => ({
    ...at.base(source),
    kind: 'placeholder',
    why: 'unsupported',
    what: 'loop',
    children: [0, 1].flatMap((index) => at.children(source.children, frame(index))),
  });

  test('carry the indexes of loops', () => {
    const view = tree({ Box: box, Loop: twice }).root(node('l', 'Loop', [node('c', 'Box')]));
    expect(keysOf(view)).toEqual(['l', 'c@0', 'c@1']);
  });

  test('stay unique when children are drawn twice in one place', () => {
    const again: ComponentBuilder = (source, at) => {
      const view = box(source, at);
      return { ...view, children: [...at.children(source.children), view] } as ViewNode;
    };
    const keys = keysOf(
      tree({ Box: box, Again: again }).root(node('a', 'Again', [node('c', 'Box')])),
    );
    expect(new Set(keys.slice(1)).size).toBe(keys.slice(1).length);
  });
});

describe('bindings', () => {
  test('name the node, the part and the form around it', () => {
    const touch: ComponentBuilder = (source, at: BuildPlace) => {
      at.bind(source);
      at.bind(source, { kind: 'button', index: 2 });
      at.bind(source, { kind: 'cell', row: 1, column: 0 });
      at.bind(source, { kind: 'fold' }, 'other');
      return box(source, at);
    };
    const built = tree({ Form: box, Touch: touch });
    const source = node('f', 'Form', [node('t', 'Touch')]);
    built.root(source);
    expect([...built.bindings.keys()]).toEqual(['t', 't/button2', 't/cell1.0', 't/other']);
    expect(built.bindings.get('t/button2')).toEqual({
      key: 't/button2',
      node: source.children[0],
      place: { frames: [] },
      part: { kind: 'button', index: 2 },
      form: 'f',
    });
  });
});

describe('findings', () => {
  test('are kept once each and 300 at most', () => {
    const noisy: ComponentBuilder = (source, at) => {
      for (let value = 0; value < 1000; value++) {
        const finding = { code: 'T342', severity: 'info', path: '$', params: { value } } as const;
        at.find(finding);
        at.find(finding);
      }
      return box(source, at);
    };
    const built = tree({ Noisy: noisy });
    built.root(node('n', 'Noisy'));
    expect(built.findings).toHaveLength(300);
    expect(built.findings[1]?.params).toEqual({ value: 1 });
  });
});

test('an unknown colour is the fallback and a finding', () => {
  let got = '';
  const built = tree({
    Box: (source, at) => {
      got = at.colour({ type: 'dynamicColor', valueType: 'fixed', value: 'plaid' }, '#123456');
      return box(source, at);
    },
  });
  built.root(node('b', 'Box'));
  expect(got).toBe('#123456');
  expect(built.findings).toEqual([
    { code: 'T343', severity: 'info', path: '$.b', params: { component: 'Box', value: 'plaid' } },
  ]);
});
