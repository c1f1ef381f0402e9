import type { JsonValue } from '../../../base/json-text.js';
import { isJsonObject } from '../../../base/json-text.js';
import { ownProp } from '../../act/prop.js';
import type { Evaluation } from '../../evaluate/evaluation.js';
import type { TemplateNode } from '../../template/card-template.js';
import { flag } from '../prop-values.js';
import type { BuildPlace, ComponentBuilder } from '../view-builder.js';
import type { FeedbackNode } from '../view-node.js';

/** The bar under an AI card: what its children say on the left, its buttons on the right. */
export const feedback: ComponentBuilder = (node, at) => {
  const parts = {
    likeDislike: flag(at, node, 'enableLikeDislike'),
    copy: flag(at, node, 'enableCopy'),
    refresh: hasRefresh(at, node),
    share: isShared(at.evaluation),
  };
  const tap = Object.values(parts).includes(true) ? at.tapOf(node) : undefined;
  return {
    ...at.base(node),
    key: at.bind(node),
    kind: 'feedback',
    ...parts,
    chosen: chosenIn(at.evaluation, node),
    divider: flag(at, node, 'enableDivider'),
    ...(tap === undefined ? undefined : { tap }),
    children: [
      ...at.children(node.children),
      ...at.children(Object.hasOwn(node.slots, SLOT) ? (node.slots[SLOT] ?? []) : []),
    ],
  };
};

const SLOT = 'customRightArea';

function hasRefresh(at: BuildPlace, node: TemplateNode): boolean {
  return (
    flag(at, node, 'enableRefresh') &&
    at.evaluation.visible(ownProp(node.props, 'refreshVisible'), at.place)
  );
}

/** Name of what this viewer chose, in local data: the `variableKey` clients send (template-format §4.4). */
export function likeKey(node: TemplateNode): string {
  return `${node.id}_likeOrDislike`;
}

function chosenIn({ data }: Evaluation, node: TemplateNode): FeedbackNode['chosen'] {
  const chosen = ownProp(data.localData, likeKey(node));
  return chosen === 'like' || chosen === 'dislike' ? chosen : 'none';
}

/** Sharing is switched on by data that no template declares (template-format §1.4). */
function isShared({ data, switches }: Evaluation): boolean {
  const share = ownProp(data.cardData, '_IC_SHARE_CARD');
  if (!isJsonObject(share)) return false;
  const name =
    switches.platform === 'pc' && Object.hasOwn(share, 'pcEnabled') ? 'pcEnabled' : 'enable';
  return isOn(ownProp(share, name));
}

const isOn = (value: JsonValue | undefined): boolean => value === true || value === 'true';
