import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/base/json-text.js';
import { createFaults, type Fault, parseFault } from '../../src/simulator/faults.js';

const fault = (parts: Partial<Fault> = {}): Fault => ({
  path: '**',
  skip: 0,
  action: { kind: 'reset' },
  ...parts,
});

describe('which calls are hit', () => {
  test.each([
    ['/v1.0/card/instances', '/v1.0/card/instances', true],
    ['/v1.0/card/instances', '/v1.0/card/instances/deliver', false],
    ['/v1.0/card/*', '/v1.0/card/instances', true],
    ['/v1.0/card/*', '/v1.0/card/instances/deliver', false],
    ['/v1.0/card/**', '/v1.0/card/instances/deliver', true],
    ['**/deliver', '/v1.0/card/instances/deliver', true],
    ['/v1.0/(a+)+$', '/v1.0/(a+)+$', true],
    ['/v1.0/card', '/v1x0/card', false],
  ])('%s on %s: %s', (path, called, isHit) => {
    const faults = createFaults();
    faults.add(fault({ path }));
    expect(faults.take('POST', called) !== undefined).toBe(isHit);
  });

  test('the method counts when it is given', () => {
    const faults = createFaults();
    faults.add(fault({ method: 'PUT' }));
    expect(faults.take('POST', '/x')).toBeUndefined();
    expect(faults.take('PUT', '/x')).toEqual({ kind: 'reset' });
  });

  test('skip lets calls through, times ends it', () => {
    const faults = createFaults();
    faults.add(fault({ skip: 1, times: 2 }));
    const hits = [1, 2, 3, 4, 5].map(() => faults.take('POST', '/x') !== undefined);
    expect(hits).toEqual([false, true, true, false, false]);
  });

  test('the one added first is used until it is used up; list and remove go by id', () => {
    const faults = createFaults();
    const first = faults.add(fault({ times: 1, action: { kind: 'hang' } }));
    const second = faults.add(fault());
    expect([faults.take('GET', '/a')?.kind, faults.take('GET', '/a')?.kind]).toEqual([
      'hang',
      'reset',
    ]);
    expect(faults.list().map(({ id, matched }) => [id, matched])).toEqual([
      [first, 1],
      [second, 1],
    ]);
    expect([faults.remove(second), faults.remove(second)]).toEqual([true, false]);
    expect(faults.take('GET', '/a')).toBeUndefined();
    faults.clear();
    expect(faults.list()).toEqual([]);
  });
});

describe('parseFault', () => {
  test.each<[JsonValue, Partial<Fault>]>([
    [{ kind: 'reset' }, { path: '**', skip: 0, action: { kind: 'reset' } }],
    [
      { kind: 'error', status: 403, code: 'a.b', method: 'post', path: '/x/*', times: 2, skip: 1 },
      {
        method: 'POST',
        path: '/x/*',
        times: 2,
        skip: 1,
        action: { kind: 'error', status: 403, code: 'a.b', message: 'a.b' },
      },
    ],
    [{ kind: 'answer', status: 503 }, { action: { kind: 'answer', status: 503, body: '' } }],
    [{ kind: 'slow', forMs: 3500 }, { action: { kind: 'slow', forMs: 3500 } }],
  ])('%j', (json, expected) => {
    expect(parseFault(json)).toMatchObject({ ok: true, fault: expected });
  });

  test.each<[JsonValue, RegExp]>([
    [null, /JSON object/],
    [[], /JSON object/],
    [{}, /kind is one of answer, error, htmlBan/],
    [{ kind: 'explode' }, /kind is one of/],
    [{ kind: 'constructor' }, /kind is one of/],
    [{ kind: 'reset', time: 3 }, /time is no field of a fault/],
    [{ kind: 'reset', path: '' }, /path/],
    [{ kind: 'reset', method: 1 }, /method/],
    [{ kind: 'reset', skip: -1 }, /skip/],
    [{ kind: 'reset', times: 0 }, /times/],
    [{ kind: 'answer', status: 99 }, /status/],
    [{ kind: 'error', status: '403' }, /status/],
    [{ kind: 'error', code: 5 }, /code/],
    [{ kind: 'slow' }, /forMs/],
  ])('%j is refused with the field named', (json, problem) => {
    const parsed = parseFault(json);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
  });
});
