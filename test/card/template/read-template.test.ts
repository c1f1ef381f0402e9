import { describe, expect, it } from 'vitest';
import { TOO_DEEP } from '../../../src/card/template/any-depth.js';
import type { TemplateNode } from '../../../src/card/template/card-template.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { codesOf, templateText } from '../../support/card-evaluation.js';

const card = { componentName: 'Card', id: 'n0', props: {} };

describe('reading an exported template', () => {
  it('takes schema, variables, mock data and the tree out of editorData', () => {
    const template = readTemplate(
      templateText({
        schemaVersion: '2.0.0',
        variableList: [{ name: 'who', type: 'string', private: false }],
        expList: [{ name: 'hello', type: 'string', expContent: "concat('Hi ', who)" }],
        localList: [{ name: 'open', type: 'boolean' }],
        mockData: {
          cardData: { who: 'Ann' },
          cardPrivateData: { mine: 1 },
          localData: { open: true, blockList: ['stale'] },
        },
        extension: { extendType: 'NORMAL' },
      }),
    );
    expect(template.findings).toEqual([]);
    expect(template.schemaVersion).toBe('2.0.0');
    expect(template.type).toBe('im');
    expect(template.extendType).toBe('NORMAL');
    expect(template.variables.map(({ name }) => name)).toEqual(['who']);
    expect(template.expressions[0]?.path).toBe('$.editorData.expList[0]');
    expect(template.locals.map(({ name }) => name)).toEqual(['open']);
    expect(template.mockData).toEqual({
      cardData: { who: 'Ann' },
      cardPrivateData: { mine: 1 },
      localData: { open: true },
    });
    expect(template.root?.path).toBe('$.editorData.schema.componentsTree[0]');
  });

  it('takes editorData as an object too, and a byte order mark before the file', () => {
    const editorData = { schemaVersion: '3.0.0', schema: { componentsTree: [card] } };
    const template = readTemplate(`\uFEFF${JSON.stringify({ type: 'im', editorData })}`);
    expect(template.findings).toEqual([]);
    expect(template.root?.componentName).toBe('Card');
  });

  it.each(['im', 'standard', 'onebox'])('knows cards of type %s', (type) => {
    expect(readTemplate(templateText({}, { type })).findings).toEqual([]);
  });

  it.each([
    ['AICardContainer', 'NORMAL', 'AI'],
    ['Card', 'AI', 'NORMAL'],
  ])('goes by the root for the kind of card: %s', (componentName, extendType, kind) => {
    const template = readTemplate(
      templateText({
        schema: { componentsTree: [{ ...card, componentName }] },
        extension: { extendType },
      }),
    );
    expect(template.extendType).toBe(kind);
  });

  it.each([
    ["@x{'logTrack_templateId',c2a6355b-0d4f-4f3e-8f3e-30aa55ff0001.schema,'y'}"],
    ['@x{&apos;logTrack_templateId&apos;,c2a6355b-0d4f-4f3e-8f3e-30aa55ff0001.schema}'],
    ["@x{'logTrack_templateId','c2a6355b-0d4f-4f3e-8f3e-30aa55ff0001.schema'}"],
  ])('takes the id out of the compiled form: %s', (widgetInfo) => {
    expect(readTemplate(templateText({}, { widgetInfo })).cardTemplateId).toBe(
      'c2a6355b-0d4f-4f3e-8f3e-30aa55ff0001.schema',
    );
  });

  it.each(['', 'logTrack_templateId', "'logTrack_templateId',@data{x}", '<LinearLayout/>'])(
    'has no id where the compiled form has none: %s',
    (widgetInfo) => {
      expect(readTemplate(templateText({}, { widgetInfo }))).not.toHaveProperty('cardTemplateId');
    },
  );

  it('opens the compiled event chains', () => {
    const extension = {
      fileTypeList: [{ fileName: 'event_chain', fileSource: '{"card_n0":{"main":{}}}' }],
    };
    const template = readTemplate(templateText({ extension }));
    expect(template.compiledEventChains).toEqual({ card_n0: { main: {} } });
  });

  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['T100']],
    ['no JSON', '{"editorData":', ['T100']],
    ['a list', '[]', ['T101']],
    ['null', 'null', ['T101']],
    ['JSON of something else', '{"cardParamMap":{}}', ['T101']],
    ['editorData that is no JSON', '{"type":"im","editorData":"{"}', ['T102']],
    ['editorData that holds a list', '{"type":"im","editorData":"[]"}', ['T102']],
    ['editorData that is a number', '{"type":"im","editorData":5}', ['T102']],
    ['a version nobody has seen', templateText({ schemaVersion: '9.0.0' }), ['T103']],
    ['a type nobody has seen', templateText({}, { type: 'poster' }), ['T104']],
    ['a card written by hand', templateText({ useCustomWidgetInfo: true }), ['T105']],
    ['no root', templateText({ schema: {} }), ['T106']],
    [
      'two roots',
      templateText({ schema: { componentsTree: [card, { ...card, id: 'b' }] } }),
      ['T110'],
    ],
  ])('says so of %s', (_what, text, codes) => {
    expect(codesOf(readTemplate(text))).toEqual(codes);
  });

  it('keeps type and id of a file whose editorData is broken', () => {
    const widgetInfo = "'logTrack_templateId',c2a6355b-0d4f.schema";
    const template = readTemplate(JSON.stringify({ type: 'onebox', widgetInfo, editorData: '{' }));
    expect(template).toMatchObject({ type: 'onebox', cardTemplateId: 'c2a6355b-0d4f.schema' });
  });

  it('refuses a file of more than fifty million characters without parsing it', () => {
    expect(codesOf(readTemplate(' '.repeat(50_000_001)))).toEqual(['T111']);
  });

  it('survives ten thousand nested nodes', () => {
    const levels = 10_000;
    const editorData = `{"schemaVersion":"3.0.0","schema":{"componentsTree":[${'{"componentName":"Grid","children":['.repeat(levels)}${']}'.repeat(levels)}]}}`;
    for (const text of [
      JSON.stringify({ type: 'im', editorData }),
      `{"type":"im","editorData":${editorData}}`,
    ]) {
      const template = readTemplate(text);
      let node: TemplateNode | undefined = template.root;
      while (node?.children[0] !== undefined) node = node.children[0];
      expect(node?.componentName).toBe(TOO_DEEP);
      expect(codesOf(template)).toContain('T107');
      expect(() => JSON.stringify(template)).not.toThrow();
    }
  });

  it('cuts props that nest without end, and says so', () => {
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    const editorData = `{"schemaVersion":"3.0.0","schema":{"componentsTree":[{"componentName":"Card","id":"a","props":{"x":${deep}}}]}}`;
    const template = readTemplate(JSON.stringify({ type: 'im', editorData }));
    expect(codesOf(template)).toEqual(['T107']);
    expect(() => JSON.stringify(template)).not.toThrow();
  });

  it('says what is wrong everywhere fifty times', () => {
    const children = Array.from({ length: 5000 }, () => 'no node');
    const template = readTemplate(
      templateText({ schema: { componentsTree: [{ ...card, children }] } }),
    );
    expect(template.findings).toHaveLength(50);
  });

  it('keeps names such as __proto__ plain names', () => {
    const editorData =
      '{"schemaVersion":"3.0.0","schema":{"componentsTree":[{"componentName":"__proto__","id":"__proto__","props":{"__proto__":{"type":"JSSlot","value":[{"componentName":"Tag","id":"t"}]}}}]},"variableList":[{"name":"__proto__","type":"constructor"}],"localList":[{"name":"__proto__"}],"mockData":{"localData":{"__proto__":{"polluted":1}}}}';
    const template = readTemplate(JSON.stringify({ type: 'im', editorData }));
    expect(Object.keys(template.root?.slots ?? {})).toEqual(['__proto__']);
    expect(Object.keys(template.mockData.localData)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
