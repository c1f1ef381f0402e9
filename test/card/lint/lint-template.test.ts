import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixed, request, text } from '../../../scripts/templates/exported.js';
import { lintTemplate, unique } from '../../../src/card/lint/lint-template.js';
import { readTemplate } from '../../../src/card/template/read-template.js';
import { cardOf, node, templateOf } from '../support/linted.js';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readTemplate(readFileSync(path.join(root, file), 'utf8'));

describe('the lint of a template', () => {
  it.each(['approval', 'leave-form', 'ai-answer', 'lunch-vote'])(
    'has no word about the example %s',
    (name) => {
      expect(lintTemplate(read(`examples/${name}/template.json`))).toEqual([]);
    },
  );

  it('says what reading, looking and drawing found, the worst first, each once', () => {
    const findings = lintTemplate(
      cardOf([
        node(
          'SingleButton',
          { text: text('${nobody}'), status: fixed('dynamicSelect', 'normal'), ...request('') },
          [],
          'b',
        ),
        node('Telescope', {}),
      ]),
    );
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning T202',
      'warning T340',
      'info T210',
    ]);
  });

  it('draws every state of an AI card, and does not ask mock data for one', () => {
    const state = (status: number, props = {}) =>
      node('AICardStatusContainer', { status }, [node('BaseText', { text: text('x'), ...props })]);
    const template = templateOf({
      root: node('AICardContainer', {}, [
        state(1),
        state(2),
        state(3),
        state(5, { color: 'no-colour' }),
      ]),
      variables: [{ name: 'flowStatus', type: 'string' }],
    });
    expect(lintTemplate(template).map(({ code, params }) => ({ code, ...params }))).toEqual([
      { code: 'T343', component: 'BaseText', value: 'no-colour' },
    ]);
  });

  it.each(['', 'not json', '{}', '[]', 'null', '{"editorData":"{"}', '{"editorData":"{}"}'])(
    'of %j is an error, not an exception',
    (file) => {
      expect(lintTemplate(readTemplate(file))[0]?.severity).toBe('error');
    },
  );

  it('keeps the order of the file within a severity', () => {
    const at = (name: string) =>
      ({ code: 'T205', severity: 'info', path: name, params: {} }) as const;
    const bad = { ...at('z'), severity: 'error' } as const;
    expect(unique([at('b'), at('a'), bad, at('b')]).map((one) => one.path)).toEqual([
      'z',
      'b',
      'a',
    ]);
  });
});
