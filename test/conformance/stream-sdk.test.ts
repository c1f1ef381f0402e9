import { type DWClientDownStream, EventAck } from 'dingtalk-stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.js';
import { cardTopic, SimulatedClient } from '../support/sdk-client.js';
import { createSimCard } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

const botTopic = '/v1.0/im/bot/messages/get';

async function useSdk(simulator: Simulator): Promise<SimulatedClient> {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {});
  const client = new SimulatedClient(simulator);
  onTestFinished(() => {
    client.disconnect();
    info.mockRestore();
  });
  return client;
}

/** Answers of the client as they came over the wire. */
async function answersOf(simulator: Simulator, count: number): Promise<string[]> {
  await expect.poll(() => simulator.acks.end).toBe(count);
  return simulator.acks.slice().map(({ raw }) => raw);
}

describe('dingtalk-stream 2.1.5, S34', () => {
  it('connects and gets a bot message', async () => {
    const simulator = await useSimulator();
    const client = await useSdk(simulator);
    const received = new Promise<DWClientDownStream>((resolve) => {
      client.registerCallbackListener(botTopic, resolve);
    });
    await client.connect();
    expect(client.connected).toBe(true);
    const sent = simulator.message({ userId: '张三', text: '你好', conversationId: '项目组' });
    const { headers, data } = await received;
    expect(headers.topic).toBe(botTopic);
    expect(JSON.parse(data)).toMatchObject({ msgId: sent.msgId, text: { content: ' 你好' } });
    client.socketCallBackResponse(headers.messageId, null);
    expect(await answersOf(simulator, 1)).toEqual([
      `{"code":200,"headers":{"contentType":"application/json","messageId":"${headers.messageId}"},"message":"OK","data":"{\\"response\\":null}"}`,
    ]);
  });

  it('gets a card callback, and its answer changes the card', async () => {
    const simulator = await useSimulator();
    const outTrackId = await createSimCard(simulator);
    const client = await useSdk(simulator);
    client.registerCallbackListener(cardTopic, ({ headers, data }) => {
      const { content } = JSON.parse(data) as { content: string };
      const { params } = (JSON.parse(content) as { cardPrivateData: { params: { to: string } } })
        .cardPrivateData;
      client.socketCallBackResponse(headers.messageId, {
        cardUpdateOptions: { updateCardDataByKey: true },
        cardData: { cardParamMap: { status: params.to } },
      });
    });
    await client.connect();
    const tap = { outTrackId, userId: '张三', actionIds: ['agree'], params: { to: '已同意' } };
    expect(await simulator.tap(tap)).toMatchObject({
      outcome: 'answered',
      applied: true,
      warnings: [],
    });
    expect(simulator.card(outTrackId, '李四').view).toMatchObject({ status: '已同意' });
  });

  it('sends each of its answer forms, and each has the documented effect', async () => {
    const simulator = await useSimulator();
    const outTrackId = await createSimCard(simulator);
    const client = await useSdk(simulator);
    const response = { cardData: { cardParamMap: { status: 'x' } } };
    const forms: ((messageId: string) => void)[] = [
      (id) => client.socketCallBackResponse(id, 'SUCCESS'),
      (id) => client.socketCallBackResponse(id, undefined),
      (id) => client.send(id, response),
      (id) => client.send(id, undefined),
      (id) => client.socketCallBackResponse(id, response),
    ];
    client.registerCallbackListener(cardTopic, ({ headers }) => {
      forms.shift()?.(headers.messageId);
    });
    await client.connect();
    const results = [];
    while (forms.length > 0) {
      results.push(await simulator.tap({ outTrackId, userId: '张三', actionIds: [] }));
    }
    const applied = results.map((result) => 'applied' in result && result.applied);
    expect(applied).toEqual([false, false, false, false, true]);
    const data = (await answersOf(simulator, 5))
      .map((raw) => JSON.parse(raw) as object)
      .map((answer) => ('data' in answer ? answer.data : 'no data'));
    expect(data).toEqual([
      '{"response":"SUCCESS"}',
      '{}',
      '{"cardData":{"cardParamMap":{"status":"x"}}}',
      'no data',
      '{"response":{"cardData":{"cardParamMap":{"status":"x"}}}}',
    ]);
  });

  it('acknowledges an EVENT with the bytes it is known for', async () => {
    const simulator = await useSimulator();
    const client = await useSdk(simulator);
    const seen: string[] = [];
    client.registerAllEventListener(({ headers }) => {
      seen.push(headers.eventType ?? '');
      return { status: EventAck.SUCCESS };
    });
    await client.connect();
    const pushed = simulator.pushEvent('user_add_org', { userId: ['0150000227'] });
    if (!pushed.sent) throw new Error(pushed.reason);
    expect(await answersOf(simulator, 1)).toEqual([
      `{"code":200,"headers":{"contentType":"application/json","messageId":"${pushed.messageId}"},"message":"OK","data":"{\\"status\\":\\"SUCCESS\\"}"}`,
    ]);
    expect(seen).toEqual(['user_add_org']);
    expect(simulator.events().at(-1)).toMatchObject({ type: 'event.answered', done: true });
  });

  it('echoes a ping with all its headers', async () => {
    const simulator = await useSimulator();
    const client = await useSdk(simulator);
    await client.connect();
    simulator.ping();
    const [raw = ''] = await answersOf(simulator, 1);
    expect(JSON.parse(raw)).toMatchObject({ code: 200, headers: { topic: 'ping' } });
    expect(simulator.acks.slice()).toMatchObject([{ kind: 'ping', outcome: 'taken' }]);
  });

  it('is registered by the legacy frames', async () => {
    const simulator = await useSimulator({ settings: { legacySystemFrames: true } });
    const client = await useSdk(simulator);
    await client.connect();
    await expect.poll(() => client.registered).toBe(true);
  });
});
