import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Simulator } from '../../src/simulator/simulator.js';

/** A frame as a client reads it, `data` opened. */
interface ReceivedFrame {
  readonly type: string;
  readonly headers: Record<string, string>;
  readonly data: string;
  readonly raw: string;
  readonly isBinary: boolean;
  /** WebSocket messages arrive whole; what the wire looked like is not visible here. */
  readonly json: Record<string, unknown>;
}

/** A bare Stream client for tests: shows what came, answers what the test says. */
export interface StreamClient {
  readonly socket: WebSocket;
  readonly frames: readonly ReceivedFrame[];
  /** The next frame not taken yet; `topic` skips others. */
  next(topic?: string): Promise<ReceivedFrame>;
  answer(messageId: string, data?: unknown, code?: number): void;
  readonly closed: Promise<number>;
}

export const everyTopic = [
  { type: 'EVENT', topic: '*' },
  { type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' },
  { type: 'CALLBACK', topic: '/v1.0/card/instances/callback' },
];

export function openConnection(
  simulator: Pick<Simulator, 'origin' | 'credentials'>,
  body: object = {},
): Promise<Response> {
  return fetch(`${simulator.origin}/v1.0/gateway/connections/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ ...simulator.credentials, subscriptions: everyTopic, ua: '', ...body }),
  });
}

/** `ws://…/connect?ticket=…` of a fresh ticket. */
export async function ticketUrl(
  simulator: Pick<Simulator, 'origin' | 'credentials'>,
  body: object = {},
): Promise<string> {
  const answer = (await (await openConnection(simulator, body)).json()) as Record<string, string>;
  return `${answer['endpoint']}?ticket=${answer['ticket']}`;
}

export async function connect(
  simulator: Pick<Simulator, 'origin' | 'credentials'>,
  body: object = {},
): Promise<StreamClient> {
  const socket = new WebSocket(await ticketUrl(simulator, body));
  const frames: ReceivedFrame[] = [];
  const waiting: { topic: string | undefined; take: (frame: ReceivedFrame) => void }[] = [];
  const fresh: ReceivedFrame[] = [];
  socket.on('error', () => {});
  socket.on('message', (data, isBinary) => {
    const raw = (data as Buffer).toString();
    const json = JSON.parse(raw) as Record<string, unknown>;
    const frame = { ...(json as unknown as ReceivedFrame), raw, isBinary, json };
    frames.push(frame);
    const at = waiting.findIndex(({ topic }) => !topic || topic === frame.headers?.['topic']);
    if (at >= 0) waiting.splice(at, 1)[0]?.take(frame);
    else fresh.push(frame);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  onTestFinished(() => socket.terminate());
  return {
    socket,
    frames,
    closed,
    next(topic) {
      const at = fresh.findIndex((frame) => !topic || topic === frame.headers?.['topic']);
      if (at >= 0) return Promise.resolve(fresh.splice(at, 1)[0] as ReceivedFrame);
      return new Promise((take) => {
        waiting.push({ topic, take });
      });
    },
    answer(messageId, data, code = 200) {
      const headers = { contentType: 'application/json', messageId };
      socket.send(JSON.stringify({ code, headers, message: 'OK', data }));
    },
  };
}
