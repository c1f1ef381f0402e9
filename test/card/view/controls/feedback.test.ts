import { describe, expect, test } from 'vitest';
import { all, is, text } from '../../../../scripts/templates/exported.js';
import { likeKey } from '../../../../src/card/view/controls/feedback.js';
import { drawCard, drawNode, node } from '../../../support/draw-card.js';

const bar = (props = {}) =>
  node('Feedback', 'f', { ...props }, [node('AIGenerationProcessing', 'g')]);

describe('Feedback', () => {
  test('has its parts and its children', () => {
    const props = {
      enableLikeDislike: true,
      enableCopy: true,
      enableRefresh: true,
      enableDivider: true,
    };
    expect(drawNode(bar(props))).toMatchObject({
      key: 'f',
      nodeId: 'f',
      component: 'Feedback',
      kind: 'feedback',
      likeDislike: true,
      copy: true,
      refresh: true,
      share: false,
      chosen: 'none',
      divider: true,
      tap: { does: 'feedback', enabled: true },
      children: [{ key: 'g', kind: 'generated' }],
    });
    expect(drawCard([bar(props)]).bindings.has('f')).toBe(true);
  });

  test('has no tap where nothing can be touched', () => {
    expect(drawNode(bar())).not.toHaveProperty('tap');
    expect(drawNode(bar())).toMatchObject({
      likeDislike: false,
      copy: false,
      refresh: false,
      share: false,
    });
  });

  test('draws what is in its slot behind its children', () => {
    const slot = {
      type: 'JSSlot',
      id: 's',
      value: [{ componentName: 'BaseText', id: 't', props: { text: text('右') } }],
    };
    expect(drawNode(bar({ customRightArea: slot }))).toMatchObject({
      children: [{ key: 'g' }, { key: 't', text: '右' }],
    });
    expect(drawNode(bar({ customRightArea: { type: 'JSSlot', id: 's' } }))).toMatchObject({
      children: { length: 1 },
    });
  });

  test.each([
    ['like', 'like'],
    ['dislike', 'dislike'],
    ['none', 'none'],
    [7, 'none'],
  ])('local %j is %s', (value, chosen) => {
    expect(
      drawNode(bar({ enableLikeDislike: true }), { localData: { f_likeOrDislike: value } }),
    ).toMatchObject({ chosen });
  });

  test('refreshing hides with its condition', () => {
    const refreshVisible = {
      type: 'dynamicVisible',
      valueType: 'condition',
      value: true,
      condition: all(is('x', 'isTrue')),
    };
    const input = { variables: [{ name: 'x', type: 'boolean' }] };
    expect(drawNode(bar({ enableRefresh: true, refreshVisible }), input)).toMatchObject({
      refresh: false,
    });
    expect(
      drawNode(bar({ enableRefresh: true, refreshVisible }), { ...input, cardData: { x: true } }),
    ).toMatchObject({ refresh: true });
  });

  test('sharing is switched on by data', () => {
    const shared = (share: unknown, platform: 'pc' | 'ios' = 'pc') =>
      drawNode(bar(), { cardData: { _IC_SHARE_CARD: share as never }, switches: { platform } });
    expect(shared({ enable: true })).toMatchObject({ share: true, tap: { does: 'feedback' } });
    expect(shared({ enable: true, pcEnabled: false })).toMatchObject({ share: false });
    expect(shared({ enable: true, pcEnabled: false }, 'ios')).toMatchObject({ share: true });
    expect(shared('yes')).toMatchObject({ share: false });
  });
});

test('the local variable is named as clients name it', () => {
  expect(
    likeKey({
      componentName: 'Feedback',
      id: 'node_1',
      props: {},
      children: [],
      slots: {},
      path: '$',
    }),
  ).toBe('node_1_likeOrDislike');
});
