import { performance } from 'node:perf_hooks';
import { decideCallback } from '../src/answer/decide.js';
import { loadRules } from '../src/answer/load-rules.js';
import type { CallbackInput } from '../src/answer/match.js';
import { createRuleMemory } from '../src/answer/rule-memory.js';
import type { TapKnowledge } from '../src/log/filter/tap-knowledge.js';
import type { CardCallback } from '../src/protocol/card-callback.js';
import { type Figure, figureOf } from './figure.js';
import { interleave } from './interleave.js';
import type { BenchOptions } from './options.js';

const RULES = 200;
const DECISIONS = 5000;
/** What a decision may take, ms. */
const most = 0.1;

/**
 * Rules, in this process and warm: which of 200 takes a tap, and what it says, where it is the last
 * one. The baseline is what a bot written by hand would do: compare the action with 200 texts.
 */
export async function measureRules(options: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, condition] of kinds) {
    const text = rulesText(condition);
    const loaded = loadRules(text, 'rules.yaml');
    if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
    const input: CallbackInput = {
      rules: loaded.rules,
      callback: tap,
      nowMs: Date.now(),
      memory: createRuleMemory(),
      known,
    };
    if (decideCallback(input).rule !== `r${RULES - 1}`) throw new Error(`${name}: the wrong rule`);
    const ours = () => many(() => decideCallback(input));
    const baseline = () => many(byHand);
    for (let warm = 0; warm < 3; warm++) ours();
    baseline();
    const pairs = await interleave(
      options.rounds,
      () => Promise.resolve(ours()),
      () => Promise.resolve(baseline()),
    );
    figures.push(figureOf(name, 'ms', pairs, { valueAtMost: most }));
  }
  return figures;
}

const kinds: readonly (readonly [string, (rule: number) => string])[] = [
  [`decision, ${RULES} rules, the last matches: actions`, (n) => `action: a${n}`],
  [
    `decision, ${RULES} rules, the last matches: mixed`,
    (n) =>
      [
        `action: [a${n}, b${n}]`,
        `params: { form: { reason: r${n} } }`,
        `filter: "action:a${n} var.amount>1000"`,
        `action: /^a${n}$/`,
        `card: { status: s${n} }`,
        `user: "\${card.owner${n}}"`,
        `params: { n: "\${card.n${n} ?? r}${n}" }`,
      ][n % 7] ?? '',
  ],
  [
    `decision, ${RULES} rules, the last matches: filters`,
    (n) =>
      `filter: "var.amount>1000 !user:x${n} (template:审批 or outTrackId:track*) param.form.reason:r${n}"`,
  ],
];

function rulesText(condition: (rule: number) => string): string {
  const rules = Array.from({ length: RULES }, (_, rule) => {
    const answer = `answer: { cardData: { status: "\${callback.userId} ${rule}" } }`;
    return `  - { name: r${rule}, on: callback, when: { ${condition(rule)} }, ${answer} }\n`;
  });
  return `version: 1\nrules:\n${rules.join('')}`;
}

const last = RULES - 1;

const tap: CardCallback = {
  outTrackId: 'track1',
  corpId: 'ding1',
  userId: 'manager01',
  userIdType: 1,
  spaceType: 'IM',
  spaceId: 'cidA1b2C3d4E5f6==',
  type: 'actionCallback',
  actionIds: [`a${last}`],
  params: { n: `r${last}`, form: { reason: `r${last}` } },
};

const known: TapKnowledge = {
  cardOf: () => ({
    outTrackId: 'track1',
    seq: 0,
    atMs: 0,
    cardTemplateId: 'approval.schema',
    openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==',
    phase: 'delivered',
    cardParamMap: { amount: '1200', status: `s${last}`, [`owner${last}`]: 'manager01' },
    privateData: {},
    deliveries: [],
    updates: 0,
    changedAtMs: 0,
    because: {},
    seenBy: new Map(),
  }),
  names: { nickOf: () => '张三', aliasesOf: () => ['审批'] },
};

const actions = Array.from({ length: RULES }, (_, rule) => `a${rule}`);

function byHand(): unknown {
  const index = actions.findIndex((action) => tap.actionIds.includes(action));
  return { cardData: { cardParamMap: { status: `${tap.userId} ${index}` } } };
}

/** The time of one, ms. */
function many(run: () => unknown): number {
  const begin = performance.now();
  for (let decision = 0; decision < DECISIONS; decision++) run();
  return (performance.now() - begin) / DECISIONS;
}
