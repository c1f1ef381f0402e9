import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { usePainting } from '../../../../src/simulator/page/paint/painting.js';

function Stray() {
  return usePainting().theme;
}

it('a node outside of a card is a mistake that says so', () => {
  expect(() => renderToStaticMarkup(<Stray />)).toThrow('outside of a card');
});
