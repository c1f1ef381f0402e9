import { loadRules, rulesInvalid } from '../../answer/load-rules.js';
import type { RuleSet } from '../../answer/rule.js';
import type { ScriptRunner } from '../../answer/script-runner.js';
import { DtcardError } from '../../base/errors.js';
import { exitCodes } from '../../base/exit-codes.js';
import type { DtcardEvent } from '../../log/event.js';
import { jsonLine } from '../../output/json-line.js';
import type { CardCallback } from '../../protocol/card-callback.js';
import { readRulesBytes } from '../checked-rules.js';
import { explainedLines } from '../explained-lines.js';
import { createLazyScripts } from '../lazy-scripts.js';
import type { ProgramIo } from '../program-io.js';
import { createRuleExplainer, type Explained, type RuleExplainer } from '../rule-explainer.js';
import { withTemplateIds } from '../rule-templates.js';
import { openTemplateRegistry, type TemplateRegistry } from '../template-registry.js';
import { readTold } from '../told-events.js';
import { subjectOfEvent, type ToldSubject } from '../told-subject.js';

export interface RulesExplainFlags {
  readonly rules?: string;
  readonly json?: boolean;
}

/**
 * Exit code 0 whether a rule matches or not.
 * @throws DtcardError E1001, E1004, E1005
 */
export async function runRulesExplain(
  io: ProgramIo,
  flags: RulesExplainFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const registry = await openTemplateRegistry(io.cwd);
  const scripts = createLazyScripts(io.clock);
  const open = (file: string) => openExplainer(io, file, registry, scripts);
  let explainer = flags.rules === undefined ? undefined : open(flags.rules);
  let count = 0;
  /** What was told before the rules were. */
  const early: DtcardEvent[] = [];
  try {
    for await (const told of readTold(io, word)) {
      const event = told.kind === 'event' ? told.event : undefined;
      const subject = event ? subjectOfEvent(event) : told;
      const named = event && flags.rules === undefined ? rulesFileOf(event) : undefined;
      if (named !== undefined && !explainer) {
        explainer = open(named);
        for (const one of early) learn(explainer, one);
      }
      if (event && explainer) learn(explainer, event);
      else if (event && !subject) early.push(event);
      if (!subject) continue;
      if (!explainer) {
        throw new DtcardError('E1001', { params: { reason: 'rules-needed', value: word } });
      }
      const explained = await explain(explainer, subject, event?.atMs ?? io.clock.now());
      if (!explained) continue;
      count += 1;
      if (flags.json) io.out(jsonLine(asJson(explained, event)));
      else {
        if (count > 1) io.out('\n');
        for (const line of plain(explained, explainer, io)) io.out(`${line}\n`);
      }
    }
  } finally {
    await scripts.close();
  }
  if (count === 0) io.err(`${io.t('rules.nothingToExplain')}\n`);
  return exitCodes.ok;
}

function openExplainer(
  io: ProgramIo,
  word: string,
  registry: TemplateRegistry,
  scripts: ScriptRunner,
): RuleExplainer {
  const { file, bytes } = readRulesBytes(io, word);
  const loaded = loadRules(bytes, file);
  if (!loaded.ok) throw rulesInvalid(word, loaded.problems);
  const rules: RuleSet = withTemplateIds(
    loaded.rules,
    (name) => registry.find(name)?.cardTemplateId ?? name,
  );
  return createRuleExplainer(rules, scripts, (id) =>
    registry.templates
      .filter(({ cardTemplateId }) => cardTemplateId === id)
      .map(({ alias }) => alias),
  );
}

/** Lines may come from anywhere: what cannot be understood teaches nothing. */
function learn(explainer: RuleExplainer, event: DtcardEvent): void {
  try {
    explainer.learn(event);
  } catch {
    // A field that every event of this type has is missing.
  }
}

function rulesFileOf(event: DtcardEvent): string | undefined {
  const { file } = event as { readonly file?: unknown };
  return event.type === 'rules.loaded' && typeof file === 'string' ? file : undefined;
}

async function explain(
  explainer: RuleExplainer,
  subject: ToldSubject,
  nowMs: number,
): Promise<Explained | undefined> {
  switch (subject.kind) {
    case 'callback':
      return explainer.callback(subject.callback, nowMs);
    case 'message':
      return explainer.message(subject.message, nowMs);
    case 'event':
      return undefined;
  }
}

function plain(explained: Explained, explainer: RuleExplainer, io: ProgramIo): readonly string[] {
  const id =
    explained.on === 'callback' ? explained.subject.userId : explained.subject.senderStaffId;
  const nick = explained.on === 'message' ? explained.subject.senderNick : '';
  return explainedLines(explained, nick || (explainer.nickOf(id) ?? id), io);
}

function asJson({ on, subject, explanation, decision, script }: Explained, event?: DtcardEvent) {
  const { rule, ...why } = explanation;
  const { exchangeId } = (event ?? {}) as { readonly exchangeId?: unknown };
  return {
    v: 1,
    on,
    ...(event && { seq: event.seq, atMs: event.atMs }),
    ...(typeof exchangeId === 'string' && { exchangeId }),
    ...(on === 'message' ? { msgId: subject.msgId } : tapOf(subject)),
    rule: rule ?? null,
    ...why,
    decision,
    ...(script && { script }),
  };
}

function tapOf({ outTrackId, userId, actionIds }: CardCallback) {
  return { outTrackId, userId, actionIds };
}
