import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DtcardEvent } from '../../../src/log/event.js';
import { createProgramHome, type ProgramHome } from '../../support/program-home.js';
import { type ProgramOptions, projectRoot, startProgram } from '../../support/run-program.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();
const approval = path.join(projectRoot, 'examples/approval/rules.yaml');

function newHome(): ProgramHome {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return home;
}

function watch(args: readonly string[], options: ProgramOptions = {}) {
  return startProgram(['watch', '--api', sim.origin, ...args], options);
}

async function connected(args: readonly string[], options: ProgramOptions = {}) {
  const program = watch(['--json', ...args], options);
  await program.waitForLine('"connection.opened"');
  return program;
}

function say(text = '报销一下') {
  return sim.it.message({ userId: 'manager01', text });
}

/** @param shown what to wait for between card and tap; the simulator's word by default */
async function approve(shown?: () => Promise<unknown>) {
  const delivered = sim.event('card.delivered');
  say();
  const { outTrackId } = await delivered;
  await shown?.();
  const tap = await sim.it.tap({
    outTrackId,
    userId: 'manager01',
    actionIds: ['accept'],
    params: { action: 'accept' },
  });
  return { outTrackId, tap };
}

const types = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);

function recorded(file: string): readonly Record<string, unknown>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function onlyRecording(home: ProgramHome): string {
  const folder = path.join(home.stateDir, 'recordings');
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return path.join(folder, names[0] as string);
}

describe('watch --json', () => {
  it('prints every event as one line, in order, and nothing else', async () => {
    const program = await connected(['--rules', approval, '--max-events', '2']);
    const { tap } = await approve(() => program.waitForLine('"card.delivered"'));
    const { exitCode, stderr } = await program.finished;
    const events = program.events<DtcardEvent>();
    expect(tap).toMatchObject({ outcome: 'answered', code: 200, applied: true });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));
    const expected = [
      'session.started',
      'rules.loaded',
      'connection.opened',
      'message.received',
      'rule.matched',
      'card.created',
      'card.delivered',
      'callback.received',
      'callback.answered',
      'connection.closed',
      'session.ended',
    ];
    const shown = types(events).filter((type) => expected.includes(type));
    expect(shown).toEqual(expected);
  });

  it('answers with what the rules say and leaves the other values alone', async () => {
    const program = await connected(['--rules', approval]);
    const { outTrackId } = await approve();
    const values = {
      title: '张三提交的财务报销',
      type: '差旅费',
      amount: '1000.0',
      reason: '出差费用',
      status: '已同意',
    };
    expect(sim.it.card(outTrackId, 'manager01').view).toEqual(values);
    program.kill('SIGTERM');
    await program.finished;
  });

  it('says nothing on stdout before it is connected, and tells of the attempts on stderr', async () => {
    sim.it.refuseTickets(1);
    const program = watch(['--json']);
    await program.waitForError('could not connect');
    expect(program.stdout).toBe('');
    await program.waitForLine('"connection.opened"');
    expect(types(program.events<DtcardEvent>())[0]).toBe('session.started');
    expect(program.stderr).toContain('trying again in');
    program.kill('SIGTERM');
    await program.finished;
  });

  it('prints what happened when it ends without ever being connected', async () => {
    const program = startProgram(['watch', '--json', '--api', 'http://127.0.0.1:9']);
    await program.waitForError('trying again');
    program.kill('SIGTERM');
    const { exitCode } = await program.finished;
    expect(exitCode).toBe(143);
    expect(types(program.events<DtcardEvent>()).at(-1)).toBe('session.ended');
  });
});

describe('watch --max-events', () => {
  it('waits for the card the last message leads to', async () => {
    sim.it.faults.add({
      path: '/v1.0/card/instances/createAndDeliver',
      skip: 0,
      times: 1,
      action: { kind: 'slow', forMs: 400 },
    });
    const program = await connected(['--rules', approval, '--max-events', '1']);
    say();
    const { exitCode } = await program.finished;
    expect(exitCode).toBe(0);
    expect(types(program.events<DtcardEvent>())).toContain('card.delivered');
  });

  it('ends after an unanswered message too', async () => {
    const program = await connected(['--max-events', '1']);
    say();
    expect((await program.finished).exitCode).toBe(0);
    expect(types(program.events<DtcardEvent>())).toContain('message.unanswered');
  });
});

