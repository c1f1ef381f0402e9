import { describe, expect, it } from 'vitest';
import { checkRules, readRulesBytes } from '../../src/cli/checked-rules.js';
import { createProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

describe('checking rules', () => {
  it('loads a script once, and tells of it at every rule that has it', async () => {
    const project = createProject();
    project.write('rule.mjs', 'throw new Error("no");');
    const rule = (name: string) =>
      `  - { name: ${name}, on: callback, when: { user: ${name} }, script: rule.mjs }\n`;
    project.write('rules.yaml', `version: 1\nrules:\n${rule('a')}${rule('b')}`);
    const io = createTestIo({ home: project.home, cwd: project.directory });
    const { problems, rules } = await checkRules(io, 'rules.yaml');
    expect(rules).toHaveLength(2);
    expect(
      problems.map(({ line, message }) => [line, message.includes('Error: no (rule.mjs:1:7)')]),
    ).toEqual([
      [3, true],
      [4, true],
    ]);
  });

  it('says what to do about a module without a function', async () => {
    const project = createProject();
    project.write('rule.mjs', 'export const x = 1;');
    project.write(
      'rules.yaml',
      'version: 1\nrules:\n  - { name: a, on: callback, script: rule.mjs }\n',
    );
    const io = createTestIo({ home: project.home, cwd: project.directory });
    const { problems } = await checkRules(io, 'rules.yaml');
    expect(problems.map(({ message }) => message.split('; ').length)).toEqual([2]);
    expect(problems[0]?.message).toContain('export default (event) =>');
  });

  it('names what cannot be read as it was named', () => {
    const io = createTestIo({ cwd: '/' });
    expect(() => readRulesBytes(io, 'gone.yaml')).toThrow('E1004');
    expect(() => readRulesBytes(io, '.')).toThrow('E1004');
  });
});
