import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProgramHome, type ProgramHome } from '../support/program-home.js';
import { inherited, projectRoot, runBuilt, startProgram } from '../support/run-program.js';
import { sharedSimulator } from '../support/shared-simulator.js';

const sim = sharedSimulator();

function newHome(): ProgramHome {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return home;
}

/** Answers late enough for a test to come in between. */
const slowRules = `version: 1
rules:
  - name: card
    on: message
    send: { template: dac1dbec-55af-40c3-be91-6d6882ef3b66.schema, data: { status: 待处理 } }
  - name: later
    on: callback
    answer: { delayMs: 1500, cardData: { status: 迟到的 } }
`;

function lastEvent(home: ProgramHome): unknown {
  const folder = path.join(home.stateDir, 'recordings');
  const file = path.join(folder, readdirSync(folder)[0] as string);
  return JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '');
}

async function waitingTap(home: ProgramHome) {
  const rules = path.join(home.root, 'rules.yaml');
  writeFileSync(rules, slowRules);
  const args = ['watch', '--json', '--api', sim.origin, '--rules', rules];
  const program = startProgram(args, { home });
  await program.waitForLine('"connection.opened"');
  const delivered = sim.event('card.delivered');
  sim.it.message({ userId: 'manager01', text: '报销' });
  const { outTrackId } = await delivered;
  const tapped = sim.it.tap({ outTrackId, userId: 'manager01', actionIds: ['accept'] });
  await program.waitForLine('"callback.received"');
  return { program, tapped };
}

describe('a signal to watch', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)(
    '%s ends it with %i: a waiting tap is answered, the event file has its end',
    async (signal, code) => {
      const home = newHome();
      const { program, tapped } = await waitingTap(home);
      program.kill(signal);
      expect(await tapped).toMatchObject({ outcome: 'answered', code: 200 });
      expect((await program.finished).exitCode).toBe(code);
      expect(lastEvent(home)).toMatchObject({
        type: 'session.ended',
        reason: signal,
        exitCode: code,
      });
    },
  );

  it('sent twice ends it although nobody reads what it has to say', async () => {
    const args = ['watch', '--json', '--api', sim.origin];
    const program = startProgram(args, { reads: false });
    await sim.event('connection.opened');
    for (let index = 0; index < 60; index++) {
      sim.it.message({ userId: 'manager01', text: 'x'.repeat(5000) });
    }
    const answered = sim.event('message.answered', ({ msgId }) => msgId === last.msgId);
    const last = sim.it.message({ userId: 'manager01', text: 'last' });
    await answered;
    program.kill('SIGTERM');
    program.kill('SIGINT');
    expect([130, 143]).toContain((await program.finished).exitCode);
  });
});

describe('a reader that never reads', () => {
  it('delays neither the answers nor, for long, the end', async () => {
    const home = newHome();
    const rules = path.join(projectRoot, 'examples/approval/rules.yaml');
    const args = ['watch', '--json', '--api', sim.origin, '--rules', rules];
    const opened = sim.event('connection.opened');
    const program = startProgram(args, { home, reads: false });
    await opened;
    const delivered = sim.event('card.delivered');
    sim.it.message({ userId: 'manager01', text: '报销' });
    const { outTrackId } = await delivered;
    // Far more than a pipe holds.
    for (let index = 0; index < 40; index++) {
      sim.it.pushEvent('noise', { text: 'x'.repeat(10_000) });
    }
    for (let tap = 0; tap < 5; tap++) {
      const params = { action: tap % 2 ? 'reject' : 'accept' };
      const answer = sim.it.tap({ outTrackId, userId: 'manager01', actionIds: ['b'], params });
      expect(await answer).toMatchObject({ outcome: 'answered', applied: true });
    }
    expect(program.process.stdout?.readableLength ?? 0).toBeLessThan(400_000);
    program.kill('SIGTERM');
    expect((await program.finished).exitCode).toBe(143);
    expect(lastEvent(home)).toMatchObject({ type: 'session.ended' });
  });
});

