import { expect, test } from 'vitest';
import { isMsgKey, readRobotMessage, shownText } from '../../src/simulator/robot-messages.js';

test('§5.3: the documented keys are known, cards are not', () => {
  const known = ['sampleText', 'sampleActionCard', 'sampleActionCard6', 'sampleVideo'];
  expect(known.every(isMsgKey)).toBe(true);
  expect(['sampleCard', 'interactiveCard', 'toString', ''].some(isMsgKey)).toBe(false);
});

test('fields that lack are named', () => {
  expect(readRobotMessage('sampleActionCard2', '{"title":"t","actionTitle1":"a"}')).toEqual({
    msgKey: 'sampleActionCard2',
    text: 't',
    missing: ['text', 'actionURL1', 'actionTitle2', 'actionURL2'],
  });
});

test.each(['', '[]', '"x"', '{'])('%j is no msgParam', (text) => {
  expect(readRobotMessage('sampleText', text)).toBeUndefined();
});

test('what a chat shows of a message', () => {
  expect(shownText({ title: 't', text: 'body' })).toBe('body');
  expect(shownText({ photoURL: 'https://x' })).toBe('https://x');
  expect(shownText({ links: [{ title: 'a' }, null, { title: 'b' }] })).toBe('a\nb');
  expect(shownText({ content: 5 })).toBe('');
});
