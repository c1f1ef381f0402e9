import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildOnce, projectRoot } from '../support/run-program.js';

type Api = typeof import('../../src/index.js');

const run = promisify(execFile);
let api: Api;

beforeAll(async () => {
  buildOnce();
  // A variable, so that nothing but Node itself resolves it: the file that is published.
  const published = pathToFileURL(path.join(projectRoot, 'dist/index.mjs')).href;
  api = (await import(published)) as Api;
});

const rules = `
version: 1
rules:
  - name: send
    on: message
    send: { template: 0f6f1c0a-9a57-4c2e-8d3b-5f0a4f6f2d11.schema, data: { title: 报销, status: 待处理 } }
  - name: accept
    on: callback
    when: { params: { action: accept } }
    answer: { cardData: { status: 已同意 } }
`;

describe('the published module', () => {
  it('runs a message, its card and a tap through a session and a simulator', async () => {
    const { systemClock: clock, systemIds: ids } = api;
    const simulator = new api.Simulator({ clock, ids });
    onTestFinished(() => simulator.stop());
    const { origin } = await simulator.start();

    const proxy = api.createProxy({});
    const http = api.createHttp({ proxy, clock });
    const endpoints = api.resolveEndpoints(origin);
    const log = api.createEventLog({ clock });
    const loaded = api.loadRules(rules, 'rules.yaml');
    expect(loaded).toMatchObject({ ok: true });
    const app = { ...simulator.credentials, clock, ids, http, endpoints };
    const session = api.createSession(
      {
        clock,
        ids,
        log,
        rules: () => (loaded.ok ? loaded.rules : undefined),
        cards: api.createSdkCardClient({ ...app, observer: api.apiEvents(log) }),
        openStream: api.createSdkStream({ ...app, proxy, onListenerError: () => undefined }),
      },
      { answerByHand: false, windowMs: 2000, marginMs: 300, eventStatus: 'SUCCESS' },
    );
    onTestFinished(() => session.stop('over', 0));
    const happened = (type: string) =>
      new Promise<void>((resolve) => {
        log.subscribe((events) => {
          if (events.some((event) => event.type === type)) resolve();
        }, 0);
      });
    session.start();
    await happened('connection.opened');
    expect(simulator.message({ userId: '张三', text: '报销一下' }).delivered).toBe(true);
    await happened('card.delivered');
    const tap = await simulator.tap({
      outTrackId: 'latest',
      userId: '张三',
      actionIds: ['accept'],
      params: { action: 'accept' },
    });
    expect(tap).toMatchObject({ outcome: 'answered', applied: true });
    expect(simulator.card('latest', '张三').view).toEqual({ title: '报销', status: '已同意' });
  });

  it('reads a template, finds what is wrong with data for it, and touches its card', async () => {
    const file = path.join(projectRoot, 'examples/approval/template.json');
    const template = api.readTemplate(readFileSync(file, 'utf8'));
    expect(api.lintTemplate(template)).toEqual([]);
    const data = { title: 't', type: 'x', amount: '1', reason: 'r', lastMessage: 'm' };
    const codes = api
      .lintData(template, { cardParamMap: { ...data, stauts: '待处理' } })
      .map(({ code, params }) => [code, params['nearest']]);
    expect(codes).toContainEqual(['D103', 'status']);
    const card = api.createLiveCard({ template, cardParamMap: { ...data, status: '待处理' } });
    const sent: unknown[] = [];
    const nothing = () => undefined;
    const [, accept = ''] = card.view().bindings.keys();
    await card.act(
      accept,
      { type: 'tap' },
      {
        sendCallback(request) {
          sent.push(request);
          return Promise.resolve({ ok: true, cardData: {}, cardPrivateData: {} });
        },
        formValues: () => ({}),
        toast: nothing,
        openLink: nothing,
        openModal: nothing,
        copy: nothing,
        preview: nothing,
        confirm: () => Promise.resolve(false),
        choose: () => Promise.resolve(undefined),
        clientApi: () => Promise.resolve(undefined),
      },
    );
    expect(sent).toEqual([{ actionIds: ['accept'], params: { action: 'accept' } }]);
  });

  it('knows the names answers are misspelt with, and runs the scripts of rules', async () => {
    const misspelt = { privateCardData: { cardParamMap: { voted: 'true' } } };
    expect(api.lintAnswer(misspelt).map(({ code }) => code)).not.toEqual([]);
    const scripts = api.createScriptRunner({ clock: api.systemClock });
    onTestFinished(() => scripts.close());
    const file = path.join(projectRoot, 'examples/scripted/tally.mjs');
    const tap = { on: 'callback', callback: { params: {} } };
    // A tap that is no vote is not for this script.
    expect(await scripts.run({ file, timeLimitMs: 5000 }, tap)).toMatchObject({ ok: true });
  });

  it('exports what the sources do', async () => {
    const sources = await import('../../src/index.js');
    expect(Object.keys(api).sort()).toEqual(Object.keys(sources).sort());
  });

  it('brings types a strict project can use, without any other package', async () => {
    const consumer = mkdtempSync(path.join(os.tmpdir(), 'dtcard-consumer-'));
    onTestFinished(() => rmSync(consumer, { recursive: true, force: true }));
    // As installed: the manifest and dist/, and nothing of our node_modules in reach.
    const installed = path.join(consumer, 'node_modules/dtcard');
    mkdirSync(installed, { recursive: true });
    for (const part of ['package.json', 'dist']) {
      symlinkSync(path.join(projectRoot, part), path.join(installed, part));
    }
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'NodeNext',
      target: 'ES2022',
      types: ['node'],
      typeRoots: [path.join(projectRoot, 'node_modules/@types')],
      preserveSymlinks: true,
      noEmit: true,
    };
    const write = (name: string, text: string) => writeFileSync(path.join(consumer, name), text);
    write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['use.mts'] }));
    write(
      'use.mts',
      `import { Simulator, type TapResult, seededIds, systemClock } from 'dtcard';
const simulator = new Simulator({ clock: systemClock, ids: seededIds(1), settings: { qpsLimit: 0 } });
export const tap: Promise<TapResult> = simulator.tap({ outTrackId: 'latest', userId: '张三', actionIds: [] });
export const title: string | undefined = simulator.card('latest', '张三').view['title'];
// @ts-expect-error there is no such setting
simulator.set({ noSuchSetting: 1 });
`,
    );
    const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [tsc, '-p', consumer]).catch(
      (error: { stdout: string }) => error,
    );
    expect(checked.stdout).toBe('');
  });
});
