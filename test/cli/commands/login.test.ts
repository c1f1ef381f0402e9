import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProgramHome, type ProgramHome } from '../../support/program-home.js';
import { spawnPty } from '../../support/pty.js';
import { runInProcess } from '../../support/run-in-process.js';
import { buildOnce, projectRoot, runBuilt } from '../../support/run-program.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const sim = sharedSimulator();

function newHome(): ProgramHome {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return home;
}

/** Everything below the config directory, as text. */
function stored(home: ProgramHome): string {
  return readdirSync(home.configDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('login', () => {
  it('stores a pair the server accepts, readable by its owner only', async () => {
    const home = newHome();
    const { clientId, clientSecret } = sim.it.credentials;
    const args = ['login', '--api', sim.origin, '--client-id', clientId, '--client-secret-stdin'];
    const { exitCode, stdout, stderr } = await runBuilt([...args, '--json'], {
      home,
      stdin: `\ufeff ${clientSecret}\n`,
    });
    expect([exitCode, stderr]).toEqual([0, '']);
    const { file, ...told } = JSON.parse(stdout) as { file: string };
    expect(told).toEqual({ v: 1, profile: 'default', clientId, production: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ clientId, clientSecret });
    expect(stdout).not.toContain(clientSecret);
  });

  it('stores nothing when the server refuses the pair', async () => {
    const home = newHome();
    const args = ['login', '--api', sim.origin, '--client-id', 'dingx', '--client-secret-stdin'];
    const { exitCode, stdout, stderr } = await runInProcess(args, { home, stdin: 'not-it-0001' });
    expect([exitCode, stdout, stored(home)]).toEqual([3, '', '']);
    expect(stderr).toMatch(/^E2002 /);
    expect(stderr).not.toContain('not-it-0001');
  });

  it('stores nothing when nobody answers', async () => {
    const home = newHome();
    const args = ['login', '--api', 'http://127.0.0.1:9', '--client-id', 'd'];
    const result = await runInProcess([...args, '--client-secret-stdin'], {
      home,
      stdin: 's3cret',
    });
    expect([result.exitCode, stored(home)]).toEqual([4, '']);
  });

  it('keeps profiles apart and marks production apps', async () => {
    const home = newHome();
    const { clientId, clientSecret } = sim.it.credentials;
    const args = ['login', '--api', sim.origin, '--client-id', clientId, '--client-secret-stdin'];
    const stdin = clientSecret;
    const login = await runInProcess([...args, '--profile', 'live', '--production'], {
      home,
      stdin,
    });
    expect(login.exitCode).toBe(0);
    expect(login.stdout).toContain('live');
    const who = await runInProcess(['whoami', '--profile', 'live', '--json', '--api', sim.origin], {
      home,
    });
    expect(JSON.parse(who.stdout)).toMatchObject({ profile: 'live', production: true });
    const watch = await runInProcess(['watch', '--profile', 'live', '--api', sim.origin], { home });
    expect(watch.exitCode).toBe(2);
    expect(watch.stderr).toContain('--yes');
  });

  it.each([
    [[], 'E1008', '--client-id'],
    [['--client-id', 'd'], 'E1008', '--client-secret-stdin'],
    [['--client-id', 'd', '--client-secret-stdin'], 'E1008', '--client-secret-stdin'],
    [['--client-id', ' ', '--client-secret-stdin'], 'E1008', '--client-id'],
    [['--profile', '../x'], 'E1001', '../x'],
  ])('without a terminal to ask on, refuses %j', async (args, code, words) => {
    const { exitCode, stderr } = await runInProcess(['login', '--api', sim.origin, ...args]);
    expect([exitCode, stderr.slice(0, 5)]).toEqual([2, code]);
    expect(stderr).toContain(words);
  });

  it('never takes the secret as an argument', async () => {
    const { exitCode, stderr } = await runInProcess(['login', '--client-secret', 's3cr3t-abc']);
    expect(exitCode).toBe(2);
    expect(stderr).not.toContain('s3cr3t-abc');
    expect(stderr).toContain('--client-secret-stdin');
  });
});

describe('login on a terminal', () => {
  function login(home: ProgramHome) {
    buildOnce();
    return spawnPty(process.execPath, ['bin/dtcard.js', 'login', '--api', sim.origin], {
      cols: 80,
      rows: 12,
      cwd: projectRoot,
      env: { ...home.env },
    });
  }

  it('asks for both and does not show the secret', async () => {
    const home = newHome();
    const { clientId, clientSecret } = sim.it.credentials;
    const pty = login(home);
    await pty.waitFor('Client ID (AppKey):');
    pty.write(`${clientId}<enter>`);
    await pty.waitFor('not shown');
    pty.write(`${clientSecret}<enter>`);
    expect((await pty.exit).exitCode).toBe(0);
    expect(pty.output()).toContain(clientId);
    expect(pty.output()).not.toContain(clientSecret);
    expect(stored(home)).toContain(clientSecret);
  });

  it('is left by ctrl-c with 130, nothing stored', async () => {
    const home = newHome();
    const pty = login(home);
    await pty.waitFor('Client ID (AppKey):');
    pty.write('<ctrl-c>');
    expect((await pty.exit).exitCode).toBe(130);
    expect(existsSync(path.join(home.configDir, 'profiles'))).toBe(false);
    expect(pty.output()).not.toContain('E1');
  });
});
