import type { Condition, Guard, Rule, RuleLimit, RuleSet } from '../answer/rule.js';
import type { ScriptRef } from '../answer/script-runner.js';
import { isJsonObject, type JsonObject } from '../base/json-text.js';
import { entryOf, jsonOf, type Place, type SourceNode } from '../base/source-node.js';
import { parseYamlSource } from '../base/yaml-source.js';
import type { DeadlinePolicy } from '../log/event.js';

/** A rule of a file in words that need no running program. */
export interface RuleSummary {
  readonly name: string;
  readonly on: Rule['on'];
  /** From 1. */
  readonly line: number;
  readonly when: readonly WrittenCondition[];
  readonly guard?: readonly WrittenCondition[];
  readonly limit?: RuleLimit;
  readonly late?: DeadlinePolicy;
  /** What it does, as the file has it: `answer`, `fail`, `leave`, `send`, `update`, `stream`. */
  readonly does: JsonObject;
  readonly script?: ScriptRef;
  /** Where the script is named. */
  readonly scriptPlace?: Place;
}

interface WrittenCondition {
  readonly path: string;
  readonly expected: string;
}

const deeds: ReadonlySet<string> = new Set(['answer', 'fail', 'leave', 'send', 'update', 'stream']);

/** @param content that the rules were read from */
export function ruleSummaries(rules: RuleSet, content: string | Uint8Array): RuleSummary[] {
  const source = parseYamlSource(content, '');
  const list = source.ok ? entryOf(source.root, 'rules')?.value : undefined;
  const written = list?.kind === 'list' ? list.items : [];
  return rules.rules.map((rule, index) => summaryOf(rule, written[index]));
}

function summaryOf(rule: Rule, node: SourceNode | undefined): RuleSummary {
  const value = node && jsonOf(node);
  const written: JsonObject = isJsonObject(value) ? value : {};
  const scriptPlace = entryOf(node, 'script')?.value.place;
  const { name, on, line, limit, action } = rule;
  const guard = on === 'callback' ? rule.guard : undefined;
  const late = on === 'callback' ? rule.late : undefined;
  return {
    name,
    on,
    line,
    when: rule.conditions.map(writtenCondition),
    ...(guard && { guard: guardConditions(guard) }),
    ...(limit && { limit }),
    ...(late && { late }),
    does: Object.fromEntries(Object.entries(written).filter(([key]) => deeds.has(key))),
    ...(action.kind === 'script' && { script: action.script }),
    ...(scriptPlace && { scriptPlace: { line: scriptPlace.line, column: scriptPlace.column } }),
  };
}

function guardConditions({ conditions }: Guard): readonly WrittenCondition[] {
  return conditions.map(writtenCondition);
}

function writtenCondition({ path, expected }: Omit<Condition<never>, 'test' | 'actual'>) {
  return { path, expected };
}
