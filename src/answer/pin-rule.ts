import { entryOf, type SourceNode } from '../base/source-node.js';
import { parseYamlSource } from '../base/yaml-source.js';
import type { CardCallback, CardParamMap } from '../protocol/card-callback.js';
import { type Answer, answerOf } from './answer.js';
import { decideCallback } from './decide.js';
import { loadRules, noRules, rulesInvalid } from './load-rules.js';
import type { CallbackInput } from './match.js';
import type { RuleSet } from './rule.js';
import { createRuleMemory } from './rule-memory.js';
import type { RulePin } from './rule-pin.js';
import { type WithRule, withRule } from './rule-places.js';

export type PinnedText =
  | { readonly ok: true; readonly text: string; readonly rule: string; readonly line: number }
  /** All problems of the file, one a line; or that no place was found. */
  | { readonly ok: false; readonly detail: string };

/**
 * Writes a rule into the text of a rules file. Everything that stood there stays as it was; the rule
 * comes before the first one that takes the same tap, else last. An empty text becomes a rules file.
 * @param file its path, for messages
 */
export function pinRule(text: string, file: string, pin: RulePin): PinnedText {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const bare = text.slice(mark.length);
  const before = loadRules(bare, file);
  // A file that says nothing yet is no broken one.
  if (!before.ok && !isBlank(bare)) {
    return { ok: false, detail: rulesInvalid(file, before.problems).params['detail'] as string };
  }
  const rules = before.ok ? before.rules : noRules;
  const named = { ...pin, name: freeName(pin.name, rules) };
  const index = indexOfTaker(rules, named);
  for (const candidate of withRule(bare, index, named)) {
    const line = lineOf(candidate, bare, named, file);
    if (line !== undefined)
      return { ok: true, text: mark + candidate.text, rule: named.name, line };
  }
  return { ok: false, detail: `${file}: no place was found where this rule would come first` };
}

/** Nothing but comments, or `rules:` with nothing in it. */
function isBlank(text: string): boolean {
  const source = parseYamlSource(text, '');
  const isComments = !/^(?![ \t]*(?:#|---[ \t]*$|$))/m.test(text.replaceAll('\r', ''));
  if (!source.ok || isComments) return isComments;
  const { root } = source;
  const list = entryOf(root, 'rules')?.value;
  if (list?.kind !== 'scalar' || list.value !== null) return false;
  return root.kind === 'map' && root.entries.length <= 2 && entryOf(root, 'version') !== undefined;
}

function freeName(name: string, { rules }: RuleSet): string {
  const taken = new Set(rules.map((rule) => rule.name));
  const wanted = name.trim() === '' ? 'pinned' : name;
  let free = wanted;
  for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`;
  return free;
}

/** The place of the first rule that would take the tap; after all rules where none does. */
function indexOfTaker(rules: RuleSet, pin: RulePin): number {
  const decision = decideCallback(inputOf(rules, pin));
  if (decision.rule === undefined) return rules.rules.length;
  const at = rules.rules.findIndex((rule) => rule.name === decision.rule);
  return at < 0 ? rules.rules.length : at;
}

/** Line of the rule, where the text means what it meant before, and the new rule takes its tap. */
function lineOf(
  { text, index }: WithRule,
  before: string,
  pin: RulePin,
  file: string,
): number | undefined {
  const loaded = loadRules(text, file);
  if (!loaded.ok || !isOnlyAdded(before, text, index)) return undefined;
  const decision = decideCallback(inputOf(loaded.rules, pin));
  if (decision.kind !== 'answer' || decision.rule !== pin.name) return undefined;
  const { answer } = decision;
  const isSame = pin.fail
    ? answer.kind === 'fail' && answer.code === pin.fail.code
    : sameAnswer(answer, answerOf(pin.response));
  if (!isSame) return undefined;
  return loaded.rules.rules.find((rule) => rule.name === pin.name)?.line;
}

function inputOf(rules: RuleSet, pin: RulePin): CallbackInput {
  const callback = pin.tap?.callback ?? tapOf(pin);
  const cardTemplateId = pin.cardTemplateId ?? pin.tap?.cardTemplateId;
  // Rules may count on nothing here but the tap itself; what it is now need not be so the next time.
  return {
    rules,
    callback,
    nowMs: 0,
    memory: createRuleMemory(),
    templateOf: () => cardTemplateId,
  };
}

/** A tap the rule is for, where none was given. */
function tapOf({ action, userId = '' }: RulePin): CardCallback {
  return {
    outTrackId: '',
    corpId: '',
    userId,
    userIdType: 1,
    spaceType: '',
    spaceId: '',
    type: 'actionCallback',
    actionIds: action === undefined ? [] : [action],
    params: {},
  };
}

/** All values of the file are as they were, but for the rule at `index`. */
function isOnlyAdded(before: string, after: string, index: number): boolean {
  const now = parseYamlSource(after, '');
  if (!now.ok) return false;
  const then = parseYamlSource(before, '');
  const list = entryOf(now.root, 'rules')?.value;
  if (list?.kind !== 'list') return false;
  if (!then.ok || then.root.kind !== 'map') return list.items.length === 1;
  const rest = { ...list, items: list.items.toSpliced(index, 1) };
  const was = entryOf(then.root, 'rules')?.value;
  const others = (root: SourceNode) =>
    root.kind === 'map' ? root.entries.filter(({ key }) => key !== 'rules') : [];
  const isListKept = was?.kind === 'list' ? bare(was) === bare(rest) : rest.items.length === 0;
  return isListKept && bare(others(now.root)) === bare(others(then.root));
}

/** Without places: those move. */
function bare(part: unknown): string {
  return JSON.stringify(part, (key, value: unknown) =>
    key.toLowerCase().endsWith('place') ? undefined : value,
  );
}

/** On the wire an absent flag is false, and the flag of an absent part says nothing. */
function sameAnswer(a: Answer, b: Answer): boolean {
  return JSON.stringify(meant(a)) === JSON.stringify(meant(b));
}

function meant(answer: Answer): unknown {
  if (answer.kind === 'fail') return answer;
  const response = answer.kind === 'update' ? answer.response : {};
  const { cardData, userPrivateData, cardUpdateOptions = {} } = response;
  return [
    cardData && [cardUpdateOptions.updateCardDataByKey === true, sorted(cardData.cardParamMap)],
    userPrivateData && [
      cardUpdateOptions.updatePrivateDataByKey === true,
      sorted(userPrivateData.cardParamMap),
    ],
  ];
}

function sorted(map: CardParamMap): readonly (readonly [string, string])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
