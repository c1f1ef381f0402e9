import { expect, it } from 'vitest';
import type { NothingWhy } from '../../src/card/act/effect.js';
import { translateLoose } from '../../src/i18n/translate.js';

/** The compiler asks for every reason there is. */
const whys: Record<NothingWhy, true> = {
  'no-such-key': true,
  'wrong-gesture': true,
  status: true,
  'status-unset': true,
  forwarded: true,
  'no-action': true,
  'no-action-id': true,
  'click-off': true,
  'no-link': true,
  none: true,
  incomplete: true,
  'unknown-action': true,
  cancelled: true,
  'no-such-item': true,
  'bad-local-data': true,
  'empty-input': true,
  'nothing-to-copy': true,
  'nothing-to-preview': true,
  'unknown-feedback': true,
  'too-many-steps': true,
  'host-failed': true,
};

it.each(Object.keys(whys))('nothing.%s is said in both languages', (why) => {
  const key = `nothing.${why}`;
  const sentences = [
    translateLoose('zh', key, { what: 'X' }),
    translateLoose('en', key, { what: 'X' }),
  ];
  expect(sentences).not.toContain(key);
  expect(sentences[0]).toMatch(/\p{Script=Han}/u);
  expect(sentences.join()).not.toContain('{what}');
});
