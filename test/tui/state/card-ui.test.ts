import { expect, it } from 'vitest';
import { cardUi } from '../../../src/tui/state/card-ui.js';

it('begins at the top of the card, in light colours, with nothing focused', () => {
  expect(cardUi('card-1', 'user002')).toEqual({
    outTrackId: 'card-1',
    userId: 'user002',
    theme: 'light',
    shows: 'card',
    top: 0,
    focus: undefined,
    prompt: undefined,
    effects: [],
  });
});
