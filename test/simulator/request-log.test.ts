import { expect, test } from 'vitest';
import { createRequestLog } from '../../src/simulator/request-log.js';

const request = {
  atMs: 1,
  tookMs: 2,
  method: 'POST',
  path: '/x',
  headers: {},
  body: '',
  status: 200,
  answer: '',
};

test('the newest calls are kept under their own numbers', () => {
  const log = createRequestLog(2);
  for (const path of ['/a', '/b', '/c']) log.add({ ...request, path });
  expect(log.list().map(({ index, path }) => [index, path])).toEqual([
    [1, '/b'],
    [2, '/c'],
  ]);
  expect(log.list(2)).toHaveLength(1);
  expect([log.at(0), log.at(2)?.path]).toEqual([undefined, '/c']);
});
