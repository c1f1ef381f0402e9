import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, ownTemplates, realTemplates } from '../../support/project.js';

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

interface Linted {
  readonly ok: boolean;
  readonly data: string;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: string;
    readonly message: string;
  }[];
}

const linted = (result: { readonly stdout: string }) => JSON.parse(result.stdout) as Linted;

describe('template lint', () => {
  it('has nothing to say about a sound template', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const { exitCode, stdout, stderr } = await project.run(['template', 'lint', 'a.json']);
    expect([exitCode, stdout, stderr]).toEqual([0, '✓ nothing to complain of\n', '']);
  });

  it('fails with exit code 1 on errors, which are its output', async () => {
    const project = createProject();
    project.write('bad.json', 'no JSON');
    const { exitCode, stdout, stderr } = await project.run(['template', 'lint', 'bad.json']);
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^✗ T100 \$ {2}/);
    expect(stdout).toMatch(/^ {4}→ /m);
    expect(stdout).toMatch(/✗ 1 error\(s\), 0 warning\(s\), 0 note\(s\)\n$/);
  });

  it('says whether text can be streamed into a variable', async () => {
    const project = createProject();
    project.example('ai-answer', 'a.json');
    const given = ['template', 'lint', 'a.json', '--json', '--stream'];
    expect(linted(await project.run([...given, 'content']))).toMatchObject({ findings: [] });
    const bad = await project.run([...given, 'contents', '--stream', 'question']);
    expect(linted(bad).findings.map(({ code, path: where }) => `${code} ${where}`)).toEqual([
      'D114 streaming.contents',
      'D115 streaming.question',
    ]);
    expect(bad.exitCode).toBe(1);
  });

  it('fails on warnings with --strict only', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const given = ['template', 'lint', 'a.json', '--data', '-'];
    const stdin = 'titel: 你好\n';
    const lax = await project.run(given, { stdin });
    expect(lax.exitCode).toBe(0);
    expect(lax.stdout).toMatch(/^! D103 cardParamMap\.titel .*title/);
    const strict = await project.run([...given, '--strict'], { stdin });
    expect(strict.exitCode).toBe(1);
    const json = await project.run([...given, '--strict', '--json', '--lang', 'zh'], { stdin });
    expect(json.exitCode).toBe(1);
    expect(linted(json)).toMatchObject({ v: 1, ok: false, data: 'given' });
    const [first] = linted(json).findings;
    expect(first).toMatchObject({
      code: 'D103',
      severity: 'warning',
      path: 'cardParamMap.titel',
      message: expect.not.stringMatching(/[\u4e00-\u9fff]{3}/) as string,
    });
  });

  it('checks the data of dtcard.yaml, per user too, unless told otherwise', async () => {
    const project = createProject();
    project.example('lunch-vote', 'vote.json');
    project.write(
      'dtcard.yaml',
      `version: 1
templates:
  vote:
    cardTemplateId: ${id}
    file: vote.json
    data: { title: 1, dishes: nothing }
    privateData: { user002: { voted: [1], nope: x } }
`,
    );
    const own = linted(await project.run(['template', 'lint', 'vote', '--json']));
    expect([own.ok, own.data]).toEqual([false, 'project']);
    const places = own.findings.map((finding) => finding.path);
    expect(places).toEqual(
      expect.arrayContaining(['cardParamMap.dishes', 'privateData.user002.nope']),
    );
    const mock = linted(await project.run(['template', 'lint', 'vote', '--mock', '--json']));
    expect([mock.ok, mock.data]).toEqual([true, 'mock']);
  });

  it.each([
    [['--mock', '--empty'], 'E1001'],
    [['--mock', '--data', 'd.json'], 'E1001'],
    [['--empty', '--private-data', 'd.json'], 'E1001'],
    [['--data', 'none.json'], 'E1004'],
    [['--data', 'list.json'], 'E1003'],
    [['--data', 'broken.json'], 'E1003'],
    [['--private-data', 'flat.yaml'], 'E1003'],
  ])('refuses %j', async (flags, code) => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write('d.json', '{}');
    project.write('list.json', '[1]');
    project.write('broken.json', '{"a": ');
    project.write('flat.yaml', 'remark: x\n');
    const result = await project.run(['template', 'lint', 'a.json', ...flags]);
    expect([result.exitCode, result.stdout, result.stderr.slice(0, 5)]).toEqual([2, '', code]);
  });

  it.each([...ownTemplates, ...realTemplates].map((file) => [path.basename(file), file]))(
    'finds no error in %s',
    async (_name, file) => {
      const project = createProject();
      const result = await project.run(['template', 'lint', file, '--json']);
      const errors = linted(result).findings.filter(({ severity }) => severity === 'error');
      expect([result.exitCode, errors]).toEqual([0, []]);
      const empty = await project.run(['template', 'lint', file, '--empty']);
      expect([empty.exitCode, empty.stderr]).toEqual([0, '']);
    },
  );
});