describe('watch --filter', () => {
  it('prints what fits and keeps the rest in the event file', async () => {
    const home = newHome();
    const args = ['--rules', approval, '--filter', 'kind:callback user:manager01'];
    const program = watch(['--json', ...args, '--max-events', '1'], { home });
    await sim.event('connection.opened');
    await approve();
    const { exitCode, stderr } = await program.finished;
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(types(program.events<DtcardEvent>())).toEqual([
      'callback.received',
      'callback.answered',
    ]);
    const kept = recorded(onlyRecording(home)).map((event) => event['type']);
    expect(kept).toEqual(
      expect.arrayContaining(['message.received', 'card.created', 'session.ended']),
    );
  });

  it('leaves plain lines out as well', async () => {
    const args = ['--rules', approval, '--filter', 'text:报销 or answered', '--max-events', '2'];
    const program = watch(['--plain', ...args]);
    await sim.event('connection.opened');
    await approve();
    const { exitCode, stdout } = await program.finished;
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('报销');
  });

  it('is refused with the place of the mistake below it', async () => {
    const { exitCode, stdout, stderr } = await watch(['--filter', '报销 kind:crad'], {
      env: { LANG: 'zh_CN.UTF-8' },
    }).finished;
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'E1001 --filter 第 9 列：“kind”没有值“crad”；是不是“card”？\n  报销 kind:crad\n            ^^^^\n',
    );
  });
});

describe('watch --duration', () => {
  it('ends with exit code 0 and says why', async () => {
    const { exitCode, stdout } = await watch(['--json', '--duration', '700ms']).finished;
    expect(exitCode).toBe(0);
    expect(stdout).toContain('"reason":"--duration"');
  });
});

describe('plain lines of watch', () => {
  it('tell of message, card, tap and answer in order, in Chinese too', async () => {
    const program = watch(['--lang', 'zh', '--rules', approval, '--max-events', '2']);
    await program.waitForLine('已连接');
    await approve(() => program.waitForLine('已发送'));
    const { exitCode, stdout } = await program.finished;
    expect(exitCode).toBe(0);
    const order = [
      '已连接',
      '报销一下',
      '已发送',
      '点击 accept',
      '规则 accept',
      '连接已关闭',
      '结束',
    ];
    const found = order.map((words) => stdout.indexOf(words));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
    expect(stdout).not.toContain('\u001b');
  });

  it('keep hostile names from acting on the terminal', async () => {
    const program = watch(['--max-events', '1']);
    await program.waitForLine('connected to');
    say('\u001b[2J\u202eevil\nsecond line\ud800');
    const { stdout } = await program.finished;
    expect(stdout).toContain('evil second line');
    expect(stdout).not.toMatch(/[\u001b\u202e\ud800]/);
  });
});

describe('the event file of watch', () => {
  it('is private, has a header, and holds every event that was printed', async () => {
    const home = newHome();
    const program = await connected(['--max-events', '1'], { home });
    say();
    await program.finished;
    const file = onlyRecording(home);
    const [header, ...events] = recorded(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(header).toMatchObject({ v: 1, redaction: 'secrets' });
    expect(events).toEqual(program.events());
    expect(events.at(-1)).toMatchObject({ type: 'session.ended', reason: '--max-events' });
  });

  it('is written where --record says', async () => {
    const home = newHome();
    const file = path.join(home.root, 'deep/er/run.jsonl');
    await watch(['--json', '--duration', '300ms', '--record', file], { home }).finished;
    expect(recorded(file).length).toBeGreaterThan(1);
    expect(existsSync(path.join(home.stateDir, 'recordings'))).toBe(false);
  });

  it('is not written with --no-record', async () => {
    const home = newHome();
    await watch(['--json', '--duration', '300ms', '--no-record'], { home }).finished;
    expect(existsSync(path.join(home.stateDir, 'recordings'))).toBe(false);
  });

  it('never replaces a file with content', async () => {
    const home = newHome();
    const file = path.join(home.root, 'kept.txt');
    writeFileSync(file, 'precious');
    const { exitCode, stderr } = await watch(['--record', file], { home }).finished;
    expect([exitCode, readFileSync(file, 'utf8')]).toEqual([2, 'precious']);
    expect(stderr).toMatch(/^E1007 .*kept\.txt/);
  });

  it.skipIf(!existsSync('/dev/full'))('must be a file that can be written', async () => {
    const { exitCode, stderr } = await watch(['--record', '/dev/full']).finished;
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, 'E1007']);
  });

  it('can be read up to the last answer after the program was killed', async () => {
    const home = newHome();
    const program = await connected(['--rules', approval], { home });
    await approve();
    // What was printed is in the file already.
    await program.waitForLine('"callback.answered"');
    program.kill('SIGKILL');
    expect((await program.finished).exitCode).toBe(137);
    expect(types(recorded(onlyRecording(home)) as { type: string }[])).toContain(
      'callback.answered',
    );
  });
});

