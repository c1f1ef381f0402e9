import { expect, test } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { errorBody, refuse, refuseAtGateway, requestId } from '../../src/simulator/api-error.js';

test('§1.5: a request id is upper case and its third group starts with 7', () => {
  const ids = seededIds();
  for (let n = 0; n < 100; n++) {
    expect(requestId(ids)).toMatch(
      /^[0-9A-F]{8}-[0-9A-F]{4}-7[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}$/,
    );
  }
});

test('§1.1: the gateway writes the code first, a service the request id', () => {
  const keys = (text: string) => Object.keys(JSON.parse(text) as object);
  const ids = seededIds();
  expect(keys(errorBody(refuseAtGateway('Missingbody', 'm').error, ids))).toEqual([
    'code',
    'requestid',
    'message',
  ]);
  expect(keys(errorBody(refuse('param.empty').error, ids))).toEqual([
    'requestid',
    'code',
    'message',
  ]);
});

test('§1.5: the message of a card error is its code', () => {
  expect(refuse('param.empty').error).toMatchObject({ httpStatus: 400, message: 'param.empty' });
});
