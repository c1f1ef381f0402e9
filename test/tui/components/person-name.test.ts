import { expect, it } from 'vitest';
import { nameOf } from '../../../src/tui/components/person-name.js';
import { messageReceived } from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

it('is the nickname last seen, made safe, else the id', () => {
  const data = dataOf([
    messageReceived('m1', 'x', { senderStaffId: 'user02', senderNick: '李\u001b[31m四' }),
  ]);
  expect(nameOf('user02', data)).toContain('李');
  expect(nameOf('user02', data)).not.toContain('\u001b');
  expect(nameOf('user09', data)).toBe('user09');
});
