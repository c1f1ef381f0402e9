import { describe, expect, it } from 'vitest';
import { secretKeys } from '../../src/config/secret-keys.js';
import { nodeOf } from '../support/rule-subjects.js';

const found = (text: string) => secretKeys(nodeOf(text));

describe('keys that look like secrets', () => {
  it.each([
    'clientSecret',
    'client_secret',
    'AppSecret',
    'accessToken',
    'access-token',
    'apiKey',
    'sessionWebhook',
    'password',
    'refreshToken',
  ])('%s is found at any depth, and its value is not repeated', (key) => {
    for (const text of [`${key}: hush-hush`, `a: [{ b: { ${key}: hush-hush } }]`]) {
      const [problem] = found(text);
      expect(problem?.message).toContain(key);
      expect(problem?.message).not.toContain('hush-hush');
    }
  });

  it.each(['secret_santa', 'token', 'ticket', 'appKey', 'clientId', 'key'])(
    '%s may be a variable of a card',
    (key) => {
      expect(found(`${key}: x`)).toEqual([]);
    },
  );
});
