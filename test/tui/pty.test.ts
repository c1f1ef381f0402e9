// The screen in a real terminal: modes, signals and sizes that only a PTY has.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Pty, spawnPty } from '../support/pty.js';

const program = fileURLToPath(new URL('./fixtures/tui-program.tsx', import.meta.url));

interface Options {
  readonly cols?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

function open({ cols = 80, rows = 24, env = {} }: Options = {}): Pty {
  return spawnPty(process.execPath, ['--import', 'tsx', program], { cols, rows, env });
}

/** The program under a shell that then reports the state of the terminal. */
function openInShell({ cols = 100, rows = 30, env = {} }: Options = {}): Pty {
  const script = `"$NODE" --import tsx "$PROGRAM"; echo "code $?"; stty -a | tr ';' '\\n'; echo settled`;
  return spawnPty('/bin/sh', ['-c', script], {
    cols,
    rows: Math.max(rows, 50),
    env: { NODE: process.execPath, PROGRAM: program, ...env },
  });
}

function expectRestored(pty: Pty): void {
  expect(pty.isAlternate()).toBe(false);
  expect(pty.cursor().isVisible).toBe(true);
  expect(pty.hasBracketedPaste()).toBe(false);
  expect(pty.hasMouse()).toBe(false);
  // Nothing that was switched on stays on.
  expect(pty.output().lastIndexOf('\u001b[?2026h')).toBeLessThan(
    pty.output().lastIndexOf('\u001b[?2026l'),
  );
}

function expectCooked(pty: Pty): void {
  const flags = pty.screen().join(' ');
  expect(flags).toMatch(/(?<!-)icanon/);
  expect(flags).toMatch(/(?<!-)isig/);
  expect(flags).toMatch(/(?<!-)echo /);
  expect(flags).toMatch(/(?<!-)icrnl/);
}

describe('in a real terminal', () => {
  it('shows the feed with Chinese text in straight columns', async () => {
    const pty = open();
    await pty.waitFor('q 退出');
    const screen = pty.screen();
    expect(screen).toHaveLength(24);
    expect(screen[0]).toContain('● 已连接');
    expect(screen.find((row) => row.includes('提交审批'))).toMatch(
      /消息 张三 +提交审批：差旅报销.* ✓ 已发卡 submit/,
    );
    expect(screen.find((row) => row.includes('btn_agree'))).toMatch(
      /回调 李四 .*✓ 已应答 4 ms（规则 accept）$/,
    );
    expect(pty.isAlternate()).toBe(true);
    expect(pty.cursor().isVisible).toBe(false);
    pty.write('q');
    expect((await pty.exit).exitCode).toBe(0);
    expect(pty.screen().join('\n')).toContain('left quit');
    expectRestored(pty);
  });

  it('composes and sends a card; the real cursor is at the text', async () => {
    const pty = open();
    await pty.waitFor('q 退出');
    pty.write('n');
    await pty.waitFor('请假申请');
    pty.write('<down><enter><enter>');
    await pty.waitFor((seen) => seen.screen().some((row) => row.startsWith(' ▸ title')));
    const row = pty.screen().findIndex((line) => line.startsWith(' ▸ title'));
    expect(pty.cursor()).toEqual({ row, column: 10 + 8, isVisible: true });
    pty.write('：年假');
    await pty.waitFor('请假申请：年假');
    expect(pty.cursor()).toEqual({ row, column: 10 + 14, isVisible: true });
    pty.write('\u001b[200~，三天\r\n起\u001b[201~');
    await pty.waitFor('，三天↵起');
    pty.write('<ctrl-s>');
    await pty.waitFor('✗ IM_ROBOT user09  用户不在组织内');
    expect(pty.screen().join('\n')).toContain('✓ IM_GROUP cidA1b2C3d4E5f6==  pqk-7');
    pty.write('<esc>');
    await pty.waitFor('q 退出');
    pty.write('<ctrl-c>');
    expect((await pty.exit).exitCode).toBe(0);
  });

  it('answers a waiting callback while the feed goes on', async () => {
    const pty = open({ cols: 120, rows: 40, env: { FIXTURE_WAITING: '1', FIXTURE_RATE: '5' } });
    await pty.waitFor('1 个回调未决');
    pty.write('a');
    await pty.waitFor('不处理：');
    await pty.waitFor('第 5 条消息');
    pty.write('2');
    await pty.waitFor('✓ 已应答 李四 btn_reject：驳回');
    await pty.waitFor((seen) => !seen.screen().join('\n').includes('个回调未决'));
    pty.write('q');
    await pty.exit;
    expectRestored(pty);
  });

  it('lays itself out anew for every size', async () => {
    const pty = open();
    await pty.waitFor('q 退出');
    expect(pty.screen().join('\n')).not.toContain('│');
    pty.resize(120, 40);
    await pty.waitFor('│ 卡片回调');
    expect(pty.screen()[39]).toContain('q 退出');
    pty.resize(60, 20);
    await pty.waitFor((seen) => !seen.screen().join('\n').includes('│'));
    expect(pty.screen()[19]).toContain('q 退出');
    expect(pty.screen().filter((row) => row.includes('dtcard  ●'))).toHaveLength(1);
    pty.resize(30, 8);
    await pty.waitFor('至少需要 40×10');
    pty.resize(80, 24);
    await pty.waitFor('q 退出');
    expect(pty.screen()[0]).toContain('dtcard  ● 已连接');
    pty.write('q');
    await pty.exit;
  });

  it('leaves a usable terminal behind when it is quit', async () => {
    const pty = openInShell();
    await pty.waitFor('q 退出');
    pty.write('q');
    await pty.waitFor('settled');
    expect(pty.screen().join('\n')).toContain('code 0');
    expectRestored(pty);
    expectCooked(pty);
  });

  it('leaves a usable terminal behind when rendering throws', async () => {
    const pty = openInShell({ env: { FIXTURE_CRASH: '1', FIXTURE_WAITING: '1' } });
    await pty.waitFor('1 个回调未决');
    pty.write('a');
    await pty.waitFor('settled');
    expect(pty.screen().join('\n')).toContain('left crash: Error: a slot without a label');
    expect(pty.screen().join('\n')).toContain('code 5');
    expectRestored(pty);
    expectCooked(pty);
  });

  it('leaves a usable terminal behind when something else throws', async () => {
    const pty = openInShell({ env: { FIXTURE_THROW_AFTER_MS: '300' } });
    await pty.waitFor('settled');
    expect(pty.screen().join('\n')).toContain('left crash: Error: thrown outside of the screen');
    expectRestored(pty);
    expectCooked(pty);
  });

  it('leaves a usable terminal behind on SIGTERM', async () => {
    const pty = openInShell({ env: { FIXTURE_PRINT_PID: '1' } });
    await pty.waitFor('q 退出');
    const pid = Number(/pid=(\d+)/.exec(pty.output())?.[1]);
    process.kill(pid, 'SIGTERM');
    await pty.waitFor('settled');
    expect(pty.screen().join('\n')).toContain('code 143');
    expectRestored(pty);
    expectCooked(pty);
  });

  it('asks for a second ctrl-c while a callback waits, and then leaves at once', async () => {
    const pty = open({ env: { FIXTURE_WAITING: '1' } });
    await pty.waitFor('1 个回调未决');
    pty.write('<ctrl-c>');
    await pty.waitFor('再按一次 ctrl-c 退出');
    pty.write('<ctrl-c>');
    expect((await pty.exit).exitCode).toBe(0);
    expect(pty.screen().join('\n')).toContain('left interrupt');
    expectRestored(pty);
  });

  it('goes to the shell on ctrl-z and comes back whole on fg', async () => {
    const pty = spawnPty('/bin/bash', ['--norc', '--noprofile', '-i'], {
      cols: 80,
      rows: 24,
      env: { NODE: process.execPath, PROGRAM: program, PS1: 'shell> ' },
    });
    await pty.waitFor('shell>');
    // The shell's own line editor would switch it on for itself.
    pty.write(`bind 'set enable-bracketed-paste off'<enter>`);
    pty.write('"$NODE" --import tsx "$PROGRAM"<enter>');
    await pty.waitFor('q 退出');
    pty.write('<ctrl-z>');
    await pty.waitFor('Stopped');
    expectRestored(pty);
    pty.write('stty -a | grep -o -- "-*icanon"; echo in-$((40+2))<enter>');
    await pty.waitFor('in-42');
    expect(pty.screen()).toContain('icanon');
    pty.resize(110, 30);
    pty.write('fg<enter>');
    await pty.waitFor('│ 卡片回调');
    expect(pty.isAlternate()).toBe(true);
    expect(pty.hasBracketedPaste()).toBe(true);
    expect(pty.screen()[0]).toContain('dtcard  ● 已连接');
    pty.write('q');
    await pty.waitFor('left quit');
    expectRestored(pty);
  });
});
