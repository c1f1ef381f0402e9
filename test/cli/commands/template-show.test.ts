import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, ownTemplates, realTemplates } from '../../support/project.js';

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

describe('template show', () => {
  it('tells what a template declares, sends and how it is drawn', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write(
      'dtcard.yaml',
      `version: 1\ntemplates: { 审批: { cardTemplateId: ${id}, file: a.json } }\n`,
    );
    const { exitCode, stdout, stderr } = await project.run(['template', 'show', '审批']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^审批\\n${id} · im · 3.0.0 · NORMAL\n`));
    expect(stdout).toMatch(/^Variables$/m);
    expect(stdout).toMatch(/^ {2}status +string +public /m);
    expect(stdout).toMatch(/^Actions$/m);
    expect(stdout).toMatch(/^ {2}ButtonList\S* +“同意” request → \S+ \{action: "accept"\}$/m);
    expect(stdout).toMatch(/^ {2}full: .*Card/m);
    for (const word of [id, 'a.json', './a.json']) {
      expect((await project.run(['template', 'show', word])).exitCode, word).toBe(0);
    }
  });

  it('shows fields of lists, private variables and states in Chinese', async () => {
    const project = createProject();
    project.example('lunch-vote', 'vote.json');
    const { stdout } = await project.run(['template', 'show', 'vote.json'], { lang: 'zh' });
    expect(stdout).toContain('模板 ID 未知');
    expect(stdout).toMatch(/^ {2}dishes +loopArray +公有/m);
    expect(stdout).toMatch(/^ {4}name +string/m);
    expect(stdout).toMatch(/^ {2}voted +string +私有/m);
  });

  it('gives all of it as JSON', async () => {
    const project = createProject();
    const file = project.example('approval', 'a.json');
    const { exitCode, stdout, stderr } = await project.run([
      'template',
      'show',
      'a.json',
      '--json',
      '--lang',
      'zh',
    ]);
    expect([exitCode, stderr]).toEqual([0, '']);
    const shown = JSON.parse(stdout) as Record<string, unknown>;
    expect(shown).toMatchObject({
      v: 1,
      alias: null,
      cardTemplateId: null,
      file,
      type: 'im',
      schemaVersion: '3.0.0',
      extendType: 'NORMAL',
      locals: [],
      support: { complete: true },
      findings: [],
    });
    expect(shown['variables']).toContainEqual(
      expect.objectContaining({ name: 'status', type: 'string', private: false, fields: [] }),
    );
    expect(shown['actions']).toContainEqual(
      expect.objectContaining({ label: '同意', does: 'request' }),
    );
  });

  it('names the alias that was meant', async () => {
    const project = createProject();
    project.write(
      'dtcard.yaml',
      'version: 1\ntemplates: { approval: { cardTemplateId: a.schema } }\n',
    );
    const typo = await project.run(['template', 'show', 'aproval']);
    expect([typo.exitCode, typo.stderr.slice(0, 5)]).toEqual([2, 'E1017']);
    expect(typo.stderr).toContain('Did you mean approval?');
    const other = await project.run(['template', 'show', 'something-else']);
    expect(other.stderr).toContain('Known: approval');
    const noFile = await project.run(['template', 'show', 'approval']);
    expect(noFile.stderr).toMatch(/^E1017 approval has no file/);
  });

  it.each([
    ['none.json', 'E1004'],
    ['cards/none', 'E1004'],
    ['bad.json', 'E1015'],
  ])('says what is wrong with %s', async (word, code) => {
    const project = createProject();
    project.write('bad.json', '{"editorData": 1}');
    const { exitCode, stderr } = await project.run(['template', 'show', word]);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, code]);
  });

  it('shows nothing of a template that a terminal acts upon', async () => {
    const project = createProject();
    const hostile = 'x\u001b[2J\u202ey\n';
    const node = { componentName: hostile, id: 'n1', props: {}, children: [] };
    project.write('h.json', {
      type: 'im',
      editorData: JSON.stringify({
        schemaVersion: '3.0.0',
        schema: {
          componentsTree: [{ componentName: 'Card', id: 'r', props: {}, children: [node] }],
        },
        variableList: [
          { name: hostile, type: hostile, description: hostile },
          { name: '__proto__', type: 'string' },
        ],
      }),
    });
    for (const flags of [[], ['--json']]) {
      const { exitCode, stdout } = await project.run(['template', 'show', 'h.json', ...flags]);
      expect(exitCode).toBe(0);
      expect(stdout).not.toMatch(/[\u001b\u202e]/);
      expect(stdout).toContain('__proto__');
    }
  });

  it.each([...ownTemplates, ...realTemplates].map((file) => [path.basename(file), file]))(
    'works for %s',
    async (_name, file) => {
      const project = createProject();
      const plain = await project.run(['template', 'show', file]);
      expect([plain.exitCode, plain.stderr]).toEqual([0, '']);
      const json = await project.run(['template', 'show', file, '--json']);
      expect(JSON.parse(json.stdout)).toMatchObject({ v: 1, file });
    },
  );

  it.skipIf(realTemplates.length > 0)('real templates are not at hand: ../shared/templates', () => {
    expect(realTemplates).toEqual([]);
  });
});
