import { describe, expect, it } from 'vitest';
import { createProject } from '../../support/project.js';

const rules = `version: 1
rules:
  - name: send
    on: message
    when: { text: 报销 }
    send: { template: approval, data: { title: "\${message.text}" } }
  - name: accept
    on: callback
    when: { params: { action: accept } }
    guard: { user: manager01 }
    limit: { times: 1, per: card }
    answer: { cardData: { status: 已同意 } }
  - name: scripted
    on: callback
    late: fail
    script: ./rule.mjs
  - name: never
    on: callback
    leave: true
answers:
  - name: 先等等
    answer: { cardData: { status: 等一等 } }
`;

interface Checked {
  readonly ok: boolean;
  readonly problems: readonly {
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  readonly warnings: readonly { readonly line: number; readonly message: string }[];
  readonly rules: readonly Record<string, unknown>[];
  readonly answers: readonly string[];
}

const checked = ({ stdout }: { readonly stdout: string }) => JSON.parse(stdout) as Checked;

describe('rules check', () => {
  it('tells what every rule is, where it stands and what it does', async () => {
    const project = createProject();
    project.write('rules.yaml', rules);
    const script = project.write('rule.mjs', 'export default () => ({ answer: {} });');
    const { exitCode, stdout, stderr } = await project.run(['rules', 'check', 'rules.yaml']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      '   3  send · message',
      '        when text: 报销',
      '        send {"template":"approval","data":{"title":"${message.text}"}}',
      '   7  accept · callback',
      '        when params.action: accept',
      '        guard user: manager01',
      '        limit 1 per card',
      '        answer {"cardData":{"status":"已同意"}}',
      '  13  scripted · callback',
      '        late fail',
      `        script ${script} (1500 ms)`,
      '  17  never · callback',
      '        leave true',
      'prepared answers: 先等等',
      '! rules.yaml:17: rule never can never match: scripted on line 13 has no conditions and takes everything before it',
      '✓ rules.yaml: 4 rules, all in order',
      '',
    ]);
  });

  it('tells the same as JSON', async () => {
    const project = createProject();
    const file = project.write('rules.yaml', rules);
    const script = project.write('rule.mjs', 'export default () => ({ answer: {} });');
    const result = await project.run(['rules', 'check', 'rules.yaml', '--json']);
    expect(result.exitCode).toBe(0);
    expect(checked(result)).toMatchObject({
      v: 1,
      ok: true,
      file,
      problems: [],
      warnings: [{ line: 17 }],
      answers: ['先等等'],
      rules: [
        { name: 'send', on: 'message', line: 3, does: { send: { template: 'approval' } } },
        {
          name: 'accept',
          when: [{ path: 'params.action', expected: 'accept' }],
          guard: [{ path: 'user', expected: 'manager01' }],
          limit: { times: 1, per: 'card' },
        },
        { name: 'scripted', late: 'fail', script: { file: script, timeLimitMs: 1500 } },
        { name: 'never', does: { leave: true } },
      ],
    });
  });

  it('fails with exit code 2 and every problem in its place', async () => {
    const project = createProject();
    project.write(
      'rules.yaml',
      'version: 1\nrules:\n  - name: a\n    on: callback\n    anwser: {}\n  - on: message\n',
    );
    const plain = await project.run(['rules', 'check', 'rules.yaml']);
    expect([plain.exitCode, plain.stderr]).toEqual([2, '']);
    expect(plain.stdout).toMatch(/^✗ rules\.yaml:5:5: .*anwser.*answer/m);
    expect(plain.stdout).toMatch(/^✗ rules\.yaml:6:\d+: .*name/m);
    expect(plain.stdout).toMatch(/✗ rules\.yaml: \d+ problems\n$/);
    const json = await project.run(['rules', 'check', 'rules.yaml', '--json']);
    expect(json.exitCode).toBe(2);
    expect(checked(json)).toMatchObject({ ok: false, rules: [] });
    expect(checked(json).problems.map(({ line }) => line)).toContain(5);
  });

  it('fails when a script cannot be loaded, and names the rule that has it', async () => {
    const project = createProject();
    project.write('rules.yaml', rules);
    const script = project.write('rule.mjs', 'export const rule = 1;');
    const { exitCode, stdout } = await project.run(['rules', 'check', 'rules.yaml']);
    expect(exitCode).toBe(2);
    expect(stdout).toContain(
      `✗ rules.yaml:16:13: The script ${script} has no function as its default export (it exports rule)`,
    );
  });

  it('warns of templates the project does not know', async () => {
    const project = createProject();
    project.write(
      'dtcard.yaml',
      'version: 1\ntemplates:\n  leave:\n    cardTemplateId: a.schema\n',
    );
    project.write('rule.mjs', 'export default () => ({ answer: {} });');
    project.write('rules.yaml', rules);
    const unknown = await project.run(['rules', 'check', 'rules.yaml', '--json']);
    expect(checked(unknown).warnings[0]).toMatchObject({
      line: 3,
      message: expect.stringMatching(
        /^rule send: .*dtcard\.yaml does not know the template approval$/,
      ),
    });
    project.write('rules.yaml', rules.replace('template: approval', 'template: leave'));
    const known = await project.run(['rules', 'check', 'rules.yaml', '--json']);
    expect(checked(known).warnings.map(({ line }) => line)).toEqual([17]);
  });

  it('cannot read what is not there', async () => {
    const { exitCode, stderr } = await createProject().run(['rules', 'check', 'gone.yaml']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('E1004')]);
  });
});
