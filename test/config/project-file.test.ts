import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { parseProject, readProjectFile } from '../../src/config/project-file.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-project-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const file = '/project/dtcard.yaml';

function parsed(text: string) {
  const read = parseProject(text, file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.project;
}

function problems(text: string | Uint8Array): string {
  const read = parseProject(text, file);
  if (read.ok) return '';
  return read.problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n');
}

describe('a project file', () => {
  it('names templates with their natural values, and recipients', () => {
    const project = parsed(`version: 1
templates:
  审批:
    cardTemplateId: dac1dbec-55af-40c3-be91-6d6882ef3b66.schema
    file: templates/审批 模板.json
    data: { title: 报销, count: 3, rows: [{ label: a }], done: false, none: null }
    privateData: { manager01: { remark: 好 }, 0150: { remark: x } }
  2024: { cardTemplateId: b.schema }
recipients:
  财务群: cidABC==
  boss: 0150000227
`);
    expect(project.path).toBe(path.resolve(file));
    expect(project.templates.get('审批')).toEqual({
      alias: '审批',
      cardTemplateId: 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema',
      file: path.resolve('/project/templates/审批 模板.json'),
      data: { title: '报销', count: 3, rows: [{ label: 'a' }], done: false, none: null },
      privateData: { manager01: { remark: '好' }, '0150': { remark: 'x' } },
    });
    expect([...project.templates.keys()]).toEqual(['审批', '2024']);
    expect(Object.fromEntries(project.recipients)).toEqual({
      财务群: 'cidABC==',
      boss: '0150000227',
    });
  });

  it.each([
    'version: 1',
    'version: 1\ntemplates:\nrecipients:\n',
    '\ufeffversion: 1\r\ntemplates: {}\r\n',
    'version: 1\ntemplates:\n  a:\n    cardTemplateId: x.schema\n    data:\n    privateData:\n',
  ])('may be as empty as %j', (text) => {
    expect(problems(text)).toBe('');
  });

  it('finds an alias however it was composed', () => {
    const text = 'version: 1\ntemplates: { e\u0301te\u0301: { cardTemplateId: x } }';
    expect(parsed(text).templates.has('été')).toBe(true);
  });

  it('may use names that objects have', () => {
    const text =
      'version: 1\ntemplates: { constructor: { cardTemplateId: x, data: { __proto__: p } } }';
    const { data } = parsed(text).templates.get('constructor') ?? {};
    expect(Object.getOwnPropertyDescriptor(data, '__proto__')?.value).toBe('p');
    expect(parsed('version: 1').templates.get('constructor')).toBeUndefined();
  });

  it.each([
    ['', '1:1 the file is empty; it starts with "version: 1"'],
    ['- a', 'must be a mapping'],
    ['templates: {}', '1:1 the file needs "version"'],
    ['version: 2', '1:10 version must be 1'],
    [
      'version: 1\ntemplate: {}',
      '2:1 unknown key "template" in the file; did you mean "templates"?',
    ],
    [
      'version: 1\ntempaltes: {}',
      '2:1 unknown key "tempaltes" in the file; did you mean "templates"?',
    ],
    ['version: 1\ntemplates: []', '2:12 templates must be a mapping'],
    ['version: 1\ntemplates:\n  a: x.schema\n', '3:6 templates.a must be a mapping'],
    ['version: 1\ntemplates:\n  a: {}\n', '3:6 templates.a needs "cardTemplateId"'],
    ['version: 1\ntemplates:\n  a: { id: x }\n', 'did you mean "cardTemplateId"?'],
    [
      'version: 1\ntemplates:\n  a:\n    cardTemplateId: x\n    fiel: y\n',
      '5:5 unknown key "fiel" in templates.a; did you mean "file"?',
    ],
    ['version: 1\ntemplates: { a: { cardTemplateId: x, data: [1] } }', 'data must be a mapping'],
    ['version: 1\ntemplates: { "a b": { cardTemplateId: x } }', '2:14 "a b" cannot be an alias'],
    ['version: 1\ntemplates: { x.schema: { cardTemplateId: x } }', 'cannot be an alias'],
    [
      'version: 1\ntemplates: { e\u0301: { cardTemplateId: x }, é: { cardTemplateId: x } }',
      'is there twice',
    ],
    ['version: 1\nrecipients: { a: [b] }', '2:18 recipients.a must be a text'],
    ['version: 1\nrecipients: { a: }', 'recipients.a must be a text'],
    ['version: 1\nclientSecret: abc', '2:1 "clientSecret" is a secret'],
    [
      'version: 1\ntemplates: { a: { cardTemplateId: x, data: { accessToken: abc } } }',
      '2:46 "accessToken" is a secret',
    ],
    ['version: 1\ntemplates: {', 'Flow map'],
  ])('%j is refused where it is wrong', (text, expected) => {
    expect(problems(text)).toContain(expected);
  });

  it('reports a secret once, without its value, and all problems in the order of the file', () => {
    const text = 'version: 1\nclientSecret: hush-hush\ntempaltes: {}\n';
    expect(
      problems(text)
        .split('\n')
        .map((line) => line.slice(0, 3)),
    ).toEqual(['2:1', '3:1']);
    expect(problems(text)).not.toContain('hush-hush');
  });
});

describe('reading it', () => {
  function failure(run: () => unknown): DtcardError {
    try {
      run();
    } catch (error) {
      if (error instanceof DtcardError) return error;
    }
    throw new Error('nothing was thrown');
  }

  it('names every problem with its place', () => {
    const at = path.join(directory, 'dtcard.yaml');
    writeFileSync(at, 'version: 1\nnope: 1\ntemplates: []\n');
    const error = failure(() => readProjectFile(at));
    expect([error.code, error.params['count']]).toEqual(['E1014', 2]);
    expect(error.params['detail']).toContain(`${at}:2:1: unknown key "nope"`);
  });

  it('says when it cannot be read', () => {
    expect(failure(() => readProjectFile(path.join(directory, 'none.yaml'))).code).toBe('E1004');
    const at = path.join(directory, 'closed.yaml');
    writeFileSync(at, 'version: 1');
    chmodSync(at, 0o000);
    // Root reads everything.
    if (process.getuid?.() !== 0) expect(failure(() => readProjectFile(at)).code).toBe('E1004');
  });
});
