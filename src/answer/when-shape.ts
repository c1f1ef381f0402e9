import type { ObjectShape, Shape } from '../base/shape.js';

const condition = (doc: string): Shape => ({ kind: 'textCondition', doc });

const filter: Shape = {
  kind: 'text',
  doc: 'A filter, e.g. user:李四 !text:谢谢; see docs/filter.md.',
};

/** `when` of a message rule. */
export const messageWhen: ObjectShape = {
  kind: 'object',
  doc: 'All of these must hold. Without it the rule matches every message.',
  mistakes: {
    userId: 'user',
    senderStaffId: 'user',
    senderNick: 'user',
    sender: 'user',
    content: 'text',
    message: 'text',
    conversationId: 'conversation',
    conversationTitle: 'conversation',
    group: 'conversation',
  },
  keys: {
    text: condition(
      'Text of the message, without the mention of the robot. Patterns look at the first 4096 characters, with several * or + at fewer.',
    ),
    user: condition('userId (senderStaffId) or nick of the sender.'),
    conversation: condition('conversationId or title of the conversation.'),
    conversationType: { kind: 'choice', values: ['group', 'single'] },
    filter,
  },
};

const tests = '{ exists: true }, { equals: … }, { includes: … } and { oneOf: […] } are tests.';

const callbackConditionKeys: Readonly<Record<string, Shape>> = {
  action: condition('One of the actionIds of the callback.'),
  params: {
    kind: 'mapOf',
    values: { kind: 'anything' },
    doc: `Values the component sent, at any depth. ${tests}`,
  },
  user: condition('userId of the person who tapped.'),
  template: condition(
    'cardTemplateId of the card, or its alias; does not hold for cards not sent from here.',
  ),
  outTrackId: condition('outTrackId of the card.'),
  conversation: condition('spaceId of the callback.'),
  card: {
    kind: 'mapOf',
    values: { kind: 'anything' },
    doc: `Public variables of the card as it is now; nothing is known of cards not sent from here. ${tests}`,
  },
  my: {
    kind: 'mapOf',
    values: { kind: 'anything' },
    doc: 'The same for the private variables of the person who tapped.',
  },
  filter,
};

const callbackMistakes: Readonly<Record<string, string>> = {
  actionId: 'action',
  actionIds: 'action',
  userId: 'user',
  cardTemplateId: 'template',
  templateId: 'template',
  spaceId: 'conversation',
  conversationId: 'conversation',
  param: 'params',
  value: 'params',
  cardData: 'card',
  cardParamMap: 'card',
  var: 'card',
  userPrivateData: 'my',
  privateData: 'my',
};

/** `when` of a callback rule. */
export const callbackWhen: ObjectShape = {
  kind: 'object',
  doc: 'All of these must hold. Without it the rule matches every callback.',
  mistakes: callbackMistakes,
  keys: callbackConditionKeys,
};

/** `guard` of a callback rule. @param otherwise what is done when it does not hold */
export function guardShape(otherwise: ObjectShape): ObjectShape {
  return {
    kind: 'object',
    doc: 'Who may: asked once everything under when holds. When one of these does not, otherwise is done instead.',
    mistakes: { ...callbackMistakes, else: 'otherwise', fail: 'otherwise', answer: 'otherwise' },
    keys: { ...callbackConditionKeys, otherwise },
  };
}
