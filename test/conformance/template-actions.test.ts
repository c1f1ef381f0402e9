import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DWClientDownStream } from 'dingtalk-stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { systemIds } from '../../src/base/ids.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { Simulator } from '../../src/simulator/simulator.js';
import { type ActionCase, liveCard, perform, type Scene, told } from '../support/action-case.js';
import { cardTopic, privateDataOf, SimulatedClient } from '../support/sdk-client.js';
import { ownCards } from './actions/own-cards.js';
import { publicCards } from './actions/public-cards.js';

const root = join(import.meta.dirname, '../..');
const exports = join(root, '../shared/templates');

let simulator: Simulator;
let client: SimulatedClient;
let received: unknown[] = [];
let answer: ActionCase['answer'];

beforeAll(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  simulator = new Simulator({
    clock: systemClock,
    ids: systemIds,
    settings: { qpsLimit: 10_000 },
  });
  await simulator.start();
  client = new SimulatedClient(simulator);
  client.registerCallbackListener(cardTopic, (frame: DWClientDownStream) => {
    received.push(privateDataOf(frame));
    const { messageId } = frame.headers;
    if (answer === 'refuse') refuse(messageId);
    else client.socketCallBackResponse(messageId, answer ?? {});
  });
  await client.connect();
});

afterAll(async () => {
  client.disconnect();
  await simulator.stop();
  vi.restoreAllMocks();
});

/** The SDK has no way to say that it failed; a bot that writes its own frame has. */
function refuse(messageId: string): void {
  client['socket']?.send(
    JSON.stringify({
      code: 500,
      headers: { contentType: 'application/json', messageId },
      message: 'failed',
      data: '{}',
    }),
  );
}

const sources = [
  ...Object.entries(ownCards).map(([file, cases]) => ({ file, cases, path: join(root, file) })),
  ...Object.entries(publicCards).map(([file, cases]) => ({
    file,
    cases,
    path: join(exports, file),
  })),
];

for (const { file, cases, path } of sources) {
  const there = existsSync(path);
  const why = there ? '' : ' (skipped: the export is not on this machine)';
  describe.skipIf(!there)(`${file}${why}`, () => {
    const template = () => readTemplate(readFileSync(path, 'utf8'));

    it.each(cases)('$says', async (one: ActionCase) => {
      received = [];
      answer = one.answer;
      const { effects } = await perform(simulator, template(), one);
      const sent = (one.sends ?? []).map(([id, params]) => ({ actionIds: [id], params }));
      expect(received).toEqual(sent);
      expect(told(effects)).toEqual(one.does ?? sent.map(() => 'answered'));
    });

    it('has nothing else that can be touched', () => {
      const keys = new Set<string>();
      for (const scene of scenes(cases)) {
        for (const key of liveCard(template(), scene).view().bindings.keys()) keys.add(key);
      }
      const known = new Set(cases.map(({ key }) => key));
      expect([...keys].filter((key) => !known.has(key))).toEqual([]);
    });
  });
}

/** Every scene of the table, and every state and place a card can be drawn in. */
function scenes(cases: readonly ActionCase[]): readonly Scene[] {
  const states = ['1', '2', '3', '4', '5'] as const;
  return [
    {},
    ...cases.flatMap(({ scene }) => (scene ? [scene] : [])),
    ...states.map((flowStatus) => ({ switches: { flowStatus } })),
    { switches: { bizScene: 'topbox' as const } },
  ];
}
