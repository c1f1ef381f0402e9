import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  isMeantAsAlias,
  openTemplateRegistry,
  templateUnknown,
} from '../../src/cli/template-registry.js';
import { createProject } from '../support/project.js';

const text = `version: 1
templates:
  审批: { cardTemplateId: a.schema, data: { n: 1 } }
  été: { cardTemplateId: b.schema }
recipients:
  财务群: cidABC==
`;

describe('the registry', () => {
  it('finds templates by alias and by id, recipients by name', async () => {
    const project = createProject();
    const file = project.write('dtcard.yaml', text);
    const deep = path.dirname(project.write('deep/er/x', ''));
    const registry = await openTemplateRegistry(deep);
    expect(registry.projectFile).toBe(file);
    expect(registry.find('审批')?.data).toEqual({ n: 1 });
    expect(registry.find('a.schema')?.alias).toBe('审批');
    expect(registry.find('e\u0301te\u0301')?.cardTemplateId).toBe('b.schema');
    expect(registry.find('constructor')).toBeUndefined();
    expect(registry.recipient('财务群')).toBe('cidABC==');
    expect(registry.recipient('user002')).toBe('user002');
  });

  it('is empty where there is no project', async () => {
    const registry = await openTemplateRegistry(createProject().directory);
    expect(registry.templates).toEqual([]);
    expect([registry.find('a'), registry.projectFile]).toEqual([undefined, undefined]);
  });

  it('is not opened on a file with problems', async () => {
    const project = createProject();
    project.write('dtcard.yaml', 'version: 3\n');
    await expect(openTemplateRegistry(project.directory)).rejects.toMatchObject({ code: 'E1014' });
  });
});

describe('a word that is no template', () => {
  it('was meant as an alias unless it looks like an id', () => {
    expect(isMeantAsAlias('aproval')).toBe(true);
    expect(isMeantAsAlias('x.schema')).toBe(false);
  });

  it('is answered with the nearest alias', async () => {
    const project = createProject();
    project.write('dtcard.yaml', text.replace('été', 'approval'));
    const registry = await openTemplateRegistry(project.directory);
    expect(templateUnknown(registry, 'aproval').params).toMatchObject({
      meant: 'approval',
      known: '审批, approval',
    });
    expect(templateUnknown(registry, 'zzz').params).not.toHaveProperty('meant');
  });
});