describe('a reader that goes away', () => {
  it('ends watch quietly, with the event file complete', async () => {
    const home = newHome();
    const program = startProgram(['watch', '--json', '--api', sim.origin], { home });
    await program.waitForLine('"connection.opened"');
    program.process.stdout?.destroy();
    // The next line finds nobody.
    sim.it.message({ userId: 'manager01', text: 'hello' });
    const { exitCode, stderr } = await program.finished;
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(lastEvent(home)).toMatchObject({ type: 'session.ended', reason: 'EPIPE' });
  });

  it('is no failure of a command that is over', async () => {
    const home = newHome();
    const command = `"${process.execPath}" bin/dtcard.js sim settings | head -1; echo "\${PIPESTATUS[0]}"`;
    const child = spawn('bash', ['-c', command], {
      cwd: projectRoot,
      env: { ...inherited(), ...home.env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        output += text.toString();
      });
    }
    await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect(output.trim().split('\n')).toEqual([expect.stringContaining('answerCardData'), '0']);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  it('under the output is said, with exit code 2', async () => {
    const home = newHome();
    const child = spawn(process.execPath, ['bin/dtcard.js', 'sim', 'settings'], {
      cwd: projectRoot,
      env: { ...inherited(), ...home.env },
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    });
    let stderr = '';
    child.stderr?.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    const exitCode = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect(stderr).toMatch(/^E1013 .*ENOSPC/);
    expect(exitCode).toBe(2);
  });

  it('under the event file ends watch with E1007, what was written whole stays', async () => {
    const home = newHome();
    // Files may have 8 KiB at most: the same to a program as no space left.
    const command = `ulimit -f 8; exec "${process.execPath}" bin/dtcard.js watch --json --api ${sim.origin}`;
    const opened = sim.event('connection.opened');
    const child = spawn('bash', ['-c', command], {
      cwd: projectRoot,
      env: { ...inherited(), ...home.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stdout.resume();
    child.stderr.on('data', (text: Buffer) => {
      stderr += text.toString();
    });
    await opened;
    for (let index = 0; index < 3; index++) {
      sim.it.message({ userId: 'manager01', text: 'x'.repeat(4000) });
    }
    const exitCode = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    const last = stderr.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ error: { code: 'E1007' } });
    expect(exitCode).toBe(2);
    expect(lastEvent(home)).toHaveProperty('type');
  });
});

describe('the demo without a person', () => {
  it('prints the whole story in order and ends well', async () => {
    const { exitCode, stdout, stderr } = await runBuilt(['watch', '--sim', '--demo']);
    const order = [
      '10 rules',
      'connected to',
      '出差回来了，报销一下',
      '→ 张三',
      '张三 tapped accept',
      'rule accept',
      'status=已同意 to everyone',
      '这笔也帮我报一下',
      '→ 项目组',
      '王五 tapped reject',
      'rule reject',
      'status=被拒绝 to everyone',
      '我想请假两天',
      '李四 tapped leave_form',
      'shows form_status=disabled form_btn_text=已提交 to 李四',
      '周五中午吃什么',
      'shows voted=noodles to 李四',
      'shows voted=rice to 王五',
      '出差一天补多少？',
      'streamed content: 51 characters',
      'the story is over: every tap changed its card',
      'connection closed',
      'ended: story',
    ];
    let from = 0;
    for (const words of order) {
      const at = stdout.indexOf(words, from);
      expect(at, `${words} in\n${stdout}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /^chat page \(for one visit\): http:\/\/127\.0\.0\.1:\d+\/_dtcard\/page\?token=\w+\n$/,
    );
  });

  it('ends as unanswered, with exit code 1, when there are no rules', async () => {
    const args = ['watch', '--sim', '--demo', '--no-rules', '--json'];
    const { exitCode, stdout } = await runBuilt(args);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('"notice.storyUnanswered"');
    expect(stdout).toContain('"reason":"unanswered"');
  });
});
