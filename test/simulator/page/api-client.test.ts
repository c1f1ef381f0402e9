import { expect, test } from 'vitest';
import { createApiClient } from '../../../src/simulator/page/api-client.js';
import { useSimulator } from '../../support/use-simulator.js';

test('an answer is its value, a refusal its code and words', async () => {
  const { origin } = await useSimulator();
  const api = createApiClient(fetch, origin);
  expect(await api.get('/faults')).toEqual({ ok: true, value: { faults: [] } });
  expect(await api.text('/faults')).toEqual({ ok: true, value: '{"faults":[]}' });
  const refused = await api.send('POST', '/message', { userId: 'nobody', text: 'x' });
  expect(refused).toMatchObject({ ok: false, code: 'unknown-person' });
  expect(await api.text('/templates/none')).toMatchObject({ code: 'unknown-template' });
});

test('nobody answering is an answer too', async () => {
  const api = createApiClient(fetch, 'http://127.0.0.1:1');
  expect(await api.get('/state')).toMatchObject({ ok: false, code: 'offline' });
});

test('what is not JSON is said to be none', async () => {
  const answering = (body: string, status: number) =>
    createApiClient(() => Promise.resolve(new Response(body, { status })));
  expect(await answering('<html>', 200).get('/x')).toMatchObject({ code: 'not-json' });
  expect(await answering('<html>', 502).get('/x')).toMatchObject({ code: 'http-502' });
});
