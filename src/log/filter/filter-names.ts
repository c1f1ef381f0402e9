import type { AnswerSource, EventType } from '../event.js';

export const flagNames = [
  'waiting',
  'answered',
  'unanswered',
  'late',
  'failed',
  'duplicate',
] as const;
export type FlagName = (typeof flagNames)[number];

export const filterKinds = [
  'message',
  'callback',
  'card',
  'session',
  'connection',
  'frame',
  'api',
  'rules',
  'simulator',
  'notice',
] as const;
export type FilterKind = (typeof filterKinds)[number];

export const kindOfType: Readonly<Record<EventType, FilterKind>> = {
  'session.started': 'session',
  'session.ended': 'session',
  'connection.opening': 'connection',
  'connection.opened': 'connection',
  'connection.lost': 'connection',
  'connection.retrying': 'connection',
  'connection.draining': 'connection',
  'connection.refused': 'connection',
  'connection.closed': 'connection',
  'frame.received': 'frame',
  'frame.malformed': 'frame',
  'frame.answered': 'frame',
  'message.received': 'message',
  'message.duplicate': 'message',
  'message.unanswered': 'message',
  'callback.received': 'callback',
  'callback.duplicate': 'callback',
  'callback.answered': 'callback',
  'callback.late': 'callback',
  'callback.planned': 'callback',
  'callback.forwarded': 'callback',
  'callback.forwardReturned': 'callback',
  'callback.held': 'callback',
  'callback.holdFailed': 'callback',
  'callback.expired': 'callback',
  'callback.dropped': 'callback',
  'callback.restored': 'callback',
  'answer.armed': 'callback',
  'answer.disarmed': 'callback',
  'forward.health': 'connection',
  'split.suspected': 'connection',
  'card.created': 'card',
  'card.delivered': 'card',
  'card.undelivered': 'card',
  'card.uncertain': 'card',
  'card.failed': 'card',
  'card.updated': 'card',
  'card.updateFailed': 'card',
  'card.streamed': 'card',
  'card.streamFailed': 'card',
  'api.called': 'api',
  'api.failed': 'api',
  'rules.loaded': 'rules',
  'rules.rejected': 'rules',
  'rule.matched': 'rules',
  'rules.switched': 'rules',
  'rules.pinned': 'rules',
  'rule.scriptFailed': 'rules',
  'simulator.reported': 'simulator',
  notice: 'notice',
};

const answerSources: readonly AnswerSource[] = [
  'armed',
  'rule',
  'forward',
  'manual',
  'autoAck',
  'autoFail',
  'shutdown',
  'duplicate',
];

/** `holds`: `:` finds the value within the text. `number`: the value must be one, tookMs with a unit. */
type FieldNature = 'id' | 'holds' | 'number' | 'duration' | 'value';

interface FieldEntry {
  readonly is: FieldNature;
  /** Where these are all values there are. */
  readonly values?: readonly string[];
  /** Known when a rule looks at a message, at a callback. */
  readonly inRules?: readonly ('message' | 'callback')[];
}

const inBoth = ['message', 'callback'] as const;

export const fieldTable = {
  kind: { is: 'id', values: filterKinds, inRules: inBoth },
  type: { is: 'id', values: Object.keys(kindOfType), inRules: inBoth },
  user: { is: 'id', inRules: inBoth },
  conversation: { is: 'id', inRules: inBoth },
  conversationType: { is: 'id', values: ['group', 'single'], inRules: ['message'] },
  text: { is: 'holds', inRules: ['message'] },
  action: { is: 'id', inRules: ['callback'] },
  param: { is: 'value', inRules: ['callback'] },
  template: { is: 'id', inRules: ['callback'] },
  outTrackId: { is: 'id', inRules: ['callback'] },
  var: { is: 'value', inRules: ['callback'] },
  rule: { is: 'id' },
  source: { is: 'id', values: answerSources },
  code: { is: 'id', inRules: ['message'] },
  status: { is: 'number' },
  tookMs: { is: 'duration' },
  error: { is: 'holds' },
  method: { is: 'id' },
  path: { is: 'id' },
  level: { is: 'id', values: ['info', 'warn', 'error'] },
  msgId: { is: 'id', inRules: ['message'] },
} as const satisfies Record<string, FieldEntry>;

export type FieldName = keyof typeof fieldTable;

export const fieldNames = Object.keys(fieldTable) as readonly FieldName[];

export function fieldEntry(name: FieldName): FieldEntry {
  return fieldTable[name];
}

/** Names people try, mostly those of the wire, and what is meant. */
export const meantFields: Readonly<Record<string, string>> = {
  actionid: 'action',
  actionids: 'action',
  alias: 'template',
  cardparammap: 'var.…',
  cardtemplateid: 'template',
  content: 'text',
  conversationid: 'conversation',
  conversationtitle: 'conversation',
  data: 'var.…',
  duration: 'tookMs',
  errcode: 'code',
  event: 'type',
  group: 'conversation',
  message: 'text',
  nick: 'user',
  param: 'param.…',
  params: 'param.…',
  sender: 'user',
  sendernick: 'user',
  senderstaffid: 'user',
  spaceid: 'conversation',
  templateid: 'template',
  took: 'tookMs',
  userid: 'user',
  var: 'var.…',
  variable: 'var.…',
  vars: 'var.…',
};
