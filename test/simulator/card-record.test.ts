import { expect, test } from 'vitest';
import { createCardRecord } from '../../src/simulator/card-record.js';

function record() {
  return createCardRecord(
    {
      outTrackId: 'a',
      cardTemplateId: 't',
      clientId: 'app',
      callbackType: undefined,
      callbackRouteKey: undefined,
      userIdType: 1,
      cardParamMap: { text: '' },
      privateData: new Map([['u', { mine: '1' }]]),
      spaces: ['IM_GROUP'],
    },
    5,
  );
}
const frame = { key: 'text', content: 'x', isFull: false, isFinalize: false, isError: false };

test('a guid used before changes nothing, whatever else the frame says', () => {
  const card = record();
  expect(card.stream({ ...frame, guid: '1' })).toBe('applied');
  expect(card.stream({ ...frame, guid: '1', isFinalize: true })).toBe('repeated');
  expect(card.flowStatus).toBe(2);
  expect(card.stream({ ...frame, guid: '2', isFinalize: true })).toBe('applied');
  expect(card.stream({ ...frame, guid: '2', isFinalize: true })).toBe('repeated');
  expect(card.stream({ ...frame, guid: '3' })).toBe('too-late');
  expect(card.cardParamMap['text']).toBe('xx');
});

test('isError wins over isFinalize', () => {
  const card = record();
  card.stream({ ...frame, guid: '1', isFinalize: true, isError: true });
  expect(card.flowStatus).toBe(5);
});

test('private data handed out is a copy of its keys', () => {
  const card = record();
  const before = card.privateData;
  card.change({
    privateData: new Map([['v', { a: '1' }]]),
    updateCardDataByKey: false,
    updatePrivateDataByKey: false,
  });
  expect(Object.keys(before)).toEqual(['u']);
  expect(Object.keys(card.privateData)).toEqual(['u', 'v']);
});
