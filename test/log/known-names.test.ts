import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { createKnownNames } from '../../src/log/known-names.js';
import { messageReceived } from '../support/event-builders.js';

function namesAfter(...bodies: EventBody[]) {
  const names = createKnownNames();
  for (const body of bodies) names.apply({ seq: 0, atMs: 0, v: 1, ...body } as DtcardEvent);
  return names;
}

function started(detail: JsonObject): EventBody {
  return { type: 'simulator.reported', event: 'started', detail };
}

describe('known names', () => {
  it('are learnt from messages', () => {
    const names = namesAfter(
      messageReceived('m', 'x', { senderStaffId: 'u1', senderNick: '张三' }),
    );
    expect(names.person('u1')).toBe('张三');
    expect(names.place('cidA1b2C3d4E5f6==')).toBe('审批群');
    expect(names.place('u1')).toBe('张三');
  });

  it('are learnt from the simulator', () => {
    const names = namesAfter(
      started({
        people: [{ userId: 'u1', name: '李四' }],
        conversations: [{ conversationId: 'cid1', title: '项目组' }],
      }),
    );
    expect([names.person('u1'), names.place('cid1')]).toEqual(['李四', '项目组']);
  });

  it('are the ids themselves until then', () => {
    const names = namesAfter(messageReceived('m', 'x', { senderStaffId: '', senderNick: '匿名' }));
    expect([names.person(''), names.person('u9'), names.place('cid9')]).toEqual(['', 'u9', 'cid9']);
  });

  it('are not confused by malformed lists', () => {
    const names = namesAfter(
      started({
        people: 'nobody',
        conversations: [null, 3, {}, { conversationId: 1, title: 'x' }],
      }),
      started({ people: [{ userId: 'u1', name: '' }] }),
    );
    expect(names.person('u1')).toBe('u1');
  });

  it('may be ids that objects have by themselves', () => {
    expect(namesAfter().person('constructor')).toBe('constructor');
  });
});
