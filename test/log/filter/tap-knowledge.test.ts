import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../src/base/clock.js';
import { createEventLog } from '../../../src/log/event-log.js';
import { createTapKnowledge } from '../../../src/log/filter/tap-knowledge.js';
import { cardCreated, messageReceived } from '../../support/event-builders.js';

describe('what is known of a tap', () => {
  it('is what the log told of the card and of the person', () => {
    const log = createEventLog({ clock: new ManualClock() });
    log.append(messageReceived('m', 'x', { senderStaffId: 'u1', senderNick: '李四' }));
    const known = createTapKnowledge(log, (id) => (id === 'approval.schema' ? ['审批'] : []));
    log.append(cardCreated('c'), {
      type: 'card.updated',
      outTrackId: 'c',
      cardParamMap: { status: '已同意' },
      cardUpdateOptions: { updateCardDataByKey: true },
      because: {},
    });
    expect(known.cardOf('c')?.cardParamMap).toMatchObject({ status: '已同意', amount: '1280.50' });
    expect(known.cardOf('other')).toBeUndefined();
    expect(known.names.nickOf?.('u1')).toBe('李四');
    expect(known.names.placeOf?.('cidA1b2C3d4E5f6==')).toBe('审批群');
    expect(known.names.aliasesOf?.('approval.schema')).toEqual(['审批']);
    expect(createTapKnowledge(log).names.aliasesOf?.('x')).toBeUndefined();
  });
});
