import { describe, expect, it } from 'vitest';
import { isProfileName, readProfile } from '../../src/config/profile.js';

const full = {
  clientId: 'dingabc',
  clientSecret: 's3cret-value',
  robotCode: 'r',
  production: true,
  simulator: true,
  createdAt: 1_795_361_046_112,
};

describe('readProfile', () => {
  it('reads back what was stored, and nothing else', () => {
    expect(readProfile({ ...full, extra: 1 })).toEqual({ ok: true, profile: full });
  });

  it('needs no more than the pair', () => {
    expect(readProfile({ clientId: 'a', clientSecret: 'b' })).toEqual({
      ok: true,
      profile: { clientId: 'a', clientSecret: 'b', production: false, createdAt: 0 },
    });
  });

  it.each([
    ['null', null, 'object'],
    ['a list', [], 'object'],
    ['text', 'x', 'object'],
    ['nothing', {}, 'clientId'],
    ['an empty id', { ...full, clientId: ' ' }, 'clientId'],
    ['a number for an id', { ...full, clientId: 7 }, 'clientId'],
    ['no secret', { clientId: 'a' }, 'clientSecret'],
    ['a secret of another kind', { ...full, clientSecret: ['s3cret-value'] }, 'clientSecret'],
    ['an odd robotCode', { ...full, robotCode: '' }, 'robotCode'],
    ['production in words', { ...full, production: 'yes' }, 'production'],
    ['simulator in words', { ...full, simulator: 'yes' }, 'simulator'],
    ['an odd date', { ...full, createdAt: '2026' }, 'createdAt'],
  ])('names the problem of %s, not the value', (_what, value, problem) => {
    const read = readProfile(value);
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.problem).toContain(problem);
    expect(read.problem).not.toContain('s3cret-value');
  });
});

describe('isProfileName', () => {
  it.each(['default', 'a', 'team-1.prod_2', 'A'.repeat(64)])('takes %s', (name) => {
    expect(isProfileName(name)).toBe(true);
  });

  it.each([
    '',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '.hidden',
    '-x',
    'a b',
    '名字',
    'A'.repeat(65),
    'a\n',
  ])('refuses %j', (name) => {
    expect(isProfileName(name)).toBe(false);
  });
});
