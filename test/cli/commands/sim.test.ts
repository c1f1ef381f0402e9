import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProgramHome } from '../../support/program-home.js';
import { createProject } from '../../support/project.js';
import { runInProcess } from '../../support/run-in-process.js';
import { projectRoot, runBuilt, startProgram } from '../../support/run-program.js';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

describe('sim', () => {
  it('plays the whole approval loop, each part in a process of its own', async () => {
    const home = createProgramHome();
    onTestFinished(home.remove);
    const port = await freePort();
    const sim = startProgram(['sim', '--port', String(port)], { home });
    await sim.waitForLine(`http://127.0.0.1:${port}`);
    const rules = path.join(projectRoot, 'examples/approval/rules.yaml');
    const api = `http://127.0.0.1:${port}`;
    const watch = startProgram(['watch', '--json', '--api', api, '--rules', rules], { home });
    await watch.waitForLine('"connection.opened"');
    // No `--api` from here on: the simulator started last on this machine is meant.
    const act = (...args: string[]) => runBuilt(['sim', ...args, '--json'], { home });

    const message = await act('message', '报销一下', '--as', '李四');
    expect(message.exitCode).toBe(0);
    await watch.waitForLine('"card.delivered"');

    const given = ['--action', 'accept', '--param', 'action=accept'];
    const tap = await act('tap', 'latest', '--as', '王五', ...given);
    expect([tap.exitCode, tap.stderr]).toEqual([0, '']);
    expect(JSON.parse(tap.stdout)).toMatchObject({ v: 1, outcome: 'answered', applied: true });

    const values = {
      title: '张三提交的财务报销',
      type: '差旅费',
      amount: '1000.0',
      reason: '出差费用',
      status: '已同意',
    };
    for (const person of ['王五', 'manager01']) {
      const card = await act('card', 'latest', '--as', person);
      expect(JSON.parse(card.stdout)).toMatchObject({ v: 1, visible: true, view: values });
    }
    const table = await runBuilt(['sim', 'card'], { home });
    expect(table.stdout.match(/status\s+已同意/g)).toHaveLength(3);

    for (const program of [watch, sim]) program.kill('SIGTERM');
    expect((await watch.finished).exitCode).toBe(143);
    expect((await sim.finished).exitCode).toBe(143);
    const gone = await act('card');
    expect([gone.exitCode, JSON.parse(gone.stderr)]).toMatchObject([
      2,
      { error: { code: 'E5001' } },
    ]);
  });

  it('prints one ready line as JSON, with the pair it accepts', async () => {
    const sim = startProgram(['sim', '--json', '--setting', 'callbackDeadlineMs=1500']);
    const ready = JSON.parse(await sim.waitForLine('ready')) as Record<string, string>;
    expect(ready).toMatchObject({ v: 1, type: 'ready' });
    expect(ready['origin']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(ready['clientSecret']).not.toBe('');
    sim.kill('SIGINT');
    expect(await sim.finished).toMatchObject({ exitCode: 130, stderr: '' });
    expect(sim.lines()).toHaveLength(1);
  });

  it('says when the port is taken', async () => {
    const server = createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as { port: number };
    const { exitCode, stderr, stdout } = await runInProcess(['sim', '--port', String(port)]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^E5003 .*${port}`));
  });

  it.each([
    [['--port', '70000'], 'E1001 --port 70000'],
    [['--port', 'x'], 'E1001 --port x'],
    [['--setting', 'nonsense=1'], 'nonsense'],
    [['--setting', 'qpsLimit=many'], 'qpsLimit'],
    [['--setting', 'qpsLimit'], 'E1001 --setting qpsLimit'],
  ])('refuses %j', async (args, words) => {
    const { exitCode, stderr } = await runInProcess(['sim', ...args]);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1001']);
    expect(stderr).toContain(words);
  });
});

describe('sim and the templates of a project', () => {
  interface Ready {
    readonly origin: string;
    readonly page: string;
  }

  async function listed(origin: string) {
    const response = await fetch(`${origin}/_dtcard/templates`);
    return ((await response.json()) as { templates: readonly object[] }).templates;
  }

  it('knows them from the start, and says when they change or break', async () => {
    const project = createProject();
    const file = project.example('approval', 'a.json');
    const yaml = 'version: 1\ntemplates: { 审批: { cardTemplateId: a.schema, file: a.json } }\n';
    project.write('dtcard.yaml', yaml);
    const sim = startProgram(['sim', '--json'], { home: project.home, cwd: project.directory });
    const { origin } = JSON.parse(await sim.waitForLine('ready')) as Ready;
    expect(await listed(origin)).toContainEqual({
      cardTemplateId: 'a.schema',
      name: '审批',
      hasFile: true,
    });
    project.write('a.json', 'half a fi');
    const rejected = JSON.parse(await sim.waitForLine('templateRejected')) as object;
    expect(rejected).toMatchObject({ v: 1, type: 'notice', level: 'error' });
    const kept = await fetch(`${origin}/_dtcard/templates/a.schema`);
    expect(((await kept.json()) as { editorData: unknown }).editorData).toBeDefined();
    project.example('leave-form', 'a.json');
    await sim.waitForLine('templateChanged');
    const changed = await fetch(`${origin}/_dtcard/templates/a.schema`);
    expect(await changed.text()).toBe(readFileSync(file, 'utf8'));
    project.write('dtcard.yaml', yaml.replace('审批', 'leave'));
    await sim.waitForLine('projectChanged');
    expect(await listed(origin)).toContainEqual(expect.objectContaining({ name: 'leave' }));
    sim.kill('SIGINT');
    expect(await sim.finished).toMatchObject({ exitCode: 130, stderr: '' });
  });

  it('starts with a template that cannot be used, and says so after the ready line', async () => {
    const project = createProject();
    project.write('a.json', '{}');
    project.write(
      'dtcard.yaml',
      'version: 1\ntemplates: { a: { cardTemplateId: a.schema, file: a.json } }\n',
    );
    const sim = startProgram(['sim'], { home: project.home, cwd: project.directory });
    await sim.waitForError('template a cannot be used: T101');
    expect(sim.lines()[0]).toContain('simulator ready');
    sim.kill('SIGINT');
    await sim.finished;
  });

  it('does not start on a dtcard.yaml with problems', async () => {
    const project = createProject();
    project.write('dtcard.yaml', 'version: 1\nrecipient: {}\n');
    const { exitCode, stdout, stderr } = await project.run(['sim']);
    expect([exitCode, stdout, stderr.slice(0, 5)]).toEqual([2, '', 'E1014']);
  });

  it('gives an address of the page that lets a browser in once', async () => {
    const sim = startProgram(['sim', '--json']);
    const { page, origin } = JSON.parse(await sim.waitForLine('ready')) as Ready;
    expect(page.startsWith(`${origin}/`)).toBe(true);
    const first = await fetch(page, { redirect: 'manual' });
    expect(first.headers.get('set-cookie')).toContain('HttpOnly');
    const second = await fetch(page, { redirect: 'manual' });
    expect(second.headers.get('set-cookie')).toBeNull();
    sim.kill('SIGINT');
    await sim.finished;
  });
});
