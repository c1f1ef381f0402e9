import { describe, expect, it } from 'vitest';
import { ruleWarnings } from '../../src/cli/rule-warnings.js';
import { rulesOf } from '../support/rule-subjects.js';

const none = { projectFile: undefined, find: () => undefined };

function warned(rules: string, registry: Parameters<typeof ruleWarnings>[1] = none) {
  return ruleWarnings(rulesOf(`version: 1\nrules:\n${rules}`), registry).map(
    ({ line, key, params }) => [line, key, params['rule']],
  );
}

const all = (name: string, rest = '') =>
  `  - { name: ${name}, on: callback, leave: true${rest} }\n`;

describe('rules nobody can have meant', () => {
  it('stand behind one that takes everything of their kind', () => {
    const message = '  - { name: m, on: message, leave: true }\n';
    expect(warned(all('a') + message + all('b', ', when: { user: x }') + all('c'))).toEqual([
      [5, 'rules.shadowed', 'b'],
      [6, 'rules.shadowed', 'c'],
    ]);
  });

  it('are not those behind one with conditions or a limit', () => {
    expect(warned(all('a', ', when: { user: x }') + all('b', ', limit: once') + all('c'))).toEqual(
      [],
    );
  });

  it('are not those that take redeliveries', () => {
    expect(warned(all('a') + all('b', ', onDuplicate: again'))).toEqual([]);
    expect(warned(all('a', ', onDuplicate: again') + all('b', ', onDuplicate: again'))).toEqual([
      [4, 'rules.shadowed', 'b'],
    ]);
  });

  it('send templates the project does not know', () => {
    const send = (template: string) =>
      `  - { name: s, on: message, when: { text: x }, send: { template: "${template}" } }\n`;
    const project = { projectFile: '/p/dtcard.yaml', find: () => undefined };
    expect(warned(send('approval'), project)).toEqual([[3, 'rules.template', 's']]);
    expect(warned(send('${message.text}'), project)).toEqual([]);
    expect(warned(send('approval'))).toEqual([]);
  });
});
