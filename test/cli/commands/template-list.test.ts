import { describe, expect, it } from 'vitest';
import { createProject } from '../../support/project.js';

const text = `version: 1
templates:
  审批: { cardTemplateId: a.schema, file: a.json, data: { n: 1 } }
  other: { cardTemplateId: b.schema }
  gone: { cardTemplateId: c.schema, file: gone.json }
`;

describe('template list', () => {
  it('lists aliases, ids and files in the order of dtcard.yaml', async () => {
    const project = createProject();
    project.write('dtcard.yaml', text);
    project.write('a.json', '{}');
    const { exitCode, stdout, stderr } = await project.run(['template', 'list']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      '审批   a.schema  a.json',
      'other  b.schema  (no file)',
      'gone   c.schema  gone.json (the file cannot be read)',
      '',
    ]);
  });

  it('gives the same as JSON', async () => {
    const project = createProject();
    project.write('dtcard.yaml', text);
    const file = project.write('a.json', '{}');
    const { stdout } = await project.run(['template', 'list', '--json']);
    const { v, templates } = JSON.parse(stdout) as { v: number; templates: unknown[] };
    expect([v, templates[0]]).toEqual([
      1,
      {
        alias: '审批',
        cardTemplateId: 'a.schema',
        file,
        isFileThere: true,
        data: { n: 1 },
        privateData: {},
      },
    ]);
    expect(templates).toMatchObject([{}, { file: null }, { isFileThere: false }]);
  });

  it('says so when there is nothing, which is no failure', async () => {
    const project = createProject();
    const plain = await project.run(['template', 'list']);
    expect([plain.exitCode, plain.stdout]).toEqual([0, '']);
    expect(plain.stderr).toContain('dtcard template add');
    const json = await project.run(['template', 'list', '--json']);
    expect(JSON.parse(json.stdout)).toEqual({ v: 1, project: null, templates: [] });
  });

  it('refuses a dtcard.yaml with secrets in it without repeating them', async () => {
    const project = createProject();
    project.write('dtcard.yaml', 'version: 1\nclientSecret: hush-hush-hush\n');
    const { exitCode, stderr } = await project.run(['template', 'list']);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1014']);
    expect(stderr).toContain('clientSecret');
    expect(stderr).not.toContain('hush-hush-hush');
  });
});
