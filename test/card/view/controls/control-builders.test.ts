import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../src/base/json-text.js';
import { isJsonObject } from '../../../../src/base/json-text.js';
import type { Variable } from '../../../../src/card/template/card-template.js';
import { readTemplate } from '../../../../src/card/template/read-template.js';
import { controlBuilders } from '../../../../src/card/view/controls/control-builders.js';
import { drawCard, drawFile, node } from '../../../support/draw-card.js';

const own = 'test/fixtures/templates';
const published = '../shared/templates';

const files = [own, published].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${folder}/${name}`)
    : [],
);

/** Values nobody meant to send, one for every variable. */
const hostile: readonly JsonValue[] = [
  null,
  '',
  'text',
  -1,
  true,
  [],
  [null, 'x', 7, [[]], {}],
  {},
  JSON.parse(
    '{"__proto__":{"fields":1},"fields":{"a":1},"data":[[]],"meta":"x","index":"y"}',
  ) as JsonValue,
  [{ value: { deep: { deeper: [1] } }, label: ['x'], text: { zh_CN: 5 }, status: {}, event: [] }],
];

function everywhere(variables: readonly Variable[], value: JsonValue): JsonObject {
  return Object.fromEntries(variables.map(({ name }) => [name, value]));
}

if (!existsSync(published)) {
  console.warn(`${published} is not there: drawing published templates is not tested`);
}

describe.each(files)('%s', (path) => {
  const file = readFileSync(path, 'utf8');
  const { mockData, variables, locals } = readTemplate(file);

  test('with its preview data no control is a placeholder', () => {
    expect(placeholders(drawFile(file, mockData))).toEqual([]);
  });

  test('with no data no control is a placeholder', () => {
    expect(placeholders(drawFile(file))).toEqual([]);
  });

  test.each(hostile.map((value) => [value]))(
    'with every variable %j no control is a placeholder',
    (value) => {
      const data = everywhere(variables, value);
      const view = drawFile(file, {
        cardData: data,
        cardPrivateData: data,
        localData: everywhere(locals, value),
        switches: { flowStatus: '3' },
      });
      expect(placeholders(view)).toEqual([]);
    },
  );
});

function placeholders({ support }: ReturnType<typeof drawFile>): readonly string[] {
  return support.components
    .filter(({ component, level }) => level === 'placeholder' && component in controlBuilders)
    .map(({ component }) => component);
}

describe.each(Object.keys(controlBuilders))('%s', (component) => {
  const names = propNames(component);

  test('without any prop is drawn or shows nothing', () => {
    expect(placeholders(drawCard([node(component, 'n')]))).toEqual([]);
  });

  test.each(hostile.map((value) => [value]))(
    'with every prop %j is drawn or shows nothing',
    (value) => {
      const props = Object.fromEntries(names.map((name) => [name, value])) as never;
      const view = drawCard([node(component, 'n', props, [node('BaseText', 't')])]);
      expect(placeholders(view)).toEqual([]);
    },
  );
});

/** Props of a component in the fixture that holds every one. */
function propNames(component: string): readonly string[] {
  const names = new Set<string>();
  const walk = (value: JsonValue | undefined): void => {
    if (!isJsonObject(value)) return;
    if (value['componentName'] === component && isJsonObject(value['props'])) {
      for (const name of Object.keys(value['props'])) names.add(name);
    }
    if (Array.isArray(value['children'])) (value['children'] as JsonValue[]).forEach(walk);
  };
  for (const fixture of ['all-components', 'ai-states']) {
    const { root } = readTemplate(readFileSync(`${own}/${fixture}.json`, 'utf8'));
    walk(root as unknown as JsonValue);
  }
  return [...names].filter((name) => name !== 'visible');
}

test('the fixtures hold a node of every control', () => {
  for (const component of Object.keys(controlBuilders)) {
    expect([component, propNames(component).length]).not.toEqual([component, 0]);
  }
});
