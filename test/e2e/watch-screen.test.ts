// The built program as a person sees it: a real terminal, the embedded simulator, keys.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createProgramHome, type ProgramHome } from '../support/program-home.js';
import { type Pty, spawnPty } from '../support/pty.js';
import { buildOnce, projectRoot } from '../support/run-program.js';

beforeAll(buildOnce, 120_000);

const sizes = {
  small: { cols: 80, rows: 24, env: { LANG: 'zh_CN.UTF-8' } },
  large: { cols: 120, rows: 40, env: { LANG: 'en_US.UTF-8' } },
} as const;

const template = '2c278d79-fc0b-41b4-b14e-8b8089dc08e8.schema';
const group = 'cidSimGroup0001AbCdEf==';
const script = path.join(projectRoot, 'bin/dtcard.js');

type Size = (typeof sizes)[keyof typeof sizes];

function newHome(): ProgramHome {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return home;
}

function watch(args: readonly string[], { cols, rows, env }: Size) {
  const home = newHome();
  const options = { cols, rows, cwd: projectRoot, env: { ...home.env, ...env } };
  const pty = spawnPty(process.execPath, [script, 'watch', '--sim', ...args], options);
  return { home, pty };
}

const text = (pty: Pty) => pty.screen().join('\n');

/** What the program says of its simulator to others of the same user. */
function running(home: ProgramHome): { readonly origin: string; readonly pid: number } {
  const folder = path.join(home.stateDir, 'running');
  const name = readdirSync(folder).find((each) => each.startsWith('simulator-')) ?? '';
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

async function control<T>(home: ProgramHome, route: string, body?: object): Promise<T> {
  const { origin } = running(home);
  const answer = await fetch(`${origin}/_dtcard${route}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await answer.json()) as T;
}

const tap = (home: ProgramHome, action: string) =>
  control<{ outcome: string; applied: boolean }>(home, '/tap', {
    userId: 'manager01',
    actionIds: [action],
    params: { action },
  });

const cardOf = async (home: ProgramHome, userId: string) => {
  const { cards } = await control<{ cards: { outTrackId: string }[] }>(home, '/cards');
  const { view } = await control<{ view: Record<string, string> }>(
    home,
    `/cards/${cards.at(-1)?.outTrackId}?userId=${userId}`,
  );
  return view;
};

function expectRestored(pty: Pty): void {
  expect(pty.isAlternate()).toBe(false);
  expect(pty.cursor().isVisible).toBe(true);
  expect(pty.hasBracketedPaste()).toBe(false);
  expect(pty.hasMouse()).toBe(false);
}

describe('the demo', () => {
  it('is what npm start plays', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
    expect(scripts.start).toMatch(/ && node bin\/dtcard\.js watch --sim --demo$/);
  });

  it.each([
    {
      size: 'small',
      connected: '● 已连接',
      message: /消息 张三 +出差回来了，报销一下 .*✓ 已发卡/,
      accepted: /回调 张三 +.*accept.*✓ .*规则 accept/,
      rejected: /回调 .*reject.*✓ .*规则 reject/,
      over: '演示',
      keys: 'q 退出',
    },
    {
      size: 'large',
      connected: '● connected',
      message: /message +张三 +出差回来了.*✓ card sent/,
      accepted: /callback +张三 +.*accept.*✓ .*rule accept/,
      rejected: /callback +.*reject.*✓ .*rule reject/,
      over: 'story',
      keys: 'q quit',
    },
  ] as const)('plays its story on a $size screen and stays open after it', async (words) => {
    const size = sizes[words.size];
    const { home, pty } = watch(['--demo'], size);
    await pty.waitFor(words.connected);
    const has = (row: RegExp) => (seen: Pty) => seen.screen().some((line) => row.test(line));
    await pty.waitFor(has(words.message));
    await pty.waitFor(has(words.accepted));
    await pty.waitFor(has(words.rejected));
    await pty.waitFor(words.over);
    // Nothing ended with the story: another message gets its card, too.
    await control(home, '/message', { userId: 'user002', text: '还有一笔' });
    await pty.waitFor(has(/还有一笔 .*✓/));
    expect(pty.screen()).toHaveLength(size.rows);
    expect(pty.screen()[size.rows - 1]).toContain(words.keys);
    expect(pty.isAlternate()).toBe(true);
    pty.write('q');
    expect((await pty.exit).exitCode).toBe(0);
    expectRestored(pty);
  });
});

describe('a person at the screen', () => {
  it.each([
    {
      size: 'small',
      connected: '● 已连接',
      sent: '✓ IM_GROUP',
      delivered: '✓ 已投放',
      waiting: '1 个回调未决',
      answered: '✓ 已应答 张三 accept：status=已同意',
      acknowledged: '○ 已确认',
      late: '已过截止，改为更新卡片：status=太晚了',
      updated: ' 已更新',
    },
    {
      size: 'large',
      connected: '● connected',
      sent: '✓ IM_GROUP',
      delivered: '✓ delivered',
      waiting: '1 undecided',
      answered: '✓ answered 张三 accept: status=已同意',
      acknowledged: '○ acknowledged',
      late: 'too late for an answer, updating the card: status=太晚了',
      updated: '✓ updated',
    },
  ] as const)(
    'sends a card, answers a tap in time and another too late, on a $size screen',
    async (words) => {
      const { home, pty } = watch(['--no-rules'], sizes[words.size]);
      await pty.waitFor(words.connected);

      pty.write('n');
      await pty.waitFor('cardTemplateId');
      pty.write(`${template}<tab>${group}<tab>title=请假<enter>status=待审批<enter>`);
      await pty.waitFor((seen) => seen.screen().some((row) => /status +待审批/.test(row)));
      expect(pty.cursor().isVisible).toBe(true);
      pty.write('<ctrl-s>');
      await pty.waitFor(words.sent);
      pty.write('<esc>');
      await pty.waitFor(words.delivered);
      expect(await cardOf(home, 'manager01')).toEqual({ title: '请假', status: '待审批' });

      const inTime = tap(home, 'accept');
      await pty.waitFor(words.waiting);
      pty.write('a');
      // The form has the card's variables; the cursor is in the one that looks like the answer.
      await pty.waitFor((seen) => seen.cursor().isVisible);
      pty.write('<ctrl-u>已同意<ctrl-s>');
      await pty.waitFor(words.answered);
      expect(await inTime).toMatchObject({ outcome: 'answered', applied: true });
      expect(await cardOf(home, 'user002')).toEqual({ title: '请假', status: '已同意' });

      const missed = tap(home, 'reject');
      await pty.waitFor(words.waiting);
      await pty.waitFor(words.acknowledged);
      expect(await missed).toMatchObject({ outcome: 'answered', applied: false });
      expect((await cardOf(home, 'manager01'))['status']).toBe('已同意');
      pty.write('a');
      await pty.waitFor((seen) => seen.cursor().isVisible);
      pty.write('<ctrl-u>太晚了<ctrl-s>');
      await pty.waitFor(words.late);
      await pty.waitFor(words.updated);
      expect(await cardOf(home, 'manager01')).toEqual({ title: '请假', status: '太晚了' });

      pty.write('q');
      expect((await pty.exit).exitCode).toBe(0);
      expectRestored(pty);
    },
  );
});

describe('a screen that changes its size', () => {
  it('is drawn anew, wider and narrower, with nothing left over', async () => {
    const { pty } = watch(['--no-rules'], sizes.small);
    await pty.waitFor('● 已连接');
    expect(text(pty)).not.toContain('│');
    const isLaidOut = (rows: number, hasDetail: boolean) => (seen: Pty) =>
      seen.screen()[rows - 1]?.includes('q 退出') === true &&
      seen.screen()[0]?.includes('● 已连接 自') === true &&
      text(seen).includes('│') === hasDetail;
    pty.resize(120, 40);
    await pty.waitFor(isLaidOut(40, true));
    pty.resize(80, 24);
    await pty.waitFor(isLaidOut(24, false));
    expect(pty.screen().filter((row) => row.includes('● 已连接 自'))).toHaveLength(1);
    pty.write('q');
    expect((await pty.exit).exitCode).toBe(0);
  });
});

describe('the terminal after the program', () => {
  const command = `"$NODE" "$SCRIPT" watch --sim --no-rules; echo "code $?"; stty -a | tr ';' '\\n'; echo settled`;

  it.each<[string, number, (pty: Pty, pid: number) => void]>([
    ['q', 0, (pty) => pty.write('q')],
    ['ctrl-c', 130, (pty) => pty.write('<ctrl-c>')],
    ['SIGTERM', 143, (_, pid) => process.kill(pid, 'SIGTERM')],
    ['SIGHUP', 129, (_, pid) => process.kill(pid, 'SIGHUP')],
    ['SIGINT from elsewhere', 130, (_, pid) => process.kill(pid, 'SIGINT')],
  ])('is as it was before, after %s, with exit code %i', async (_, code, leave) => {
    const home = newHome();
    const pty = spawnPty('/bin/sh', ['-c', command], {
      cols: 100,
      rows: 50,
      cwd: projectRoot,
      env: { ...home.env, LANG: 'zh_CN.UTF-8', NODE: process.execPath, SCRIPT: script },
    });
    await pty.waitFor('● 已连接');
    expect([pty.isAlternate(), pty.hasBracketedPaste()]).toEqual([true, true]);
    leave(pty, running(home).pid);
    await pty.waitFor('settled');
    expect(text(pty)).toContain(`code ${code}`);
    expectRestored(pty);
    const flags = pty.screen().join(' ');
    for (const flag of ['icanon', 'isig', 'echo ', 'icrnl']) {
      expect(flags).toMatch(new RegExp(`(?<!-)${flag}`));
    }
    expect(readdirSync(path.join(home.stateDir, 'running'))).toEqual([]);
  });

  it('is as it was before even when a tap waits, and the tap is acknowledged', async () => {
    const { home, pty } = watch(['--no-rules'], sizes.small);
    await pty.waitFor('● 已连接');
    pty.write('n');
    await pty.waitFor('cardTemplateId');
    pty.write(`${template}<tab>${group}<tab>status=待审批<enter><ctrl-s>`);
    await pty.waitFor('✓ IM_GROUP');
    pty.write('<esc>');
    await pty.waitFor('✓ 已投放');
    const tapped = tap(home, 'accept');
    await pty.waitFor('1 个回调未决');
    pty.kill('SIGTERM');
    expect(await tapped).toMatchObject({ outcome: 'answered', applied: false });
    expect((await pty.exit).exitCode).toBe(143);
    expectRestored(pty);
  });
});
