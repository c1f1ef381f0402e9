import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../src/card/finding.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { readNamedTemplate, templateUnusable } from '../../src/cli/template-argument.js';
import { createProject } from '../support/project.js';

const text =
  'version: 1\ntemplates: { 审批: { cardTemplateId: a.schema, file: cards/a.json, data: { t: 1 } } }\n';

describe('a template that is named', () => {
  it('is the same by alias, by id and by file', async () => {
    const project = createProject();
    project.write('dtcard.yaml', text);
    const file = project.example('approval', 'cards/a.json');
    symlinkSync(file, path.join(project.directory, 'link.json'));
    const io = { cwd: project.directory };
    for (const word of ['审批', 'a.schema', 'cards/a.json', './cards/a.json', file, 'link.json']) {
      const named = await readNamedTemplate(io, word);
      expect(named, word).toMatchObject({
        alias: '审批',
        cardTemplateId: 'a.schema',
        data: { t: 1 },
        privateData: {},
      });
      expect(named.template.variables, word).toHaveLength(6);
    }
  });

  it('is its file alone where no project knows it', async () => {
    const project = createProject();
    project.example('approval', 'b.json');
    const named = await readNamedTemplate({ cwd: project.directory }, 'b.json');
    expect(named.name).toBe('b.json');
    expect([named.alias, named.cardTemplateId, named.data]).toEqual([undefined, undefined, {}]);
  });

  it('is the alias rather than a file of the same name', async () => {
    const project = createProject();
    project.write('dtcard.yaml', text);
    project.example('approval', 'cards/a.json');
    project.example('leave-form', '审批');
    const { file } = await readNamedTemplate({ cwd: project.directory }, '审批');
    expect(file).toBe(path.join(project.directory, 'cards', 'a.json'));
  });

  it.each([
    ['nothing', 'E1017'],
    ['no/such', 'E1004'],
    ['no.json', 'E1004'],
    ['审批', 'E1004'],
  ])('may be missing: %s', async (word, code) => {
    const project = createProject();
    project.write('dtcard.yaml', text);
    const read = readNamedTemplate({ cwd: project.directory }, word);
    await expect(read).rejects.toMatchObject({ code });
  });
});

describe('a template that cannot be used', () => {
  it('is answered with what is wrong with it', () => {
    const { findings } = readTemplate('nonsense');
    const { code, params } = templateUnusable('en', 'a.json', errorsOf(findings));
    expect([code, params['path']]).toEqual(['E1015', 'a.json']);
    expect(params['detail']).toMatch(/^✗ T100/);
  });
});
