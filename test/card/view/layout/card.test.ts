import { describe, expect, test } from 'vitest';
import { exportTemplate, type Props, ref, text } from '../../../../scripts/templates/exported.js';
import { type DrawInput, drawFile, node } from '../../../support/draw-card.js';

const draw = (props: Props, input?: DrawInput) =>
  drawFile(
    exportTemplate({
      root: node('Card', 'c', props, [node('Divider', 'd')]),
      variables: [{ name: 'lastMessage', type: 'string' }],
      locals: { folded: 'boolean' },
    }),
    input,
  );

test('a white box with round corners, dark in the dark', () => {
  expect(draw({}).root).toMatchObject({
    key: 'c',
    role: 'card',
    direction: 'column',
    align: 'stretch',
    look: { background: '#ffffff', radius: [6, 6, 6, 6], shadow: true },
    children: [{ key: 'd' }],
  });
  expect(draw({}, { switches: { theme: 'dark' } }).root).toMatchObject({
    look: { background: '#1e1e1e' },
  });
});

test('corners and paddings of newer files', () => {
  const props = {
    enableCustomBorderRadius: true,
    customBorderRadius: 12,
    paddingTop: 6,
    paddingLeft: 1,
  };
  expect(draw(props).root).toMatchObject({
    look: { radius: [12, 12, 12, 12], padding: { left: 1, right: 0, top: 6, bottom: 0 } },
  });
});

test('the summary is what summaryContent holds', () => {
  const props = { summaryContent: ref('lastMessage') };
  expect(draw(props, { cardData: { lastMessage: '审批' } }).summary).toBe('审批');
  expect(draw(props).summary).toBe('');
});

describe('folding', () => {
  const config = { needFold: true, heightLimit: 300, foldStatusLocalDataKey: 'folded' };

  test('a card that folds is folded until its variable is true', () => {
    const view = draw({ autoFoldConfig: config });
    expect(view.root).toMatchObject({
      key: 'c',
      children: [
        {
          key: 'c/fold',
          fold: { height: 300, folded: true },
          tap: { does: 'toggle', enabled: true },
          children: [{ key: 'd' }],
        },
      ],
    });
    expect(view.bindings.get('c/fold')?.part).toEqual({ kind: 'fold' });
    const open = draw({ autoFoldConfig: config }, { localData: { folded: true } });
    expect(open.root).toMatchObject({ children: [{ fold: { folded: false } }] });
  });

  test('one that does not, does not', () => {
    expect(draw({ autoFoldConfig: { ...config, needFold: false } }).bindings.size).toBe(0);
  });
});

describe('touching the card', () => {
  const link = { actionType: 'request', actionId: text('open') };

  test('does what its action says', () => {
    expect(draw(link).root).toMatchObject({ key: 'c', tap: { does: 'request', enabled: true } });
  });

  test('only while linkCondition holds', () => {
    const linkCondition = { type: 'dynamicVisible', valueType: 'fixed', value: false };
    expect(draw({ ...link, linkCondition }).root).not.toHaveProperty('tap');
  });

  test('its close button closes; its own action moves inside', () => {
    const view = draw({ ...link, showCloseButton: true, closeButtonColor: 'gray' });
    expect(view.root).toMatchObject({
      key: 'c/close',
      role: 'card',
      closeButton: true,
      tap: { does: 'close', enabled: true },
      children: [{ key: 'c', tap: { does: 'request' }, children: [{ key: 'd' }] }],
    });
    expect([...view.bindings.keys()].sort()).toEqual(['c', 'c/close']);
  });
});
