import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/base/display-width.js';
import { feedHeading, feedLines } from '../../../src/tui/components/feed-line.js';
import { lineWidth } from '../../../src/tui/components/spans.js';
import { callbackReceived, messageReceived } from '../../support/event-builders.js';
import { dataOf, textOf } from '../../support/view-data.js';

const data = dataOf([
  messageReceived('m1', '很长的消息'.repeat(30), { senderNick: '名字很长很长很长的一个人' }),
  messageReceived('m2', '👩‍👩‍👧 hi'),
  callbackReceived('e1'),
]);

describe('feed lines', () => {
  it.each([70, 71, 80, 99, 100, 120, 200])('are exactly %i cells, whatever is in them', (width) => {
    for (const row of data.feed.rows) {
      for (const line of feedLines(row, data, width, 1, 'selected'))
        expect(lineWidth(line)).toBe(width);
    }
    expect(lineWidth(feedHeading(data, width))).toBe(width);
  });

  it.each([40, 55, 69])('are two lines within %i cells', (width) => {
    for (const row of data.feed.rows) {
      const lines = feedLines(row, data, width, 2, 'none');
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  it('have their columns below the headings', () => {
    const [heading = ''] = textOf([feedHeading(data, 80)]);
    const lines = data.feed.rows.flatMap((row) => textOf(feedLines(row, data, 80, 1, 'none')));
    const column = displayWidth(heading.slice(0, heading.indexOf('状态')));
    for (const line of lines) {
      const shape = line.search(/[○◐]/);
      expect(displayWidth(line.slice(0, shape))).toBe(column);
    }
  });

  it('mark the callback that keys decide, too', () => {
    const row = data.feed.rows.at(-1);
    if (!row) throw new Error('no row');
    const [line = ''] = textOf(feedLines(row, data, 80, 1, 'asked'));
    expect(line.startsWith('» ')).toBe(true);
    expect(displayWidth(line)).toBe(80);
  });

  it('mark the selected row with more than a colour', () => {
    const [row] = data.feed.rows;
    if (!row) throw new Error('no row');
    expect(textOf(feedLines(row, data, 80, 1, 'selected'))[0]?.startsWith('▸ ')).toBe(true);
    expect(textOf(feedLines(row, data, 80, 1, 'none'))[0]?.startsWith('  ')).toBe(true);
  });
});
