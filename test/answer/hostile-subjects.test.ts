import { describe, expect, it } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import type { JsonObject, JsonValue } from '../../src/base/json-text.js';
import { deciding } from '../support/deciding.js';
import { knownCard } from '../support/rule-subjects.js';

const { tap, say } = deciding(`
  - name: everything
    on: callback
    when: { params: { x: { exists: true } } }
    guard:
      filter: "!var.x:never"
      otherwise: { fail: { message: "\${callback.params.x}\${card.x.y.0}" } }
    limit: { times: 1000000, per: card }
    answer:
      cardData: { a: "\${callback.params.x.y.0 ?? -}", b: [{ c: "\${callback.params.x}" }], d: "\${user}\${uses}" }
      userPrivateData: { e: "\${card.x}\${card.x.y}\${my.x}\${callback.actionIds}" }
    update: { outTrackId: "\${callback.params.x}", privateData: { "\${callback.params.x}": { f: "\${now}" } } }
    send: { template: "\${callback.params.x}", to: "\${callback.params.x}", data: { g: "\${my.x.y}" } }
    stream: { key: "\${callback.params.x}", text: "\${callback.params.x.y}" }
  - name: compares
    on: callback
    when:
      user: "\${card.x}"
      card: { x: { y: ["\${my.x}", { equals: { z: "\${callback.userId}" } }] } }
      my: { x: "\${card.__proto__.x}" }
    leave: true
  - name: message
    on: message
    send: { template: "\${message.text}", to: "\${message.text}", data: { a: "\${user}" } }
`);

describe('rules and whatever strangers send', () => {
  const random = seededIds(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random.fraction() * list.length)] as T;

  const odd = [
    '',
    '__proto__',
    'constructor',
    '\u001b[2J',
    '\u202e\ud800',
    '\u0000',
    '${callback.userId}',
    '$${x}',
    '[1,{"y":',
    '{"y":[{"x":1}]}',
    '[['.repeat(600),
    'union:x',
    '$:LWCP_v1:$x',
    'https://x',
    'x'.repeat(5000),
  ];

  function value(depth: number): JsonValue {
    const kind = random.fraction();
    if (depth === 0 || kind < 0.5) return pick<JsonValue>([...odd, null, true, -0, 1e300]);
    const count = Math.floor(random.fraction() * 4);
    const items = Array.from({ length: count }, () => value(depth - 1));
    if (kind < 0.7) return items;
    return JSON.parse(
      `{${items.map((item) => `${JSON.stringify(pick(['x', 'y', ...odd]))}:${JSON.stringify(item)}`).join(',')}}`,
    ) as JsonValue;
  }

  it('come to a decision that can be written down', () => {
    let followUps = 0;
    for (let round = 0; round < 2000; round++) {
      const params = { x: value(4) } as JsonObject;
      const userId = pick(odd);
      const cardParamMap = Object.fromEntries([
        ['x', pick(odd)],
        [pick(odd), pick(odd)],
      ]);
      const privateData = Object.fromEntries([[userId, { cardParamMap }]]);
      const known = knownCard({ cardParamMap, privateData, openSpaceId: pick(odd) });
      const given = { params, userId, actionIds: [pick(odd)], spaceId: pick(odd) };
      const decision = tap(given, { known, nowMs: pick([0, Number.NaN, Infinity, -1]) });
      expect(decision.rule).toBe('everything');
      expect(() => JSON.stringify(decision)).not.toThrow();
      if (decision.kind === 'answer') followUps += decision.then.length;
      tap({ ...given, params: {} }, { known });
      expect(say({ text: pick(odd), senderNick: pick(odd), senderStaffId: pick(odd) }).kind).toBe(
        'do',
      );
    }
    expect(followUps).toBe(6000);
  });

  it('touch no prototype', () => {
    const params = JSON.parse('{"x":{"__proto__":{"polluted":"1"}}}') as JsonObject;
    tap({ params, userId: '__proto__' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
