import { expect, test } from 'vitest';
import { createApiClient } from '../../../src/simulator/page/api-client.js';
import { createCardHost, isWebAddress } from '../../../src/simulator/page/card-host.js';
import { createFormDrafts } from '../../../src/simulator/page/paint/form-drafts.js';
import { createQuestions } from '../../../src/simulator/page/questions.js';
import { agreed, simWithCard, wrapped } from '../../support/sim-card.js';

const request = { actionIds: ['btn'], params: { a: 1 } } as const;

async function host(userId = 'manager01') {
  const { simulator, outTrackId, client } = await simWithCard();
  const opened: string[] = [];
  const copied: string[] = [];
  const drafts = createFormDrafts();
  const questions = createQuestions(() => {});
  let renewed = 0;
  const card = createCardHost({
    api: createApiClient(fetch, simulator.origin),
    outTrackId,
    userId,
    drafts,
    questions,
    toast: () => {},
    renew: () => Promise.resolve(void renewed++),
    decode: (map) => ({ ...map }),
    openWindow: (url) => opened.push(url),
    copyText: (text) => copied.push(text),
  });
  return { simulator, client, card, opened, copied, drafts, questions, renewed: () => renewed };
}

test('an answer is the reply, once the card shows it', async () => {
  const { client, card, renewed } = await host();
  const reply = card.sendCallback(request);
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', wrapped(agreed));
  expect(await reply).toEqual({ ok: true, cardData: { status: '已同意' }, cardPrivateData: {} });
  expect(renewed()).toBe(1);
});

test('an empty acknowledgement is a reply that holds nothing', async () => {
  const { client, card } = await host();
  const reply = card.sendCallback(request);
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', undefined);
  expect(await reply).toEqual({ ok: true, cardData: {}, cardPrivateData: {} });
});

test('a refusal by the bot, and a simulator that is gone, are failures with a reason', async () => {
  const { client, card, simulator } = await host();
  const reply = card.sendCallback(request);
  const { headers } = await client.next();
  client.answer(headers['messageId'] ?? '', wrapped(agreed), 500);
  expect(await reply).toEqual({ ok: false, reason: 'code 500' });
  client.socket.terminate();
  await client.closed;
  await simulator.stop();
  expect(await card.sendCallback(request)).toMatchObject({ ok: false });
});

test('web addresses are opened, addresses of the client are not', async () => {
  const { card, opened } = await host();
  for (const url of ['https://a.example/', 'HTTP://b.example', 'dingtalk://x', 'javascript:1']) {
    card.openLink(url);
  }
  expect(opened).toEqual(['https://a.example/', 'HTTP://b.example']);
  expect(isWebAddress(' https://a.example')).toBe(false);
});

test('questions wait for the person', async () => {
  const { card, questions, copied, drafts } = await host();
  const menu = { title: '', message: '', items: [{ text: 'a' }, { text: 'b' }] };
  const chosen = card.choose(menu);
  if (questions.current?.kind === 'menu') questions.current.settle(1);
  expect(await chosen).toBe(1);
  card.openModal({ title: 't', url: 'https://a.example' });
  expect(questions.current).toMatchObject({ kind: 'modal', url: 'https://a.example' });
  card.copy('x');
  expect(copied).toEqual(['x']);
  drafts.write('f', { y: 2 });
  expect(card.formValues('f')).toEqual({ y: 2 });
  expect(await card.clientApi('biz.util.scan', {})).toBeUndefined();
});
