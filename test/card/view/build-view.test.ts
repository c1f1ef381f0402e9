import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportTemplate, ref } from '../../../scripts/templates/exported.js';
import {
  type CardData,
  defaultSwitches,
  noData,
  type ViewSwitches,
} from '../../../src/card/card-data.js';
import { defaultCardSettings } from '../../../src/card/card-settings.js';
import { createEvaluation } from '../../../src/card/evaluate/create-evaluation.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { buildView } from '../../../src/card/view/build-view.js';
import type { CardView } from '../../../src/card/view/card-view.js';
import type { ViewNode } from '../../../src/card/view/view-node.js';
import { drawCard, drawFile, node } from '../../support/draw-card.js';

function draw(file: string, data: Partial<CardData>, switches: Partial<ViewSwitches>): CardView {
  return buildView(
    createEvaluation({
      template: readTemplate(file),
      data: { ...noData, ...data },
      switches: { ...defaultSwitches, ...switches },
      settings: defaultCardSettings(),
    }),
  );
}

function nodesOf(view: ViewNode | undefined): ViewNode[] {
  if (view === undefined) return [];
  const inner =
    view.kind === 'checkList'
      ? view.items.flatMap(({ children }) => children)
      : 'children' in view
        ? view.children
        : [];
  return [view, ...inner.flatMap(nodesOf)];
}

describe('a file that is none', () => {
  test.each(['', '{', '[]', '{"editorData":"{}"}', 'null'])(
    '%j has findings and no view',
    (file) => {
      const view = drawFile(file);
      expect(view.root).toBeUndefined();
      expect(view.summary).toBe('');
      expect(view.findings.length).toBeGreaterThan(0);
    },
  );
});

describe('visibility', () => {
  test('hidden nodes are gone, with all that is in them', () => {
    const inner = node('Divider', 'd');
    const view = drawCard([
      node('Grid', 'a', { visible: { type: 'dynamicVisible', valueType: 'fixed', value: false } }, [
        inner,
      ]),
      node('Divider', 'b'),
    ]);
    expect(nodesOf(view.root).map(({ key }) => key)).toEqual(['root', 'b']);
  });
});

test('findings of reading, evaluating and drawing come together, each once', () => {
  const unknown = node('Hologram', 'h', {}, [node('Divider', 'd')]);
  const file = exportTemplate({
    root: node('Card', 'root', {}, [unknown, { ...unknown, id: 'h2', children: [] }]),
    expressions: { broken: { type: 'string', is: '1 +' } },
  });
  const view = drawFile(file.replace('"type": "im"', '"type": "hologram"'));
  const codes = view.findings.map(({ code }) => code);
  expect(codes).toContain('T104');
  expect(codes.filter((code) => code === 'T340')).toHaveLength(2);
  expect(nodesOf(view.root).map(({ key }) => key)).toEqual(['root', 'h', 'd', 'h2']);
});

test('a long summary is cut, an object is none', () => {
  const file = exportTemplate({
    root: node('Card', 'root', { summaryContent: ref('say') }),
    variables: [{ name: 'say', type: 'string' }],
  });
  expect(draw(file, { cardData: { say: '长'.repeat(9999) } }, {}).summary).toHaveLength(500);
  expect(draw(file, { cardData: { say: { a: 1 } } }, {}).summary).toBe('');
  expect(draw(file, { cardData: { say: 7 } }, {}).summary).toBe('7');
});

describe('hostile data', () => {
  const text = { type: 'dynamicString', content: '${say}', i18n: false };
  const file = exportTemplate({
    root: node('Card', 'root', { summaryContent: ref('say') }, [
      node('BaseText', 't', { text, hoverText: text }),
      node('Markdown', 'm', {
        content: { type: 'dynamicMarkdown', valueType: 'fixed', value: '${say}' },
      }),
      node('CardHeaderV2', 'h', {
        title: text,
        color: {
          type: 'dynamicSelect',
          valueType: 'variable',
          variable: 'say',
          variableType: 'global',
        },
      }),
      node('Image', 'i', {
        images: {
          type: 'dynamicImage',
          valueType: 'variable',
          variable: 'say',
          variableType: 'global',
        },
      }),
      node('Loop', 'l', { listData: ref('say') }, [node('BaseText', 'lt', { text })]),
      node('Tag', 'g', { text }),
    ]),
    variables: [{ name: 'say', type: 'string' }],
  });

  test.each<[string, CardData['cardData'][string]]>([
    ['escapes', '\u001b[2J\u202e\u0000\ud800'],
    ['a number', 1e308],
    ['null', null],
    ['a list', [1, null, { a: 1 }]],
    ['an object', { length: 3, 0: 'a' }],
    ['keys of prototypes', JSON.parse('{"__proto__":{"polluted":true}}')],
    ['a long text', 'x'.repeat(100_000)],
  ])('%s: every node is drawn', (_name, say) => {
    for (const theme of ['light', 'dark'] as const) {
      const view = draw(file, { cardData: { say } }, { theme });
      const keys = nodesOf(view.root).map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining(['root', 't', 'm', 'h', 'i']));
      expect(nodesOf(view.root).some(({ kind }) => kind === 'placeholder')).toBe(false);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }
  });
});

