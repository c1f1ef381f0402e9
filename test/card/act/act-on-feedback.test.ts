import { describe, expect, it } from 'vitest';
import { type Props, params, ref, text } from '../../../scripts/templates/exported.js';
import type { Gesture } from '../../../src/card/act/gesture.js';
import { type ActInput, actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const touch = (
  props: Props,
  part: Extract<Gesture, { type: 'feedback' }>['part'],
  input: ActInput = {},
) =>
  actOn(
    [node('Feedback', 'f', props)],
    'f',
    { type: 'feedback', part },
    {
      variables: [{ name: 'content', type: 'markdown' }],
      cardData: { content: '**答**' },
      ...input,
    },
  );

const copied = async (props: Props) => (await touch(props, 'copy')).effects;
const copyVariable = ref('content', 'markdown');

describe('the feedback bar', () => {
  it('copies a text where one is set, and the variable otherwise', async () => {
    const answer = [{ type: 'copy', text: '**答**' }];
    expect(await copied({ copyType: 'variable', copyVariable })).toEqual(answer);
    expect(await copied({ copyVariable })).toEqual(answer);
    expect(await copied({ copyType: 'common', copyVariable })).toEqual(answer);
    expect(await copied({ copyType: 'common', copyVariable, copyValue: text('自定') })).toEqual([
      { type: 'copy', text: '自定' },
    ]);
    expect(await copied({})).toEqual([{ type: 'nothing', why: 'nothing-to-copy' }]);
  });

  it('tells DingTalk what was thought of the answer, never the bot', async () => {
    const { effects, sent, data } = await touch({ params: params(['q', '1']) }, 'dislike');
    expect(effects[0]).toEqual({
      type: 'system',
      actionId: 'sys_action_like_component',
      params: {
        variableKey: 'f_likeOrDislike',
        variableValue: 'dislike',
        extraParams: { q: '1' },
      },
    });
    expect(sent).toEqual([]);
    expect(data.localData).toEqual({ f_likeOrDislike: 'dislike' });
    const again = await touch({}, 'dislike', { localData: data.localData });
    expect(again.data.localData).toEqual({ f_likeOrDislike: 'none' });
  });

  it('takes no other gesture', async () => {
    const { effects } = await actOn([node('Feedback', 'f')], 'f');
    expect(effects).toEqual([{ type: 'nothing', why: 'wrong-gesture', what: 'tap' }]);
  });
});
