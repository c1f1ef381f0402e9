import { expect, test } from 'vitest';
import { createQuestions } from '../../../src/simulator/page/questions.js';

const dialog = { title: 't', message: 'm', okText: 'ok', cancelText: 'no' };

test('questions are on the screen one after another, and each answer reaches who asked', async () => {
  let changes = 0;
  const questions = createQuestions(() => changes++);
  const first = questions.ask<boolean>((settle) => ({ kind: 'confirm', dialog, settle }));
  const second = questions.ask<void>((settle) => ({ kind: 'picture', url: 'u', settle }));
  expect(questions.current?.kind).toBe('confirm');
  if (questions.current?.kind === 'confirm') questions.current.settle(true);
  expect(await first).toBe(true);
  expect(questions.current?.kind).toBe('picture');
  if (questions.current?.kind === 'picture') questions.current.settle();
  await second;
  expect(questions.current).toBeUndefined();
  expect(changes).toBe(4);
});
