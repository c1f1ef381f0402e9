import { expect, test } from 'vitest';
import { delimiterRun, pairRuns } from '../../../src/card/markdown/emphasis.js';

/** Runs of a text where only stars count. */
function runsOf(text: string) {
  return [...text.matchAll(/\*+|~+|_+/g)].map(({ 0: run, index }) =>
    delimiterRun(text, index, index + run.length),
  );
}

function paired(text: string) {
  const runs = runsOf(text);
  pairRuns([...runs], 0);
  return runs.map(({ opens, closes, left }) => ({ opens, closes, left }));
}

test('a run opens before a word and closes behind one', () => {
  expect(runsOf('*a*').map(({ canOpen, canClose }) => [canOpen, canClose])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('three stars are bold and italic', () => {
  expect(paired('***a***')).toEqual([
    { opens: ['bold', 'italic'], closes: [], left: 0 },
    { opens: [], closes: ['bold', 'italic'], left: 0 },
  ]);
});

test('what finds no partner is left', () => {
  expect(paired('**a*')).toEqual([
    { opens: ['italic'], closes: [], left: 1 },
    { opens: [], closes: ['italic'], left: 0 },
  ]);
});

test('waves pair only with as many waves', () => {
  expect(paired('~~a~').map(({ left }) => left)).toEqual([2, 1]);
  expect(paired('~~a~~').map(({ left }) => left)).toEqual([0, 0]);
});

test('underscores in a word neither open nor close', () => {
  expect(paired('a_b_c').map(({ left }) => left)).toEqual([1, 1]);
});

test('a surrogate pair before a run counts as one sign', () => {
  expect(runsOf('😀**a**').map(({ canOpen }) => canOpen)).toEqual([true, false]);
});
