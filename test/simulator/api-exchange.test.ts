import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { answerJson, exchangeOf, keepExchange } from '../../src/simulator/api-exchange.js';

test('an answer is noted as it goes out', async () => {
  const app = new Hono();
  const notes: (string | undefined)[] = [];
  app.get('/', (c) => {
    keepExchange(c, { body: '' });
    const answer = answerJson(c, 200, '{"a":"字"}');
    notes.push(exchangeOf(c).answer);
    return answer;
  });
  const answer = await app.request('/');
  expect(answer.headers.get('content-type')).toBe('application/json;charset=utf-8');
  expect([await answer.text(), ...notes]).toEqual(['{"a":"字"}', '{"a":"字"}']);
});

test('statuses that must not have a body get none', async () => {
  const app = new Hono();
  app.get('/', (c) => {
    keepExchange(c, { body: '' });
    return answerJson(c, 204, '');
  });
  expect((await app.request('/')).status).toBe(204);
});
