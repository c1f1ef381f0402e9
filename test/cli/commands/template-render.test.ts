import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComponentUse } from '../../../src/card/view/card-view.js';
import { createProject, ownTemplates, realTemplates } from '../../support/project.js';

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

interface Rendered {
  readonly data: { readonly source: string; readonly cardParamMap: Record<string, string> };
  readonly switches: Record<string, unknown>;
  readonly support: { readonly components: readonly ComponentUse[]; readonly complete: boolean };
  readonly findings: readonly unknown[];
}

const rendered = (result: { readonly stdout: string }) => JSON.parse(result.stdout) as Rendered;

describe('template render', () => {
  it('draws the preview data as text, with what is approximate on stderr', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const { exitCode, stdout, stderr } = await project.run(['template', 'render', 'a.json']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('李四提交的差旅费报销');
    expect(stdout).toContain('同意');
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toContain('in the list of chats: [审批] 李四的差旅费');
    expect(stderr).toMatch(/^full: .*Card/m);
    expect(stderr).toMatch(/^approximate: /m);
  });

  it('draws the data of dtcard.yaml, with --data on top of it', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    project.write(
      'dtcard.yaml',
      `version: 1
templates:
  审批:
    cardTemplateId: ${id}
    file: a.json
    data: { title: 项目里的标题, amount: 12, status: 待处理 }
`,
    );
    const own = await project.run(['template', 'render', '审批']);
    expect(own.stdout).toContain('项目里的标题');
    expect(own.stdout).toContain('12');
    expect(own.stdout).not.toContain('李四');
    const given = await project.run(['template', 'render', '审批', '--data', '-', '--json'], {
      stdin: '{"title":"给的标题"}',
    });
    expect(given.stderr).toBe('');
    expect(rendered(given)).toMatchObject({
      v: 1,
      alias: '审批',
      cardTemplateId: id,
      data: {
        source: 'given',
        cardParamMap: { title: '给的标题', amount: '12', status: '待处理' },
        encoded: ['amount'],
      },
      root: { kind: 'box', role: 'card' },
    });
    const encoded = await project.run(['template', 'render', '审批', '--encoded']);
    expect(JSON.parse(encoded.stdout)).toEqual({
      v: 1,
      cardParamMap: { title: '项目里的标题', amount: '12', status: '待处理' },
      privateData: {},
      encoded: ['amount'],
    });
    expect((await project.run(['template', 'render', '审批', '--mock'])).stdout).toContain('李四');
  });

  it('shows everybody their own', async () => {
    const project = createProject();
    project.example('lunch-vote', 'vote.json');
    const data = project.write('d.yaml', 'dishes: [{ id: rice, name: 黄焖鸡 }]\n');
    const own = project.write('p.yaml', 'u1: { voted: rice }\nu2: { voted: noodles }\n');
    const args = ['template', 'render', 'vote.json', '--data', data, '--private-data', own];
    const [u1, u2, nobody] = await Promise.all([
      project.run([...args, '--viewer', 'u1']),
      project.run([...args, '--viewer', 'u2']),
      project.run(args),
    ]);
    expect(u1?.stdout).toContain('黄焖鸡');
    expect(u1?.stdout).not.toBe(u2?.stdout);
    expect(nobody?.exitCode).toBe(0);
  });

  it('draws an AI card in any of its states, light and dark, at any width', async () => {
    const project = createProject();
    project.example('ai-answer', 'ai.json');
    const args = ['template', 'render', 'ai.json', '--json'];
    const writing = await project.run([...args, '--flow-status', '2']);
    const done = await project.run([...args, '--flow-status', '3', '--theme', 'dark']);
    expect(rendered(writing).switches).toMatchObject({ flowStatus: '2', theme: 'light' });
    expect(rendered(done).switches).toMatchObject({ flowStatus: '3', theme: 'dark' });
    const narrow = await project.run(['template', 'render', 'ai.json', '--width', '240']);
    const widths = narrow.stdout.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(30);
  });

  it('draws for terminals in the colours they have', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const args = ['template', 'render', 'a.json', '--format', 'ansi'];
    const all = await project.run(args, { env: { COLORTERM: 'truecolor' } });
    expect(all.stdout).toMatch(/\u001b\[[\d;]*38;2;/);
    const some = await project.run(args, { env: { TERM: 'xterm-256color' } });
    expect(some.stdout).toMatch(/\u001b\[[\d;]*38;5;/);
    const few = await project.run(args);
    expect(few.stdout).toMatch(/\u001b\[/);
    expect(few.stdout).not.toMatch(/38;[25];/);
  });

  it('draws a page that stands by itself', async () => {
    const project = createProject();
    project.example('approval', 'a.json');
    const args = ['template', 'render', 'a.json', '--format', 'html', '--theme', 'dark'];
    const { exitCode, stdout } = await project.run(args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout).toContain('李四提交的差旅费报销');
    expect(stdout).toContain('data-theme="dark"');
    expect(stdout).not.toMatch(/<script/);
  });

  it('says so when there is nothing to see', async () => {
    const project = createProject();
    project.example('ai-answer', 'ai.json');
    const { exitCode, stderr } = await project.run([
      'template',
      'render',
      'ai.json',
      '--empty',
      '--lang',
      'zh',
    ]);
    expect(exitCode).toBe(0);
    expect(stderr).not.toBe('');
  });

  it.each([
    [['--format', 'pdf'], 'ansi, text, html, json'],
    [['--theme', 'blue'], 'light, dark'],
    [['--flow-status', '6'], '1, 2, 3, 4, 5'],
    [['--width', '0'], '--width'],
    [['--json', '--format', 'html'], '--json'],
    [['--mock', '--empty'], '--empty'],
  ])('refuses %j', async (flags, words) => {
    const project = createProject();
    project.example('approval', 'a.json');
    const result = await project.run(['template', 'render', 'a.json', ...flags]);
    expect([result.exitCode, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain('E1001');
    expect(result.stderr).toContain(words);
  });

  it('refuses what is no template', async () => {
    const project = createProject();
    project.write('bad.json', '{}');
    const result = await project.run(['template', 'render', 'bad.json']);
    expect([result.exitCode, result.stdout, result.stderr.slice(0, 5)]).toEqual([2, '', 'E1015']);
  });
});

describe.each([...ownTemplates, ...realTemplates].map((file) => [path.basename(file), file]))(
  'render %s',
  (_name, file) => {
    it.each(['--mock', '--empty'])('with %s in every format', async (data) => {
      const project = createProject();
      for (const format of ['ansi', 'text', 'html', 'json']) {
        const args = ['template', 'render', file, data, '--format', format];
        const result = await project.run(args);
        expect(result.exitCode, format).toBe(0);
        expect(result.stdout.length, format).toBeGreaterThan(0);
        if (format !== 'json') continue;
        const { support } = rendered(result);
        const missing = support.components.filter(({ level }) => level === 'placeholder');
        expect(missing).toEqual([]);
      }
    });
  },
);