describe('the rules of watch', () => {
  it('end the run when they are broken at the start, naming the place', async () => {
    const home = newHome();
    const file = path.join(home.root, 'rules.yaml');
    writeFileSync(file, 'version: 1\nrules:\n  - name: x\n    on: massage\n');
    const { exitCode, stderr } = await watch(['--rules', file], { home }).finished;
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^E1005 /);
    expect(stderr).toContain('4:9');
    expect(recorded(onlyRecording(home)).at(-1)).toMatchObject({
      type: 'session.ended',
      exitCode: 2,
    });
  });

  it('end the run when the file is missing', async () => {
    const { exitCode, stderr } = await watch(['--json', '--rules', '/nonexistent.yaml']).finished;
    expect(exitCode).toBe(2);
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      error: { code: 'E1004' },
    });
  });

  it('stay in force while the file is broken or gone, and are replaced when it is whole', async () => {
    const home = newHome();
    const file = path.join(home.root, 'rules.yaml');
    const text = readFileSync(approval, 'utf8');
    writeFileSync(file, text);
    const program = await connected(['--rules', file], { home });
    const replace = (next: string) => {
      writeFileSync(`${file}.new`, next);
      renameSync(`${file}.new`, file);
    };
    replace('version: 1\nrules: nonsense\n');
    const kept = await program.waitForLine('"rules.rejected"');
    expect(JSON.parse(kept)).toMatchObject({ keptPrevious: true });
    expect((await approve()).tap).toMatchObject({ applied: true });
    renameSync(file, `${file}.gone`);
    await program.waitForLine((line) => line.includes('rules.rejected') && line !== kept);
    expect((await approve()).tap).toMatchObject({ applied: true });
    replace(text.replace('已同意', '通过了'));
    await program.waitForLine(
      (line) => line.includes('rules.loaded') && !program.lines().slice(0, 4).includes(line),
    );
    const { outTrackId } = await approve();
    expect(sim.it.card(outTrackId, 'manager01').view['status']).toBe('通过了');
    program.kill('SIGTERM');
    await program.finished;
  });
});

describe('two watches on one client id', () => {
  it('are noticed by the second one', async () => {
    const home = newHome();
    const first = await connected([], { home });
    const second = await connected([], { home });
    const line = await second.waitForLine('"split.suspected"');
    expect(JSON.parse(line)).toMatchObject({ sign: 'other-watch', params: { pid: first.pid } });
    first.kill('SIGTERM');
    second.kill('SIGTERM');
    await Promise.all([first.finished, second.finished]);
  });
});

describe('watch with wrong credentials', () => {
  it('ends with exit code 3 instead of trying again', async () => {
    const env = { DTCARD_CLIENT_ID: 'dingwrong', DTCARD_CLIENT_SECRET: 'wrong-secret-0001' };
    const { exitCode, stdout, stderr } = await watch(['--json'], { env }).finished;
    expect(exitCode).toBe(3);
    expect(stdout).toContain('"connection.refused"');
    expect(stdout).not.toContain('connection.retrying');
    expect(JSON.parse(stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({
      error: { code: 'E2003' },
    });
    expect(stdout + stderr).not.toContain('wrong-secret-0001');
  });
});

describe('a state directory that cannot be written', () => {
  it('does not keep watch --no-record from running', async () => {
    const home = newHome();
    const env = { DTCARD_STATE_DIR: '/dev/null/state' };
    const { exitCode, stderr } = await watch(['--json', '--no-record', '--duration', '300ms'], {
      home,
      env,
    }).finished;
    expect([exitCode, stderr]).toEqual([0, '']);
  });
});
