import {
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, type TestProject } from '../../support/project.js';

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
const other = '5f0c2f0a-6a0e-4f63-9d2c-1b7a3c9e4d21.schema';

const yaml = (project: TestProject) =>
  readFileSync(path.join(project.directory, 'dtcard.yaml'), 'utf8');

const parsed = (result: { readonly stdout: string }) =>
  JSON.parse(result.stdout) as Record<string, unknown>;

/** The example with the id in its compiled part, as newer exports have it. */
function withId(project: TestProject, name: string): string {
  const file = project.example('approval', name);
  const exported = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const widgetInfo = `<View onAppear="@autoLog{'logTrack_templateId',${id}}"/>`;
  return project.write(name, { ...exported, widgetInfo });
}

describe('template add', () => {
  it('makes dtcard.yaml with an alias from the name of the file', async () => {
    const project = createProject();
    project.example('approval', 'cards/审批 模板.json');
    const result = await project.run(['template', 'add', 'cards/审批 模板.json', '--id', id]);
    expect([result.exitCode, result.stderr]).toEqual([0, '']);
    expect(result.stdout).toContain(`✓ registered 审批-模板 → ${id} in dtcard.yaml`);
    expect(result.stdout).toContain('im · NORMAL · 6 variable(s) · 8 component(s) · 0 error(s)');
    expect(yaml(project)).toBe(
      `version: 1\ntemplates:\n  审批-模板:\n    cardTemplateId: ${id}\n    file: cards/审批 模板.json\n`,
    );
  });

  it('finds the id in the file, and says it all in JSON', async () => {
    const project = createProject();
    const file = withId(project, 'a.json');
    const result = await project.run(['template', 'add', 'a.json', '--as', 'approval', '--json']);
    expect([result.exitCode, result.stderr]).toEqual([0, '']);
    expect(parsed(result)).toMatchObject({
      v: 1,
      alias: 'approval',
      cardTemplateId: id,
      file,
      project: path.join(project.directory, 'dtcard.yaml'),
      updated: false,
      findings: expect.any(Array) as unknown,
    });
  });

  it('says where the id is to be found when the file has none', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const result = await project.run(['template', 'add', 'a.json']);
    expect([result.exitCode, result.stdout, result.stderr.slice(0, 5)]).toEqual([2, '', 'E1016']);
    expect(result.stderr).toContain('--id');
  });

  it('updates what is there, whatever path leads to it, and keeps the rest', async () => {
    const project = createProject();
    project.example('approval', 'cards/a.json');
    project.write(
      'dtcard.yaml',
      `# ours\nversion: 1\ntemplates:\n  mine:\n    cardTemplateId: ${id} # old\n    file: ./cards/../cards/a.json\n    data: { title: 你好 }\n`,
    );
    const again = await project.run(['template', 'add', 'a.json', '--id', other], {
      cwd: path.join(project.directory, 'cards'),
    });
    expect(again.stdout).toContain(`✓ updated mine → ${other} in ../dtcard.yaml`);
    expect(yaml(project)).toBe(
      `# ours\nversion: 1\ntemplates:\n  mine:\n    cardTemplateId: ${other} # old\n    file: cards/a.json\n    data: { title: 你好 }\n`,
    );
    const keepsId = await project.run(['template', 'add', 'cards/a.json', '--json']);
    expect(parsed(keepsId)).toMatchObject({ cardTemplateId: other, updated: true });
  });

  it('does not let another file take an alias unasked', async () => {
    const project = createProject();
    project.example('approval', 'one/card.json');
    project.example('leave-form', 'two/card.json');
    await project.run(['template', 'add', 'one/card.json', '--id', id]);
    const before = yaml(project);
    const taken = await project.run(['template', 'add', 'two/card.json', '--id', other]);
    expect([taken.exitCode, taken.stderr.slice(0, 5)]).toEqual([2, 'E1001']);
    expect(taken.stderr).toContain('one/card.json');
    expect(yaml(project)).toBe(before);
    const asked = await project.run([
      'template',
      'add',
      'two/card.json',
      '--id',
      other,
      '--as',
      'card',
    ]);
    expect(asked.exitCode).toBe(0);
    expect(yaml(project)).toContain('file: two/card.json');
  });

  it('follows a template that moved', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    await project.run(['template', 'add', 'a.json', '--id', id]);
    mkdirSync(path.join(project.directory, 'cards'));
    const [from, to] = ['a.json', 'cards/a.json'].map((name) => path.join(project.directory, name));
    renameSync(from as string, to as string);
    const moved = await project.run(['template', 'add', 'cards/a.json', '--as', 'a', '--id', id]);
    expect(moved.exitCode).toBe(0);
    expect(yaml(project)).toContain('file: cards/a.json');
  });

  it.each([
    ['missing.json', 'E1004', 'no such file'],
    ['.', 'E1004', 'directory'],
    ['large.json', 'E1004', '20000000 bytes'],
    ['words.json', 'E1015', 'T100'],
    ['empty.json', 'E1015', 'T100'],
    ['list.json', 'E1015', 'T101'],
    ['rootless.json', 'E1015', 'T106'],
    ['utf16.json', 'E1004', 'UTF-16'],
    ['latin.json', 'E1004', 'UTF-8'],
  ])('refuses %s with %s', async (name, code, words) => {
    const project = createProject();
    const large = project.write('large.json', '{');
    truncateSync(large, 50_000_000);
    expect(statSync(large).size).toBe(50_000_000);
    project.write('words.json', 'no JSON at all');
    project.write('empty.json', '');
    project.write('list.json', '[1]');
    project.write('rootless.json', { editorData: '{"schemaVersion":"3.0.0"}', type: 'im' });
    writeFileSync(path.join(project.directory, 'utf16.json'), Buffer.from('\ufeff{}', 'utf16le'));
    writeFileSync(path.join(project.directory, 'latin.json'), Buffer.from([0x22, 0xe9, 0x22]));
    for (const flags of [[], ['--json']]) {
      const result = await project.run(['template', 'add', name, '--id', id, ...flags]);
      expect([result.exitCode, result.stdout]).toEqual([2, '']);
      expect(result.stderr).toContain(code);
      expect(result.stderr).toContain(words);
    }
    expect(() => yaml(project)).toThrow();
  });

  it.each([
    [['--id', id.replace('.schema', '')], 'E1009'],
    [['--id', id, '--as', 'a b'], 'E1001'],
    [['--id', id, '--as', id], 'E1001'],
    [['--id', id, '--as', ''], 'E1001'],
  ])('refuses %j', async (flags, code) => {
    const project = createProject();
    project.example('approval', 'a.json');
    const result = await project.run(['template', 'add', 'a.json', ...flags]);
    expect([result.exitCode, result.stderr.slice(0, 5)]).toEqual([2, code]);
  });

  it('asks for an alias where the name of the file gives none', async () => {
    const project = createProject();
    project.example('approval', '🍜.json');
    const result = await project.run(['template', 'add', '🍜.json', '--id', id]);
    expect(result.stderr).toMatch(/^E1001 .*cannot be an alias/);
    expect(result.stderr).toContain('--as');
  });

  it('does not touch a dtcard.yaml that has problems', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write('dtcard.yaml', 'version: 1\ntempaltes: {}\n');
    const result = await project.run(['template', 'add', 'a.json', '--id', id]);
    expect([result.exitCode, result.stderr.slice(0, 5)]).toEqual([2, 'E1014']);
    expect(result.stderr).toContain('dtcard.yaml:2:1');
    expect(result.stderr).toContain('did you mean "templates"');
    expect(yaml(project)).toBe('version: 1\ntempaltes: {}\n');
  });

  it('speaks Chinese', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const result = await project.run(['template', 'add', 'a.json', '--id', id], { lang: 'zh' });
    expect(result.stdout).toContain('✓ 已登记 a →');
  });
});
