import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { simTemplateOf } from '../../src/cli/sim-template.js';
import { ownTemplates } from '../support/project.js';

function exported(root: JsonObject, variableList: readonly JsonObject[] = []): string {
  const editorData = { schemaVersion: '3.0.0', schema: { componentsTree: [root] }, variableList };
  return JSON.stringify({ type: 'im', editorData: JSON.stringify(editorData) });
}

const of = (text: string) => simTemplateOf('x.schema', 'alias', text, readTemplate(text));

const state = (status: number | string) => ({
  componentName: 'AICardStatusContainer',
  id: `s${status}`,
  props: { status },
});

const ai = (props: JsonObject, ...statuses: (number | string)[]) =>
  exported({ componentName: 'AICardContainer', id: 'r', props, children: statuses.map(state) });

describe('a template for the simulator', () => {
  it('is published under its alias with the text of its file', () => {
    const text = exported({ componentName: 'Card', id: 'r', props: {} });
    expect(of(text)).toEqual({
      cardTemplateId: 'x.schema',
      name: 'alias',
      status: 'published',
      exported: text,
      variables: [],
    });
  });

  it('streams what a growing block of rich text shows, and nothing else', () => {
    const block = (id: string, variable: string, isStreaming: boolean) => ({
      componentName: 'MarkdownBlock',
      id,
      props: { isStreaming, content: { type: 'variableValue', variable } },
    });
    const children = [block('a', 'content', true), block('b', 'summary', false)];
    const names = ['content', 'summary', 'title'];
    const variables = names.map((name) => ({ name, type: 'markdown' }));
    const { variables: known } = of(
      exported({ componentName: 'Card', id: 'r', props: {}, children }, variables),
    );
    expect(known).toEqual([
      { name: 'content', type: 'markdown', streaming: true },
      { name: 'summary', type: 'markdown', streaming: false },
      { name: 'title', type: 'markdown', streaming: false },
    ]);
  });

  it.each([
    [ai({}, 1, 2, 3, 5), true],
    [ai({ enableFailed: true }, '1', '5'), true],
    [ai({ enableFailed: false }, 1, 5), false],
    [ai({}, 1, 2, 3), false],
  ])('knows whether an AI card can fail', (text, hasErrorState) => {
    expect(of(text).hasErrorState).toBe(hasErrorState);
  });

  it('can be made of each of ours', () => {
    for (const file of ownTemplates) {
      const text = readFileSync(file, 'utf8');
      const { extendType } = readTemplate(text);
      expect(of(text).hasErrorState === undefined, file).toBe(extendType !== 'AI');
    }
  });
});