describe('hostile props', () => {
  const nasty = [
    null,
    [],
    {},
    -1,
    1e308,
    '',
    'x',
    true,
    { type: 'dynamicNumber', valueType: 'variable' },
  ];
  const components = [
    'Card',
    'StdCard',
    'AICardContainer',
    'AICardStatusContainer',
    'AICardContent',
    'AIPending',
    'Grid',
    'ColumnLayout',
    'Column',
    'Loop',
    'GridLayout',
    'ScrollerLayout',
    'FrameLayout',
    'BaseText',
    'BaseTextBlock',
    'Link',
    'Markdown',
    'MarkdownBlock',
    'Divider',
    'CardHeaderV2',
    'Tag',
    'Icon',
    'Avatar',
    'Image',
    'AIGenerationProcessing',
  ];
  const props = [
    'width',
    'height',
    'direction',
    'columnWidth',
    'columnCount',
    'listData',
    'text',
    'content',
    'icon',
    'images',
    'color',
    'size',
    'styleToken',
    'childGravity',
    'bgGradient',
    'autoFoldConfig',
    'status',
    'margin',
    'marginLeft',
    'maxLine',
    'visible',
    'hoverText',
    'cardIcon',
    'summaryContent',
    'buttons',
    'hasBackground',
    'hasGradientBackground',
    'gradientBackgroundType',
    'isFixedWidth',
    'fontSizeType',
  ];

  test.each(components)('%s takes any value for any prop', (component) => {
    for (const value of nasty) {
      const all = Object.fromEntries(props.map((name) => [name, value]));
      const { findings } = drawCard([
        node(component, 'n', { ...all, visible: true }, [node('Column', 'c', all)]),
      ]);
      expect(findings.filter(({ code }) => code === 'T341')).toEqual([]);
    }
  });
});

function templatesIn(folder: URL): readonly (readonly [string, URL])[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, new URL(encodeURIComponent(name), folder)]);
}

const own = templatesIn(new URL('../../fixtures/templates/', import.meta.url));
const real = templatesIn(new URL('../../../../shared/templates/', import.meta.url));

describe('fixtures', () => {
  drawnWhole(own);
});

describe.skipIf(real.length === 0)(
  'real exports (skipped: ../shared/templates is not here)',
  () => {
    drawnWhole(real);
  },
);

function drawnWhole(files: readonly (readonly [string, URL])[]): void {
  test.each(files)('%s draws in every state, with its own data and with none', (_name, url) => {
    const file = readFileSync(url, 'utf8');
    const { cardData, cardPrivateData } = readTemplate(file).mockData;
    for (const data of [{ cardData, cardPrivateData }, {}]) {
      for (const theme of ['light', 'dark'] as const) {
        for (const flowStatus of ['1', '2', '3', '4', '5'] as const) {
          const view = draw(file, data, { theme, flowStatus });
          const drawn = nodesOf(view.root);
          expect(drawn.filter(({ kind }) => kind === 'placeholder')).toEqual([]);
          expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length);
        }
      }
    }
  });

  test.each(files)('%s has the same keys in both themes', (_name, url) => {
    const file = readFileSync(url, 'utf8');
    const { cardData } = readTemplate(file).mockData;
    const keys = (theme: 'light' | 'dark') =>
      nodesOf(draw(file, { cardData }, { theme }).root).map(({ key }) => key);
    expect(keys('dark')).toEqual(keys('light'));
  });
}
