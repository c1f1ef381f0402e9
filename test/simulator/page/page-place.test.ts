import { expect, test } from 'vitest';
import { firstPlace, readPlace } from '../../../src/simulator/page/page-place.js';

const first = firstPlace({ lang: 'zh', dark: true });

test('the first place follows the browser: language, and light or dark', () => {
  expect(first).toMatchObject({ lang: 'zh', switches: { theme: 'dark', language: 'zh_Hans' } });
  expect(firstPlace({ lang: 'en', dark: false })).toMatchObject({
    switches: { theme: 'light', language: 'en_US' },
  });
});

test('a place comes back as it was kept', () => {
  const place = {
    ...first,
    lang: 'en',
    userId: 'user002',
    conversationId: 'cid',
    outTrackId: 'o1',
    panel: 'viewers',
    switches: { ...first.switches, width: 300, flowStatus: '5', forwarded: true },
  } as const;
  expect(readPlace(JSON.stringify(place), first)).toEqual(place);
});

test.each([null, '', '[]', '1', '{', '{"userId":1,"switches":[],"panel":"x","lang":"fr"}'])(
  'nonsense (%s) leaves the first place',
  (text) => {
    expect(readPlace(text, first)).toEqual(first);
  },
);

test('switches that make no sense fall back one by one', () => {
  const kept = { switches: { theme: 'light', width: 1e9, platform: 'tv', flowStatus: '9' } };
  const { switches } = readPlace(JSON.stringify(kept), first);
  expect(switches).toEqual({ ...first.switches, theme: 'light' });
});
