// The simulator in a process of its own. Taps are made in here, so that what is measured is the
// way of a frame to the client and back, and nothing of the bench's.
import { performance } from 'node:perf_hooks';
import { systemClock } from '../src/base/clock.js';
import { systemIds } from '../src/base/ids.js';
import { Simulator } from '../src/simulator/simulator.js';
import type { TapInput } from '../src/simulator/tap.js';
import { createWorld, defaultWorld } from '../src/simulator/world.js';
import {
  apps,
  type HostAnswers,
  type HostLoad,
  type HostRequest,
  type Side,
} from './host-protocol.js';
import { type Answered, runLoad } from './load.js';
import { percentile } from './statistics.js';

const base = defaultWorld();
const simulator = new Simulator({
  clock: systemClock,
  ids: systemIds,
  settings: { qpsLimit: 0 },
  world: createWorld({
    apps: Object.values(apps).map((app) => ({
      ...app,
      robotCode: app.clientId,
      name: app.clientId,
      scopes: base.apps[0]?.scopes ?? [],
    })),
    conversations: base.conversations.map((conversation) => ({
      ...conversation,
      robots: Object.values(apps).map((app) => app.clientId),
    })),
  }),
});

const outTrackIdOf = (side: Side) => `bench-${side}`;

/** As a bot would: a card in the group, its callbacks over Stream. */
async function createCard(origin: string, side: Side): Promise<void> {
  const { clientId, clientSecret } = apps[side];
  const { accessToken } = await post<{ accessToken: string }>(`${origin}/v1.0/oauth2/accessToken`, {
    appKey: clientId,
    appSecret: clientSecret,
  });
  const conversationId = base.conversations.find(({ type }) => type === 'group')?.conversationId;
  await post(
    `${origin}/v1.0/card/instances/createAndDeliver`,
    {
      cardTemplateId: '382e4302-551d-4880-bf29-a30acfab2e71.schema',
      outTrackId: outTrackIdOf(side),
      callbackType: 'STREAM',
      cardData: { cardParamMap: { title: '报销单', amount: '1280', status: '待审批' } },
      openSpaceId: `dtv1.card//IM_GROUP.${conversationId}`,
      imGroupOpenSpaceModel: { supportForward: true },
      imGroupOpenDeliverModel: { robotCode: clientId },
    },
    accessToken,
  );
}

async function post<T>(url: string, body: object, token = ''): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

const isConnected = (side: Side) =>
  simulator.connections().some(({ clientId }) => clientId === apps[side].clientId);

/** Resolves with the moment at which the app's connection was opened, or had closed. */
function connectionOf(
  side: Side,
  wanted: 'connection.opened' | 'connection.closed',
): Promise<number> {
  return new Promise((resolve) => {
    const now = () => performance.timeOrigin + performance.now();
    if (isConnected(side) === (wanted === 'connection.opened')) return resolve(now());
    const unsubscribe = simulator.subscribe((event) => {
      if (event.type !== wanted || event.clientId !== apps[side].clientId) return;
      unsubscribe();
      resolve(now());
    });
  });
}

/** An answer that changes nothing would make the comparison worthless. */
async function tap(input: TapInput): Promise<Answered> {
  const result = await simulator.tap(input);
  return result.outcome === 'answered' && !result.applied ? { outcome: 'not applied' } : result;
}

async function load(side: Side, taps: number, inFlight: number): Promise<HostLoad> {
  const outTrackId = outTrackIdOf(side);
  const input = {
    outTrackId,
    userId: 'manager01',
    actionIds: ['agree'],
    params: { action: 'agree' },
  };
  const before = process.cpuUsage();
  const { tookMs, ...rest } = await runLoad(() => tap(input), taps, inFlight);
  const { user, system } = process.cpuUsage(before);
  const status = simulator.card(outTrackId, 'manager01').view['status'];
  if (rest.lost < taps && status !== '已同意') throw new Error(`the card says ${String(status)}`);
  return {
    ...rest,
    p50Ms: percentile(tookMs, 50),
    p99Ms: percentile(tookMs, 99),
    simulatorBusy: (user + system) / 1000 / rest.elapsedMs,
  };
}

async function answer(request: HostRequest): Promise<HostAnswers[keyof HostAnswers]> {
  switch (request.ask) {
    case 'origin':
      return started;
    case 'connected':
      return connectionOf(request.side, 'connection.opened');
    case 'disconnected':
      await connectionOf(request.side, 'connection.closed');
      return true;
    case 'load':
      return load(request.side, request.taps, request.inFlight);
  }
}

const started = (async () => {
  const { origin } = await simulator.start();
  await createCard(origin, 'ours');
  await createCard(origin, 'baseline');
  return origin;
})();

process.on('message', (request: HostRequest) => {
  answer(request).then(
    (value) => process.send?.({ id: request.id, answer: value }),
    (error: unknown) => process.send?.({ id: request.id, error: String(error) }),
  );
});
process.on('disconnect', () => void simulator.stop().then(() => process.exit(0)));
