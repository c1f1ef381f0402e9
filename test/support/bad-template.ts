import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { exportTemplate, type NodeSource, text } from '../../scripts/templates/exported.js';
import { node } from './draw-card.js';
import { expectHarmless, expectTamed } from './hostile-cards.js';
import { createProject, type TestProject } from './project.js';

/** Generous: the machine may be busy. */
export const slow = 120_000;
const formats = ['ansi', 'text', 'html', 'json'] as const;
export const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

/** Stands in every card: whatever comes before must not keep it from being drawn. */
export const rest = node('BaseText', 'rest', { text: text('the rest') });

export const card = (
  children: readonly NodeSource[],
  more: Omit<Parameters<typeof exportTemplate>[0], 'root'> = {},
) => exportTemplate({ root: node('Card', 'root', {}, [...children, rest]), ...more });

export const file = (editorData: string) =>
  JSON.stringify({ editorData, type: 'im', mode: 'card' });

interface Linted {
  readonly findings: readonly {
    readonly code: string;
    readonly message: string;
    readonly fix: string;
    readonly path: string;
  }[];
}

/** Codes of what lint finds; its sentences have words and say what to do. */
export async function lint(project: TestProject, exitCode: number): Promise<readonly string[]> {
  const result = await project.run(['template', 'lint', 't.json', '--json']);
  expect([result.exitCode, result.stderr]).toEqual([exitCode, '']);
  expectTamed(result.stdout);
  const { findings } = JSON.parse(result.stdout) as Linted;
  for (const { code, message, fix } of findings) {
    expect(message.length, code).toBeGreaterThan(10);
    expect(message, code).not.toMatch(/\{\w+\}/);
    expect(fix, code).not.toBe('');
  }
  return [...new Set(findings.map(({ code }) => code))];
}

/** Draws in every format; in each the rest of the card is there and nothing else happens. */
export async function drawn(
  project: TestProject,
): Promise<Record<(typeof formats)[number], string>> {
  const outputs = { ansi: '', text: '', html: '', json: '' };
  for (const format of formats) {
    const result = await project.run(['template', 'render', 't.json', '--format', format]);
    expect([format, result.exitCode]).toEqual([format, 0]);
    expectTamed(result.stdout);
    expectTamed(result.stderr);
    expect(result.stderr).not.toMatch(/ at \S+:\d+/);
    outputs[format] = result.stdout;
  }
  expectHarmless(outputs.html);
  return outputs;
}

export function withTemplate(content: string | Uint8Array): TestProject {
  const project = createProject();
  writeFileSync(path.join(project.directory, 't.json'), content);
  return project;
}
