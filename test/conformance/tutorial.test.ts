import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SimEvent } from '../../src/simulator/sim-event.js';
import type { Simulator } from '../../src/simulator/simulator.js';
import { simGroup, simSingle } from '../support/sim-card.js';
import { useSimulator } from '../support/use-simulator.js';

const values = {
  title: '张三提交的财务报销',
  type: '差旅费',
  amount: '1000.0',
  reason: '出差费用',
};

/** Resolves with the first event of this type, past ones included. */
function happened(simulator: Simulator, type: SimEvent['type']): Promise<SimEvent> {
  return new Promise((resolve) => {
    const unsubscribe = simulator.subscribe((event) => {
      if (event.type === type) found(event);
    });
    const found = (event: SimEvent) => {
      unsubscribe();
      resolve(event);
    };
    const past = simulator.events().find((event) => event.type === type);
    if (past) found(past);
  });
}

/** The tutorial's program, connected; killed when the test ends. */
async function runBot(simulator: Simulator): Promise<void> {
  const { clientId, clientSecret } = simulator.credentials;
  const bot = spawn(process.execPath, [path.join(import.meta.dirname, 'tutorial-bot.mjs')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      DTCARD_ORIGIN: simulator.origin,
      DTCARD_CLIENT_ID: clientId,
      DTCARD_CLIENT_SECRET: clientSecret,
    },
  });
  let complaints = '';
  bot.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const ended = new Promise<never>((_resolve, reject) => {
    bot.on('exit', (code) => reject(new Error(`the bot ended with ${code}: ${complaints}`)));
  });
  ended.catch(() => {});
  onTestFinished(async () => {
    bot.kill('SIGKILL');
    await ended.catch(() => {});
  });
  await Promise.race([happened(simulator, 'connection.opened'), ended]);
}

describe('the tutorial, as a program of the official packages', () => {
  const chats = [
    { chat: 'a group', conversationId: simGroup, space: 'IM_GROUP', spaceId: simGroup },
    {
      chat: 'a chat with the bot',
      conversationId: simSingle,
      space: 'IM_ROBOT',
      spaceId: 'manager01',
    },
  ];
  const taps = [
    { button: '同意', action: 'accept', status: '已同意' },
    { button: '拒绝', action: 'reject', status: '被拒绝' },
  ];
  const stories = chats.flatMap((chat) => taps.map((tap) => ({ ...chat, ...tap })));

  it.each(stories)('$button in $chat shows $status', async (story) => {
    const simulator = await useSimulator();
    await runBot(simulator);

    simulator.message({ userId: '张三', text: '报销', conversationId: story.conversationId });
    await happened(simulator, 'card.delivered');
    const isGroup = story.space === 'IM_GROUP';
    const sent = simulator.card('latest', '张三');
    expect(sent).toMatchObject({
      cardTemplateId: 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema',
      callbackType: 'STREAM',
      deliveries: [{ spaceType: story.space, spaceId: story.spaceId }],
      visible: true,
      view: { ...values, status: '待处理' },
    });
    expect(simulator.card('latest', '李四').visible).toBe(isGroup);

    const tapped = await simulator.tap({
      outTrackId: 'latest',
      userId: '张三',
      actionIds: [story.action],
      params: { action: story.action },
    });
    expect(tapped).toMatchObject({
      outcome: 'answered',
      code: 200,
      applied: true,
      viewers: ['*'],
      warnings: [],
    });
    const now = { ...values, status: story.status };
    expect(simulator.card('latest', '张三').view).toEqual(now);
    expect(simulator.card('latest', '李四')).toMatchObject({ visible: isGroup, view: now });
  });

  it('shows a bystander the old state while only the clicker is answered', async () => {
    const simulator = await useSimulator({ settings: { answerCardData: 'clicker' } });
    await runBot(simulator);
    simulator.message({ userId: '李四', text: '报销', conversationId: simGroup });
    await happened(simulator, 'card.delivered');
    const params = { action: 'accept' };
    await simulator.tap({ outTrackId: 'latest', userId: '李四', actionIds: ['accept'], params });
    expect(simulator.card('latest', '李四').view['status']).toBe('已同意');
    expect(simulator.card('latest', '王五').view['status']).toBe('待处理');
  });
});
