import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  delivered,
  type HostileOpenApi,
  hang,
  json,
  refusal,
  startHostileOpenApi,
  text,
} from '../../support/hostile-openapi.js';
import { createProgramHome } from '../../support/program-home.js';
import { type InProcessOptions, runInProcess } from '../../support/run-in-process.js';
import { runBuilt } from '../../support/run-program.js';
import { scaledClock } from '../../support/scaled-clock.js';
import { sharedSimulator } from '../../support/shared-simulator.js';

const template = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
const create = '/v1.0/card/instances/createAndDeliver';
const sim = sharedSimulator();
let api: HostileOpenApi;
beforeAll(async () => {
  api = await startHostileOpenApi();
});
afterAll(() => api.stop());

function send(args: readonly string[], options: InProcessOptions = {}) {
  const given = ['send', '--template', template, '--to', 'manager01', '--api', sim.origin];
  return runInProcess([...given, ...args], options);
}

/** Through the server that answers as it was told. */
function sendHostile(args: readonly string[] = [], options: InProcessOptions = {}) {
  return send(['--api', api.origin, ...args], { clock: scaledClock(0.002), ...options });
}

const parsed = (result: { readonly stdout: string }) =>
  JSON.parse(result.stdout) as Record<string, unknown>;
const errorOf = (result: { readonly stderr: string }) =>
  (JSON.parse(result.stderr.trim().split('\n').at(-1) ?? '') as { error: { code: string } }).error;

describe('send', () => {
  it('delivers a card and says where it went', async () => {
    const { exitCode, stdout, stderr } = await runBuilt(
      ['send', '--template', template, '--to', 'cidSimGroup0001AbCdEf=='],
      { env: { DTCARD_API: sim.origin } },
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`no file of the template ${template}`);
    expect(stdout).toMatch(/^outTrackId \S+\n✓ delivered to IM_GROUP cidSimGroup0001AbCdEf==\n$/);
  });

  it('gives the same as one line of JSON', async () => {
    const result = await send(['--set', 'title=你好=x', '--set', 'empty=', '--json']);
    expect([result.exitCode, result.stderr]).toEqual([0, '']);
    expect(result.stdout.endsWith('}\n')).toBe(true);
    expect(parsed(result)).toMatchObject({
      v: 1,
      ok: true,
      cardTemplateId: template,
      openSpaceId: 'dtv1.card//IM_ROBOT.manager01',
      cardParamMap: { title: '你好=x', empty: '' },
      encoded: [],
      deliverResults: [{ success: true }],
    });
    const { outTrackId } = parsed(result) as { outTrackId: string };
    expect(sim.it.card(outTrackId, 'manager01').view).toEqual({ title: '你好=x', empty: '' });
  });

  it('fails with the JSON on stdout when the card reached nobody', async () => {
    const result = await send(['--to', 'nobody99', '--json']);
    expect(result.exitCode).toBe(1);
    expect(parsed(result)).toMatchObject({ ok: false, deliverResults: [{ success: false }] });
    expect(errorOf(result).code).toBe('E4002');
  });
});

describe('send --data', () => {
  it('takes variables from standard input, with values that are no text encoded and named', async () => {
    const stdin = '\ufeff{"title":"你好","count":3,"list":[1,2],"none":null,"__proto__":"p"}';
    const result = await send(['--data', '-', '--set', 'title=越过', '--json'], { stdin });
    expect(result.exitCode).toBe(0);
    expect(result.stderr).toContain('count, list');
    const { cardParamMap, encoded } = parsed(result) as {
      cardParamMap: Record<string, string>;
      encoded: string[];
    };
    expect(encoded).toEqual(expect.arrayContaining(['count', 'list']));
    expect(cardParamMap).toMatchObject({ title: '越过', count: '3', list: '[1,2]' });
    expect(Object.getOwnPropertyDescriptor(cardParamMap, '__proto__')?.value).toBe('p');
  });

  it('takes them from a file', async () => {
    const home = createProgramHome();
    onTestFinished(home.remove);
    const file = path.join(home.root, 'data.json');
    writeFileSync(file, '{"title":"文件"}');
    const result = await send(['--data', file, '--json'], { home });
    expect(parsed(result)).toMatchObject({ cardParamMap: { title: '文件' } });
  });

  it.each([
    ['not json', 'E1003'],
    ['[1]', 'E1003'],
    ['', 'E1003'],
  ])('refuses %j', async (stdin, code) => {
    const result = await send(['--data', '-'], { stdin });
    expect([result.exitCode, result.stderr.slice(0, 5), result.stdout]).toEqual([2, code, '']);
    expect(result.stderr).toContain('stdin');
  });

  it('refuses a file that is not there', async () => {
    const result = await send(['--data', '/nonexistent.json']);
    expect([result.exitCode, result.stderr.slice(0, 5)]).toEqual([2, 'E1004']);
  });
});

