import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startForwardService } from '../support/forward-service.js';
import { type HostileOpenApi, json, startHostileOpenApi } from '../support/hostile-openapi.js';
import { createProgramHome, type ProgramHome } from '../support/program-home.js';
import { type RunningProgram, startProgram } from '../support/run-program.js';
import { sharedSimulator } from '../support/shared-simulator.js';
import { createSimCard } from '../support/sim-card.js';

const secret = 'sEcReT-0123456789-abcdef';
const token = 'tOkEn-0123456789-abcdef';
const env = { DTCARD_CLIENT_ID: 'dingmine', DTCARD_CLIENT_SECRET: secret };
const create = '/v1.0/card/instances/createAndDeliver';
const template = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
const sim = sharedSimulator();
let api: HostileOpenApi;
beforeAll(async () => {
  api = await startHostileOpenApi();
});
afterAll(() => api.stop());

function newHome(): ProgramHome {
  const home = createProgramHome();
  onTestFinished(home.remove);
  return home;
}

/** Everything files below the directory hold. */
function filesIn(directory: string): string {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** What other users of the machine see of the program. */
function argumentsOf(program: RunningProgram): string {
  const file = `/proc/${program.pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** A refusal that repeats everything it was sent. */
function echo(status: number) {
  return json(status, {
    code: 'echo',
    message: `you sent ${secret} and ${token}: {"appSecret":"${secret}","accessToken":"${token}"}`,
    requestid: 'REQ-1',
  });
}

async function shownBy(program: RunningProgram, home: ProgramHome): Promise<string> {
  const shown = argumentsOf(program);
  const { stdout, stderr } = await program.finished;
  return [shown, stdout, stderr, filesIn(home.stateDir), filesIn(home.configDir)].join('\n');
}

describe('secrets stay secret', () => {
  it.each([[[]], [['--json']]])(
    'when login is refused by a server that repeats them %j',
    async (flags) => {
      api.script('/v1.0/oauth2/accessToken', echo(400));
      const home = newHome();
      const args = ['login', '--api', api.origin, '--client-id', 'd', '--client-secret-stdin'];
      const program = startProgram([...args, ...flags], { home, stdin: secret });
      const shown = await shownBy(program, home);
      expect(shown).toMatch(/E2002|E4001/);
      expect(shown).not.toContain(secret);
    },
  );

  it.each([[[]], [['--json']]])(
    'when send is refused by a server that repeats them %j',
    async (flags) => {
      api.script('/v1.0/oauth2/accessToken', json(200, { accessToken: token, expireIn: 7200 }));
      api.script(create, echo(400));
      const home = newHome();
      const args = ['send', '--api', api.origin, '--template', template, '--to', 'u1', ...flags];
      const shown = await shownBy(startProgram(args, { home, env }), home);
      expect(shown).toContain('E4001');
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(token);
    },
  );

  it('when a delivery fails and the server repeats them', async () => {
    const errorMsg = `no such chat, ${secret}`;
    const deliverResults = [{ spaceType: 'IM_ROBOT', spaceId: 'u1', success: false, errorMsg }];
    api.script('/v1.0/oauth2/accessToken', json(200, { accessToken: token, expireIn: 7200 }));
    api.script(create, json(200, { success: true, result: { outTrackId: 'o', deliverResults } }));
    for (const flags of [[], ['--json']]) {
      const home = newHome();
      const args = ['send', '--api', api.origin, '--template', template, '--to', 'u1', ...flags];
      const shown = await shownBy(startProgram(args, { home, env }), home);
      expect(shown).toContain('no such chat');
      expect(shown).not.toContain(secret);
    }
  });

  it.each([[[]], [['--json']]])(
    'when watch is refused by a gateway that repeats them %j',
    async (flags) => {
      api.script('/v1.0/gateway/connections/open', echo(401));
      const home = newHome();
      const args = ['watch', '--api', api.origin, '--duration', '3s', ...flags];
      const shown = await shownBy(startProgram(args, { home, env }), home);
      expect(shown).toContain('connection');
      expect(shown).not.toContain(secret);
    },
  );

  it('while watch works: secret, token, ticket and session webhook are nowhere', async () => {
    const home = newHome();
    const args = ['watch', '--json', '--api', sim.origin, '--max-events', '2'];
    const rules = ['--rules', 'examples/approval/rules.yaml'];
    const program = startProgram([...args, ...rules], { home });
    await program.waitForLine('"connection.opened"');
    const delivered = sim.event('card.delivered');
    sim.it.message({ userId: 'manager01', text: '报销' });
    const { outTrackId } = await delivered;
    await sim.it.tap({
      outTrackId,
      userId: 'manager01',
      actionIds: ['a'],
      params: { action: 'accept' },
    });
    const shown = await shownBy(program, home);
    expect(shown).toContain('"callback.answered"');
    expect(shown).toContain('sessionWebhook');
    expect(shown).not.toContain(sim.it.credentials.clientSecret);
    expect(shown).not.toMatch(/[?&]session=(?!\*\*\*)/);
    expect(shown).not.toMatch(/ticket=(?!\*\*\*)|"accessToken":"(?!\*\*\*)/);
  });

  it.each([['--json'], ['--plain']])(
    'when the service callbacks are forwarded to repeats what it was sent %j',
    async (face) => {
      const service = await startForwardService(({ headers }, response) => {
        // Short, as only the beginning of a page is quoted.
        const said = `${headers.authorization?.slice(6)} ${secret} pa55word t0ken`;
        response.writeHead(200).end(`<h1>${said}</h1>`);
      });
      onTestFinished(() => service.stop());
      const home = newHome();
      const { host } = new URL(service.origin);
      const forward = `http://me:pa55word@${host}/?token=t0ken`;
      const args = ['watch', face, '--api', sim.origin, '--forward', forward];
      const program = startProgram(args, { home, env: { DTCARD_FORWARD_SECRET: secret } });
      await expect.poll(() => sim.it.connections().length, { timeout: 10_000 }).toBe(1);
      const outTrackId = await createSimCard(sim.it);
      await sim.it.tap({ outTrackId, userId: 'manager01', actionIds: ['a'] });
      program.kill('SIGTERM');
      const { stdout, stderr } = await program.finished;
      expect(service.callbacks).toHaveLength(1);
      const shown = [stdout, stderr, filesIn(home.stateDir), filesIn(home.configDir)].join('\n');
      expect(shown).toContain('<h1>***');
      for (const hidden of [secret, 'pa55word', 't0ken', btoa('me:pa55word')])
        expect(shown).not.toContain(hidden);
    },
  );
});
