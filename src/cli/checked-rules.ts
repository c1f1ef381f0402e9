import { existsSync } from 'node:fs';
import path from 'node:path';
import { readBytes } from '../answer/file-watch.js';
import { loadRules } from '../answer/load-rules.js';
import { DtcardError } from '../base/errors.js';
import { maxSourceBytes } from '../base/yaml-source.js';
import { errorSentence, nextStep } from '../i18n/error-sentence.js';
import type { RuleProblem } from '../log/event.js';
import { misspeltVariables } from './misspelt-variables.js';
import type { ProgramIo } from './program-io.js';
import { type RuleSummary, ruleSummaries } from './rule-summary.js';
import { type RuleWarning, ruleWarnings } from './rule-warnings.js';
import { scriptNodeOptions } from './script-node-options.js';
import { openTemplateRegistry } from './template-registry.js';

/** A rules file, and everything that can be told of it without an event. */
export interface CheckedRules {
  /** Absolute path. */
  readonly file: string;
  readonly problems: readonly RuleProblem[];
  readonly warnings: readonly RuleWarning[];
  readonly rules: readonly RuleSummary[];
  /** Names of the prepared answers. */
  readonly answers: readonly string[];
}

/**
 * Checks a rules file; the modules of its scripts are loaded, each once.
 * @throws DtcardError E1004 when it cannot be read, E1014 for a project file that cannot be used
 */
export async function checkRules(io: ProgramIo, word: string): Promise<CheckedRules> {
  const { file, bytes } = readRulesBytes(io, word);
  const loaded = loadRules(bytes, file);
  if (!loaded.ok) {
    return { file, problems: loaded.problems, warnings: [], rules: [], answers: [] };
  }
  const { rules } = loaded;
  const registry = await openTemplateRegistry(io.cwd);
  const summaries = ruleSummaries(rules, bytes);
  return {
    file,
    problems: await scriptProblems(io, summaries),
    warnings: [...ruleWarnings(rules, registry), ...misspeltVariables(bytes)].sort(
      (a, b) => a.line - b.line,
    ),
    rules: summaries,
    answers: rules.answers.map(({ name }) => name),
  };
}

/** @throws DtcardError E1004 */
export function readRulesBytes(io: Pick<ProgramIo, 'cwd'>, word: string) {
  const file = path.resolve(io.cwd, word);
  const read = existsSync(file)
    ? readBytes(file, maxSourceBytes, true)
    : { ok: false as const, problem: 'no such file' };
  if (!read.ok) throw new DtcardError('E1004', { params: { path: word, detail: read.problem } });
  return { file, bytes: read.bytes };
}

async function scriptProblems(
  io: ProgramIo,
  rules: readonly RuleSummary[],
): Promise<RuleProblem[]> {
  const problems: RuleProblem[] = [];
  const told = new Map<string, string | undefined>();
  for (const { script, line, scriptPlace = { line, column: 1 } } of rules) {
    if (!script) continue;
    const { file } = script;
    if (!told.has(file)) told.set(file, await unusable(io, file));
    const message = told.get(file);
    if (message !== undefined) problems.push({ ...scriptPlace, message });
  }
  return problems;
}

async function unusable(io: ProgramIo, file: string): Promise<string | undefined> {
  const { checkScript } = await import('../answer/create-script-runner.js');
  const error = await checkScript(file, { clock: io.clock, execArgv: scriptNodeOptions() });
  if (!error) return undefined;
  const sentence = errorSentence(error, io.lang);
  // What to do about a module that does not load at all is known best from the cause.
  if (error.params['reason'] === 'load') return sentence;
  return [sentence, nextStep(error, io.lang)].filter(Boolean).join('; ');
}