describe('what send is given', () => {
  it.each([
    [['--to', '13800138000'], 'E1002', 'phone'],
    [['--to', ''], 'E1002', 'empty'],
    [['--to', 'a,b'], 'E1002', 'several'],
    [['--template', template.replace('.schema', '')], 'E1009', '.schema'],
    [['--template', ''], 'E1009', ''],
    [['--set', 'novalue'], 'E1001', 'key=value'],
    [['--api', 'http://api.dingtalk.com'], 'E1006', 'https'],
    [['--api', 'https://evil.example'], 'E1006', 'evil.example'],
    [['--api', '127.0.0.1:7700'], 'E1006', 'URL'],
    [['--profile', 'nobody'], 'E2001', 'nobody'],
  ])('is explained when wrong: %j', async (args, code, words) => {
    const result = await send(args);
    expect([result.stderr.slice(0, 5), result.stdout]).toEqual([code, '']);
    expect(result.exitCode).toBe(code === 'E2001' ? 3 : 2);
    expect(result.stderr).toContain(words);
  });

  it('needs credentials towards DingTalk', async () => {
    const result = await send(['--api', 'https://api.dingtalk.com']);
    expect([result.exitCode, result.stderr.slice(0, 5)]).toEqual([3, 'E2001']);
    expect(result.stderr).toContain('dtcard login');
  });
});

describe('send in the name of the environment', () => {
  it('uses DTCARD_CLIENT_ID and DTCARD_CLIENT_SECRET', async () => {
    api.script(create, delivered);
    const env = { DTCARD_CLIENT_ID: 'dingmine', DTCARD_CLIENT_SECRET: 'my-secret-0001' };
    const { exitCode } = await sendHostile([], { env });
    expect(exitCode).toBe(0);
    const { body } = api.requestsTo('/v1.0/oauth2/accessToken').at(-1) ?? { body: '' };
    expect(JSON.parse(body)).toEqual({ appKey: 'dingmine', appSecret: 'my-secret-0001' });
  });

  it('refuses half a pair', async () => {
    const { exitCode, stderr } = await sendHostile([], { env: { DTCARD_CLIENT_ID: 'dingmine' } });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('DTCARD_CLIENT_SECRET');
  });
});

describe('a server that does not behave', () => {
  it('is named when nothing listens there', async () => {
    const result = await send(['--api', 'http://127.0.0.1:9', '--json']);
    expect([result.exitCode, result.stdout, errorOf(result).code]).toEqual([4, '', 'E3001']);
  });

  it('is given up on when it never answers, and the card may exist', async () => {
    api.script(create, hang);
    const result = await sendHostile(['--json']);
    expect(result.exitCode).toBe(1);
    expect(errorOf(result).code).toBe('E4003');
    expect(result.stderr.split('\n')[0]).toContain('the card may exist');
  });

  it('is not believed when it answers with a page', async () => {
    api.script(create, text(200, '<html>\u001b[2Jlogin please</html>'));
    const result = await sendHostile();
    expect(result.exitCode).toBe(4);
    expect(result.stderr).toMatch(/E3003/);
    expect(result.stderr).not.toContain('\u001b');
  });

  it('is quoted with code, message and hint when it refuses', async () => {
    api.script(create, refusal(400, 'param.templateNotExist'));
    const { exitCode, stderr } = await sendHostile();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^E4001 /);
    expect(stderr).toContain('400 param.templateNotExist');
    expect(stderr).toContain('requestId REQ-1');
  });

  it('cannot act on the terminal by what it says of a delivery', async () => {
    const result = { spaceType: 'IM_ROBOT', spaceId: 'x\u001b[2J', success: false };
    const deliverResults = [{ ...result, errorMsg: 'no\n\u202e\u001b]0;title\u0007' }];
    api.script(create, json(200, { success: true, result: { outTrackId: 'o', deliverResults } }));
    const plain = await sendHostile();
    expect(plain.exitCode).toBe(1);
    expect(plain.stdout + plain.stderr).not.toMatch(/[\u001b\u202e\u0007]/);
    expect(plain.stdout.trimEnd().split('\n')).toHaveLength(2);
    const asJson = await sendHostile(['--json']);
    expect(asJson.stdout + asJson.stderr).not.toMatch(/[\u001b\u202e\u0007]/);
    expect(parsed(asJson)['deliverResults']).toMatchObject(deliverResults);
  });

  it('has not delivered when it lists no delivery', async () => {
    api.script(
      create,
      json(200, { success: true, result: { outTrackId: 'o', deliverResults: [] } }),
    );
    const { exitCode, stderr } = await sendHostile();
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^E4002 .*deliverResults is empty/);
  });
});
