import { printable, truncate } from '../base/display-width.js';
import { toParamText } from '../base/json-text.js';
import type { CardTemplate } from '../card/template/card-template.js';
import type {
  CardCallback,
  CardCallbackResponse,
  CardParamMap,
} from '../protocol/card-callback.js';
import { type Answer, answerOf } from './answer.js';
import type { CallbackRule, CallbackSubject, RuleSet } from './rule.js';
import { saidBy } from './said.js';

/**
 * An answer ready on a digit. `file`: an answer of the rules file; `rule`: what a rule would say;
 * `recent`: given by hand to this action before; `template`: what the tap sent, in the variables of
 * the template that are called the same; `again`: decided before, and not known to have arrived.
 */
export interface Slot {
  readonly label: string;
  readonly origin: 'file' | 'rule' | 'recent' | 'template' | 'again';
  readonly answer: Answer;
}

/** What prepared answers come from. */
export interface SlotSources {
  readonly rules: RuleSet | undefined;
  readonly subject: CallbackSubject;
  /** What was said by hand to this action, in the order that is to stay. */
  readonly recent: readonly CardCallbackResponse[];
  readonly template?: CardTemplate | undefined;
  /** A decision whose update is not known to have arrived. */
  readonly decided?: CardCallbackResponse | undefined;
}

/** One for each digit from 1 on. */
const slotLimit = 9;

/** The prepared answers for one callback, each once, the person's own first. */
export function slotsFor(sources: SlotSources): readonly Slot[] {
  const slots = new Map<string, Slot>();
  for (const slot of candidates(sources)) {
    const key = JSON.stringify(slot.answer);
    if (!slots.has(key)) slots.set(key, slot);
    if (slots.size === slotLimit) break;
  }
  return [...slots.values()];
}

/** The same again after something changed: what stands on a digit stays there, what is new comes after it. */
export function keepPlaces(shown: readonly Slot[], fresh: readonly Slot[]): readonly Slot[] {
  const placed = shown.map((slot) => fresh.find((one) => isSame(one, slot)) ?? slot);
  const added = fresh.filter((one) => !shown.some((slot) => isSame(one, slot)));
  return [...placed, ...added].slice(0, slotLimit);
}

/** What a slot says, in a word where nobody gave it a name. */
export function labelOfResponse({ cardData, userPrivateData }: CardCallbackResponse): string {
  const values = { ...userPrivateData?.cardParamMap, ...cardData?.cardParamMap };
  const texts = Object.entries(values).map(([name, text]) => `${name}=${text}`);
  return truncate(printable(texts.join(' ').slice(0, 10 * longestLabel)), longestLabel);
}

/** Cells. */
const longestLabel = 80;

function isSame(a: Slot, b: Slot): boolean {
  return a.label === b.label && a.origin === b.origin;
}

function* candidates(sources: SlotSources): Generator<Slot> {
  const { rules, subject, recent, template, decided } = sources;
  const { actionIds } = subject.callback;
  if (decided)
    yield { label: labelOfResponse(decided), origin: 'again', answer: answerOf(decided) };
  for (const prepared of rules?.answers ?? []) {
    const { name, actions } = prepared;
    if (actions.length > 0 && !actions.some((action) => actionIds.includes(action))) continue;
    const said = attempt(() => answerOf(prepared.response(subject)));
    if (said) yield { label: name, origin: 'file', answer: said };
  }
  const callbackRules = rules?.callbackRules ?? [];
  for (const rule of callbackRules) if (isAbout(rule, subject)) yield* ofRule(rule, subject);
  for (const response of recent) {
    yield { label: labelOfResponse(response), origin: 'recent', answer: answerOf(response) };
  }
  const echo = template && echoOf(subject.callback, template);
  if (echo) yield { label: labelOfResponse(echo), origin: 'template', answer: answerOf(echo) };
  // At last what rules say to other actions: trying out the wrong answer is a test as well.
  for (const rule of callbackRules) if (!isAbout(rule, subject)) yield* ofRule(rule, subject);
}

function* ofRule({ name, action }: CallbackRule, subject: CallbackSubject): Generator<Slot> {
  // As the first use of it would say.
  const answer = saidBy(action, { ...subject, uses: 1 });
  if (answer && answer.kind !== 'empty') yield { label: name, origin: 'rule', answer };
}

/** It is for this action and template, whoever tapped and whatever the card says. */
function isAbout({ conditions }: CallbackRule, subject: CallbackSubject): boolean {
  const namesAction = conditions.some(({ path }) => path === 'action');
  const asked = conditions.filter(
    ({ path }) => path === 'action' || path === 'template' || (path === 'filter' && !namesAction),
  );
  return attempt(() => asked.every((condition) => condition.test(subject))) ?? false;
}

/** What the tap sent, written into the variables of the same name; undefined when there are none. */
function echoOf(
  { params }: CardCallback,
  { variables }: CardTemplate,
): CardCallbackResponse | undefined {
  const sent = (isPrivate: boolean): CardParamMap =>
    Object.fromEntries(
      variables.flatMap(({ name, private: own }) => {
        const value = Object.hasOwn(params, name) ? params[name] : undefined;
        return own === isPrivate && value !== undefined ? [[name, toParamText(value)]] : [];
      }),
    );
  const cardParamMap = sent(false);
  const own = sent(true);
  const hasPublic = Object.keys(cardParamMap).length > 0;
  const hasOwn = Object.keys(own).length > 0;
  if (!hasPublic && !hasOwn) return undefined;
  return {
    cardUpdateOptions: {
      ...(hasPublic ? { updateCardDataByKey: true } : {}),
      ...(hasOwn ? { updatePrivateDataByKey: true } : {}),
    },
    ...(hasPublic ? { cardData: { cardParamMap } } : {}),
    ...(hasOwn ? { userPrivateData: { cardParamMap: own } } : {}),
  };
}

/** Values of rules are worked out from foreign data; one that fails is not offered. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
