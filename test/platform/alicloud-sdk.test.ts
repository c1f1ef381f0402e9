import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAlicloudSdk, type SdkCall } from '../../src/platform/alicloud-sdk.js';
import { delivered, type HostileOpenApi, startHostileOpenApi } from '../support/hostile-openapi.js';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('loadAlicloudSdk', () => {
  it('leaves the wire to its caller and the shapes to the SDK', async () => {
    const calls: SdkCall[] = [];
    const sdk = await loadAlicloudSdk('http://127.0.0.1:1');
    const client = sdk.cards(async (call) => {
      calls.push(call);
    });
    await client.updateCardWithOptions(
      new sdk.cardModels.UpdateCardRequest({ outTrackId: 'o', notKnown: 1 }),
      new sdk.cardModels.UpdateCardHeaders({ xAcsDingtalkAccessToken: 't' }),
      sdk.runtimeOptions(),
    );
    expect(calls).toEqual([
      {
        method: 'PUT',
        path: '/v1.0/card/instances',
        headers: { 'x-acs-dingtalk-access-token': 't' },
        body: '{"outTrackId":"o"}',
      },
    ]);
  });

  it('passes on what the transport throws', async () => {
    const sdk = await loadAlicloudSdk('https://api.dingtalk.com');
    const failing = sdk.oauth(() => Promise.reject(new Error('wire')));
    const request = new sdk.oauthModels.GetAccessTokenRequest({ appKey: 'a', appSecret: 'b' });
    await expect(
      failing.getAccessTokenWithOptions(request, {}, sdk.runtimeOptions()),
    ).rejects.toThrow('wire');
  });

  it('states the protocol of the origin', async () => {
    const sdk = await loadAlicloudSdk('https://api.dingtalk.com');
    const client = sdk.cards(() => Promise.resolve());
    expect([client._protocol, client._endpoint]).toEqual(['https', 'api.dingtalk.com']);
  });
});

describe('a bundle of the card client', () => {
  let server: HostileOpenApi;
  let directory: string;

  beforeEach(async () => {
    server = await startHostileOpenApi();
    directory = mkdtempSync(path.join(tmpdir(), 'dtcard-bundle-'));
  });

  afterEach(async () => {
    rmSync(directory, { recursive: true, force: true });
    await server.stop();
  });

  it('sends a card, prints nothing, and loads the SDK with the first call only', async () => {
    const entry = path.join(directory, 'entry.ts');
    const from = (file: string) => JSON.stringify(path.join(root, 'src', file));
    writeFileSync(
      entry,
      `import { systemClock as clock } from ${from('base/clock.ts')};
       import { systemIds as ids } from ${from('base/ids.ts')};
       import { resolveEndpoints } from ${from('platform/endpoints.ts')};
       import { createHttp } from ${from('platform/http.ts')};
       import { createProxy } from ${from('platform/proxy.ts')};
       import { createSdkCardClient } from ${from('platform/sdk-card-client.ts')};
       const observer = { called() {}, failed() {}, uncertain() {} };
       const cards = createSdkCardClient({
         clock, ids, observer, clientId: 'a', clientSecret: 'b',
         http: createHttp({ clock, proxy: createProxy({}) }),
         endpoints: resolveEndpoints(process.argv[2]),
       });
       const sent = await cards.createAndDeliver({
         cardTemplateId: 'T.schema', outTrackId: 'o', cardParamMap: {},
         openSpaceId: 'dtv1.card//IM_ROBOT.u',
       });
       console.log(JSON.stringify(sent.deliverResults.length));`,
    );
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: { entry },
      outdir: directory,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      minify: true,
      keepNames: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      metafile: true,
      logLevel: 'error',
      define: { DTCARD_VERSION: '"0.0.0"' },
      banner: {
        js: "import{createRequire as bundleRequire}from'node:module';const require=bundleRequire(import.meta.url);",
      },
    });
    server.script('/v1.0/card/instances/createAndDeliver', delivered);
    const bundle = path.join(directory, 'entry.mjs');
    const { stdout, stderr } = await run(process.execPath, [bundle, server.origin], {
      env: { ...process.env, DEBUG: '', NODE_OPTIONS: '' },
    });
    expect([stdout, stderr]).toEqual(['1\n', '']);
    const entryOutput = Object.entries(metafile.outputs).find(([name]) =>
      name.endsWith('entry.mjs'),
    );
    const eager = Object.keys(entryOutput?.[1].inputs ?? {});
    expect(eager.filter((input) => input.includes('@alicloud'))).toEqual([]);
    expect(eager.some((input) => input.includes('sdk-card-client'))).toBe(true);
  });
});
