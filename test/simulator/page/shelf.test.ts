import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../src/simulator/page/api-client.js';
import { createShelf } from '../../../src/simulator/page/shelf.js';

function shelf() {
  const asked: string[] = [];
  const answers: ((answer: Answer<string>) => void)[] = [];
  const changed: string[] = [];
  const kept = createShelf<string>(
    (key) => {
      asked.push(key);
      return new Promise((resolve) => answers.push(resolve));
    },
    (key) => changed.push(key),
  );
  const answer = (value: string) => answers.shift()?.({ ok: true, value });
  const refuse = (code: string) => answers.shift()?.({ ok: false, code, message: 'm' });
  return { kept, asked, changed, answer, refuse };
}

test('what is wanted is read once', async () => {
  const { kept, asked, changed, answer } = shelf();
  expect(kept.get('a')).toBeUndefined();
  kept.want('a');
  kept.want('a');
  expect([asked, kept.get('a')]).toEqual([['a'], { is: 'loading' }]);
  answer('1');
  await vi.waitFor(() => expect(kept.get('a')).toEqual({ is: 'ready', value: '1' }));
  expect([changed, kept.keys]).toEqual([['a'], ['a']]);
});

test('what nobody wanted is not renewed', async () => {
  const { kept, asked } = shelf();
  await kept.renew('a');
  expect(asked).toEqual([]);
});

test('the old value stays until the new one is there', async () => {
  const { kept, answer } = shelf();
  kept.want('a');
  answer('1');
  await vi.waitFor(() => expect(kept.get('a')?.is).toBe('ready'));
  const renewed = kept.renew('a');
  expect(kept.get('a')).toEqual({ is: 'ready', value: '1' });
  answer('2');
  await renewed;
  expect(kept.get('a')).toEqual({ is: 'ready', value: '2' });
});

test('a renewal during a reading reads once more after it, however many ask', async () => {
  const { kept, asked, answer } = shelf();
  kept.want('a');
  const renewals = [kept.renew('a'), kept.renew('a'), kept.renew('a')];
  answer('old');
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  answer('new');
  await Promise.all(renewals);
  expect([asked.length, kept.get('a')]).toEqual([2, { is: 'ready', value: 'new' }]);
});

test('a simulator that is gone takes nothing away; what was refused is gone', async () => {
  const { kept, answer, refuse } = shelf();
  kept.want('a');
  answer('1');
  await vi.waitFor(() => expect(kept.get('a')?.is).toBe('ready'));
  let renewed = kept.renew('a');
  refuse('offline');
  await renewed;
  expect(kept.get('a')).toEqual({ is: 'ready', value: '1' });
  renewed = kept.renew('a');
  refuse('unknown-card');
  await renewed;
  expect(kept.get('a')).toMatchObject({ is: 'absent', code: 'unknown-card' });
});

test('what could not be asked for is asked for again', async () => {
  const { kept, asked, refuse } = shelf();
  kept.want('a');
  refuse('offline');
  await vi.waitFor(() => expect(kept.get('a')?.is).toBe('absent'));
  kept.want('a');
  expect(asked).toHaveLength(2);
});
