import { expect, test } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { createSimCard } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

const cardTemplateId = '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema';

async function stream(simulator: Simulator, body: object): Promise<number> {
  const { clientId, clientSecret } = simulator.credentials;
  const post = async (path: string, sent: object, token = '') =>
    fetch(simulator.origin + path, {
      method: path.includes('streaming') ? 'PUT' : 'POST',
      headers: { 'content-type': 'application/json', 'x-acs-dingtalk-access-token': token },
      body: JSON.stringify(sent),
    });
  const answer = await post('/v1.0/oauth2/accessToken', {
    appKey: clientId,
    appSecret: clientSecret,
  });
  const { accessToken } = (await answer.json()) as Record<string, string>;
  return (await post('/v1.0/card/streaming', body, accessToken)).status;
}

test('a template that is set is known, told of, and listed with its file', async () => {
  const simulator = await useSimulator();
  const exported = '{"editorData":"{}"}';
  simulator.setTemplate({ cardTemplateId, status: 'published', name: 'approval', exported });
  expect(simulator.templates()).toContainEqual(expect.objectContaining({ name: 'approval' }));
  expect(simulator.events().at(-1)).toMatchObject({ type: 'template.changed', cardTemplateId });
  const base = `${simulator.origin}/_dtcard/templates`;
  const { templates } = (await (await fetch(base)).json()) as { templates: unknown[] };
  expect(templates).toContainEqual({ cardTemplateId, name: 'approval', hasFile: true });
  expect(templates).toContainEqual(expect.objectContaining({ hasFile: false }));
  const file = await fetch(`${base}/${cardTemplateId}`);
  expect(file.headers.get('content-type')).toContain('application/json');
  expect(await file.text()).toBe(exported);
});

test('a template without a file is not found', async () => {
  const simulator = await useSimulator();
  const answer = await fetch(`${simulator.origin}/_dtcard/templates/${cardTemplateId}`);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'unknown-template' } });
});

test('streaming is checked against the variables a template was given later', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator);
  const frame = { outTrackId, guid: 'g1', key: 'body', content: 'x', isFull: true };
  expect(await stream(simulator, frame)).toBe(200);
  const variables = [{ name: 'text', type: 'markdown', streaming: true }];
  simulator.setTemplate({ cardTemplateId, status: 'published', variables });
  expect(await stream(simulator, { ...frame, guid: 'g2' })).toBe(500);
  expect(await stream(simulator, { ...frame, guid: 'g3', key: 'text' })).toBe(200);
});

test('streaming writes flowStatus where the template declares it', async () => {
  const simulator = await useSimulator();
  const variables = [
    { name: 'flowStatus', type: 'string', streaming: false },
    { name: 'text', type: 'markdown', streaming: true },
  ];
  simulator.setTemplate({ cardTemplateId, status: 'published', variables });
  const outTrackId = await createSimCard(simulator);
  const frame = { outTrackId, key: 'text', content: 'x', isFull: true };
  const shown = () => simulator.card(outTrackId, 'user002').cardData['flowStatus'];
  expect(shown()).toBeUndefined();
  await stream(simulator, { ...frame, guid: 'g1' });
  expect(shown()).toBe('2');
  await stream(simulator, { ...frame, guid: 'g2', isFinalize: true });
  expect(shown()).toBe('3');
});

test('a card shows public and private data of a viewer apart', async () => {
  const simulator = await useSimulator();
  const outTrackId = await createSimCard(simulator, {
    privateData: { user002: { cardParamMap: { remark: '我的' } } },
  });
  const mine = simulator.card(outTrackId, 'user002');
  expect(mine.cardData).toEqual({ title: '报销', status: '待处理' });
  expect(mine.userPrivateData).toEqual({ remark: '我的' });
  expect(simulator.card(outTrackId, 'manager01').userPrivateData).toEqual({});
});
