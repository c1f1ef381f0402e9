import { describe, expect, it } from 'vitest';
import { type IdSource, seededIds, systemIds } from '../../src/base/ids.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const sources: readonly (readonly [string, () => IdSource])[] = [
  ['systemIds', () => systemIds],
  ['seededIds', () => seededIds(7)],
];

describe.each(sources)('%s', (_name, create) => {
  it('makes version 4 UUIDs in lower case', () => {
    const ids = create();
    for (let i = 0; i < 500; i++) expect(ids.uuid()).toMatch(UUID);
  });

  it('makes outTrackIds that fit the platform', () => {
    const ids = create();
    for (let i = 0; i < 200; i++) expect(ids.outTrackId()).toMatch(/^dtcard-[A-Za-z0-9-]{1,57}$/);
  });

  it('makes two hex digits per byte', () => {
    const ids = create();
    expect(ids.hex(0)).toBe('');
    expect(ids.hex(16)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('makes fractions below one that fill the range', () => {
    const ids = create();
    const values = Array.from({ length: 2000 }, () => ids.fraction());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const tenths = new Set(values.map((value) => Math.floor(value * 10)));
    expect(tenths.size).toBe(10);
  });

  it('does not repeat itself', () => {
    const ids = create();
    const made = new Set(Array.from({ length: 5000 }, () => ids.uuid()));
    expect(made.size).toBe(5000);
  });
});

describe('seededIds', () => {
  it('gives the same ids for the same seed, on every machine', () => {
    const ids = seededIds(1);
    expect([ids.uuid(), ids.outTrackId(), ids.hex(4), ids.fraction()]).toEqual(FIRST_OF_SEED_1);
    const again = seededIds(1);
    expect(again.uuid()).toBe(FIRST_OF_SEED_1[0]);
  });

  it('gives other ids for another seed, also for odd ones', () => {
    const made = [0, 1, 2, -1, 2 ** 40 + 5, Number.NaN, 1.5].map((seed) => seededIds(seed).uuid());
    for (const uuid of made) expect(uuid).toMatch(UUID);
    expect(new Set([made[0], made[1], made[2], made[3]]).size).toBe(4);
  });

  it('keeps two sources apart', () => {
    const one = seededIds(3);
    const two = seededIds(3);
    one.uuid();
    one.uuid();
    expect(two.uuid()).toBe(seededIds(3).uuid());
  });
});

const FIRST_OF_SEED_1 = [
  'a00087fb-f747-4cb8-adfe-747d23673f27',
  'dtcard-7d1165c4-4930-4a6d-97cc-4b34a88bc231',
  'b874c5fe',
  0.23933332320302725,
];
