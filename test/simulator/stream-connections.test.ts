import { describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { seededIds } from '../../src/base/ids.js';
import {
  createStreamConnections,
  StreamConnection,
} from '../../src/simulator/stream-connections.js';

const topic = '/v1.0/card/instances/callback';

function connection(clientId: string, topics: readonly string[] = [topic]) {
  const sent: string[] = [];
  const writes: string[] = [];
  const socket = { send: (frame: string) => sent.push(frame) } as unknown as WebSocket;
  const transport = { cork: () => writes.push('cork'), uncork: () => writes.push('uncork') };
  const made = new StreamConnection(
    { connectionId: `${clientId}-1`, clientId, appId: 'app', openedAtMs: 1 },
    topics.map((item) => ({ type: 'CALLBACK', topic: item })),
    socket,
    transport,
  );
  return { made, sent, writes };
}

describe('choosing', () => {
  it('is even among those that subscribed, by the id source', () => {
    const connections = createStreamConnections(seededIds(3));
    const [a, b, other] = [connection('ding1'), connection('ding1'), connection('ding1', ['x'])];
    for (const { made } of [a, b, other]) connections.add(made);
    const counts = new Map<unknown, number>();
    for (let n = 0; n < 1000; n++) {
      const chosen = connections.choose('ding1', 'CALLBACK', topic);
      counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
    }
    expect([...counts.keys()]).toHaveLength(2);
    expect(counts.get(a.made)).toBeGreaterThan(400);
    expect(counts.get(b.made)).toBeGreaterThan(400);
  });

  it('tells nobody connected from nobody subscribed; draining ones count as gone', () => {
    const connections = createStreamConnections(seededIds());
    expect(connections.choose('ding1', 'CALLBACK', topic)).toBe('no-connection');
    const { made } = connection('ding1');
    connections.add(made);
    expect(connections.choose('ding1', 'EVENT', '*')).toBe('not-subscribed');
    expect(connections.choose('ding1', 'EVENT', topic)).toBe('not-subscribed');
    expect(connections.choose('ding2', 'CALLBACK', topic)).toBe('no-connection');
    made.state = 'stalled';
    expect(connections.choose('ding1', 'CALLBACK', topic)).toBe(made);
    made.state = 'draining';
    expect(connections.choose('ding1', 'CALLBACK', topic)).toBe('no-connection');
    connections.remove(made);
    expect([connections.all(), connections.of('ding1')]).toEqual([[], []]);
  });
});

describe('sending', () => {
  it('joins what is sent in one turn into one write', async () => {
    const { made, sent, writes } = connection('ding1');
    made.send('a');
    made.send('b');
    expect(writes).toEqual(['cork']);
    await Promise.resolve();
    made.send('c');
    await Promise.resolve();
    expect(writes).toEqual(['cork', 'uncork', 'cork', 'uncork']);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('goes nowhere when stalled or closed', () => {
    const { made, sent } = connection('ding1');
    for (const state of ['stalled', 'closed'] as const) {
      made.state = state;
      made.send('x');
    }
    made.state = 'draining';
    made.send('y');
    expect(sent).toEqual(['y']);
  });
});
