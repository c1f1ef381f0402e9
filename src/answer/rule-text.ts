import { splitPattern } from '../base/pattern.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import type { RulePin } from './rule-pin.js';

/** A rule as the lines of a list item, without indentation. */
export function ruleLines(pin: RulePin): readonly string[] {
  const lines = [`- name: ${yamlText(pin.name)}`, '  on: callback'];
  const conditions = conditionsOf(pin);
  if (conditions.length > 0) lines.push('  when:');
  for (const [key, text] of conditions) lines.push(`    ${key}: ${yamlText(text)}`);
  if (pin.fail) return [...lines, '  fail:', `    code: ${pin.fail.code}`];
  const { cardData, userPrivateData, ...flags } = answerOf(pin);
  const content = [
    ...mapLines('cardData', cardData),
    ...mapLines('userPrivateData', userPrivateData),
  ];
  for (const [key, value] of Object.entries(flags)) content.push(`${key}: ${value}`);
  if (content.length === 0) return [...lines, '  answer: {}'];
  return [...lines, '  answer:', ...content.map((line) => `    ${line}`)];
}

/** The same in one line, for lists in brackets; it is JSON. */
export function ruleInBrackets(pin: RulePin): string {
  const { name } = pin;
  const conditions = conditionsOf(pin);
  const when = conditions.length > 0 ? { when: Object.fromEntries(conditions) } : {};
  const action = pin.fail ? { fail: { code: pin.fail.code } } : { answer: answerOf(pin) };
  const json = JSON.stringify({ name, on: 'callback', ...when, ...action });
  return escapeUnseen(json);
}

/** As a text of its own: anything YAML could take for something else is quoted. */
export function yamlText(text: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.-]*(?: [\p{L}\p{N}_.-]+)*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : escapeUnseen(JSON.stringify(text));
}

interface AnswerText {
  readonly cardData?: CardParamMap;
  readonly userPrivateData?: CardParamMap;
  readonly updateCardDataByKey?: false;
  readonly updatePrivateDataByKey?: false;
}

/** On the wire an absent flag replaces the whole map; in the file an absent flag changes by key. */
function answerOf({ response }: RulePin): AnswerText {
  const { cardData, userPrivateData, cardUpdateOptions = {} } = response ?? {};
  return {
    ...(cardData && { cardData: literalMap(cardData.cardParamMap) }),
    ...(userPrivateData && { userPrivateData: literalMap(userPrivateData.cardParamMap) }),
    ...(cardData && !cardUpdateOptions.updateCardDataByKey && { updateCardDataByKey: false }),
    ...(userPrivateData &&
      !cardUpdateOptions.updatePrivateDataByKey && { updatePrivateDataByKey: false }),
  };
}

function literalMap(map: CardParamMap): CardParamMap {
  return Object.fromEntries(Object.entries(map).map(([name, text]) => [name, literal(text)]));
}

/** In the file `${` begins a value to be worked out. */
function literal(text: string): string {
  return text.replaceAll('${', () => '$${');
}

function conditionsOf({ action, cardTemplateId, userId }: RulePin) {
  const named = [
    ['action', action],
    ['template', cardTemplateId],
    ['user', userId],
  ] as const;
  return named.flatMap(([key, text]) =>
    text === undefined ? [] : [[key, conditionText(text)] as const],
  );
}

/** A text between slashes would be a pattern; then it is written as the pattern of this text only. */
function conditionText(text: string): string {
  if (!splitPattern(text)) return literal(text);
  return `/^${text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$/`;
}

function mapLines(key: string, map: CardParamMap | undefined): readonly string[] {
  if (!map) return [];
  const entries = Object.entries(map);
  if (entries.length === 0) return [`${key}: {}`];
  return [`${key}:`, ...entries.map(([name, text]) => `  ${yamlText(name)}: ${yamlText(text)}`)];
}

/** Characters that no editor shows, or that YAML does not take as they are. */
function escapeUnseen(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
