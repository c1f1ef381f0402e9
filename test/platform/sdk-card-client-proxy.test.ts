import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { seededIds } from '../../src/base/ids.js';
import type { CardClient } from '../../src/platform/card-client.js';
import { resolveEndpoints } from '../../src/platform/endpoints.js';
import { createHttp } from '../../src/platform/http.js';
import { createProxy, type ProxySettings } from '../../src/platform/proxy.js';
import { createSdkCardClient } from '../../src/platform/sdk-card-client.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { delivered, startHostileOpenApi } from '../support/hostile-openapi.js';
import { scaledClock } from '../support/scaled-clock.js';

const draft = {
  cardTemplateId: 'T.schema',
  outTrackId: 'ot-1',
  openSpaceId: 'dtv1.card//IM_ROBOT.u1',
  cardParamMap: {},
};

let uncertain: string[];
const closers: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  uncertain = [];
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function client(api: string | undefined, proxy: ProxySettings): CardClient {
  const clock = scaledClock(0.2);
  return createSdkCardClient({
    clock,
    ids: seededIds(),
    http: createHttp({ clock, proxy: createProxy(proxy) }),
    endpoints: resolveEndpoints(api),
    clientId: 'dingclient',
    clientSecret: 'very-secret-value',
    observer: {
      called: () => undefined,
      failed: () => undefined,
      uncertain: (outTrackId) => uncertain.push(outTrackId),
    },
  });
}

/** Keeps the first bytes of each connection, then drops it. */
async function startEavesdropper() {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      heard.push(bytes);
      socket.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    const closed = once(server, 'close');
    server.close();
    await closed;
  });
  return { heard, port: (server.address() as AddressInfo).port };
}

async function failure(promise: Promise<unknown>): Promise<DtcardError> {
  const error = await promise.then(
    () => new Error('succeeded'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof DtcardError) return error;
  throw error;
}

describe('a card client behind a proxy', () => {
  it('tunnels to DingTalk, so that the proxy hears nothing but TLS', async () => {
    const eavesdropper = await startEavesdropper();
    const proxy = await startConnectProxy(eavesdropper.port);
    closers.push(() => proxy.close());
    const error = await failure(
      client(undefined, { httpsProxy: proxy.url }).createAndDeliver(draft),
    );
    expect(error.code).toBe('E3001');
    expect(error.params['sent']).toBe(false);
    expect(uncertain).toEqual([]);
    expect(proxy.targets).toEqual(['api.dingtalk.com:443']);
    const [first] = eavesdropper.heard;
    // 0x16: a TLS handshake record.
    expect(first?.[0]).toBe(0x16);
    expect(first?.toString('latin1')).not.toContain('very-secret-value');
  });

  it.each([407, 502])('says when the proxy refuses with %i', async (status) => {
    const proxy = await startConnectProxy(1, status);
    closers.push(() => proxy.close());
    const error = await failure(
      client(undefined, { httpsProxy: proxy.url }).createAndDeliver(draft),
    );
    expect(error.kind).toBe('network');
    expect(uncertain).toEqual([]);
  });

  it('goes straight to a simulator on this machine', async () => {
    const server = await startHostileOpenApi();
    closers.push(() => server.stop());
    server.script('/v1.0/card/instances/createAndDeliver', delivered);
    const proxy = await startConnectProxy(1);
    closers.push(() => proxy.close());
    const settings = { httpProxy: proxy.url, httpsProxy: proxy.url };
    await client(server.origin, settings).createAndDeliver(draft);
    expect(proxy.targets).toEqual([]);
  });
});
