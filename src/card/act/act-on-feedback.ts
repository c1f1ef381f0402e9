import type { JsonValue } from '../../base/json-text.js';
import { likeKey } from '../view/controls/feedback.js';
import type { Acting } from './acting.js';
import type { Gesture } from './gesture.js';
import { paramsOf } from './params-of.js';
import { copy, copyText } from './perform.js';
import { ownProp, textProp, variableOf } from './prop.js';
import { readParams } from './read-params.js';

/** Like, dislike and share go to DingTalk itself, never to the developer (template-format §4.4). */
export function actOnFeedback(acting: Acting, gesture: Gesture): void {
  if (gesture.type !== 'feedback') {
    acting.nothing('wrong-gesture', gesture.type);
    return;
  }
  switch (gesture.part) {
    case 'copy':
      copy(acting, copied(acting));
      return;
    case 'like':
    case 'dislike':
      rate(acting, gesture.part);
      return;
    case 'share':
      acting.record({ type: 'system', actionId: 'sys_action_ai_card_share', params: {} });
      return;
    case 'refresh':
      acting.nothing('unknown-feedback', 'refresh');
  }
}

/** The variable unless a text is set: older files have no `copyType`. */
function copied(acting: Acting): string {
  const { node, place } = acting.binding;
  const { props } = node;
  const kind = textProp(props, 'copyType');
  const fixed =
    kind === 'common' ? copyText(acting, 'common', props['copyValue'] ?? '', place) : '';
  if (fixed !== '' || variableOf(props['copyVariable']) === '') return fixed;
  return copyText(acting, 'variable', props['copyVariable'] ?? '', place);
}

/** Choosing the same again takes it back. */
function rate(acting: Acting, part: 'like' | 'dislike'): void {
  const { node, place } = acting.binding;
  const now = acting.now();
  const name = likeKey(node);
  const value: JsonValue = ownProp(now.data.localData, name) === part ? 'none' : part;
  const extraParams = paramsOf(readParams(node.props['params']), now, { place, fallbackId: '' });
  acting.record({
    type: 'system',
    actionId: 'sys_action_like_component',
    params: { variableKey: name, variableValue: value, extraParams },
  });
  acting.setLocal([{ name, value }]);
}
