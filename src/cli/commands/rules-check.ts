import { printable } from '../../base/display-width.js';
import { exitCodes } from '../../base/exit-codes.js';
import { jsonLine } from '../../output/json-line.js';
import { type CheckedRules, checkRules } from '../checked-rules.js';
import type { ProgramIo } from '../program-io.js';
import type { RuleSummary } from '../rule-summary.js';

export interface RulesCheckFlags {
  readonly json?: boolean;
}

/** Exit code 2 when the file, or a script of it, cannot be used. */
export async function runRulesCheck(
  io: ProgramIo,
  flags: RulesCheckFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const checked = await checkRules(io, word);
  const ok = checked.problems.length === 0;
  if (flags.json) {
    const { file, problems, rules, answers } = checked;
    const warnings = checked.warnings.map(({ line, key, params }) => ({
      line,
      message: io.t(key, params),
    }));
    io.out(jsonLine({ v: 1, ok, file, problems, warnings, rules, answers }));
  } else {
    for (const line of plainLines(io, word, checked)) io.out(`${printable(line)}\n`);
  }
  return ok ? exitCodes.ok : exitCodes.usage;
}

function* plainLines(
  { t }: Pick<ProgramIo, 't'>,
  word: string,
  { problems, warnings, rules, answers }: CheckedRules,
): Generator<string> {
  for (const rule of rules) yield* ruleLines(rule);
  if (answers.length > 0) yield t('rules.answers', { names: answers.join(', ') });
  for (const { line, key, params } of warnings) yield `! ${word}:${line}: ${t(key, params)}`;
  for (const { line, column, message } of problems) {
    yield line === 0 ? `✗ ${word}: ${message}` : `✗ ${word}:${line}:${column}: ${message}`;
  }
  const isSound = problems.length === 0;
  const count = isSound ? rules.length : problems.length;
  yield `${isSound ? '✓' : '✗'} ${t(isSound ? 'rules.sound' : 'rules.unsound', { file: word, count })}`;
}

/** In the words of the file, which are those of the person reading. */
function* ruleLines(rule: RuleSummary): Generator<string> {
  const { name, on, line, when, guard = [], limit, late, does, script } = rule;
  yield `${String(line).padStart(4)}  ${name} · ${on}`;
  for (const { path, expected } of when) yield `        when ${path}: ${expected}`;
  for (const { path, expected } of guard) yield `        guard ${path}: ${expected}`;
  if (limit) yield `        limit ${limit.times} per ${limit.per}`;
  if (late) yield `        late ${late}`;
  for (const [deed, value] of Object.entries(does)) {
    yield `        ${deed} ${shortened(JSON.stringify(value))}`;
  }
  if (script) yield `        script ${script.file} (${script.timeLimitMs} ms)`;
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, 400));
  return characters.length > 160 ? `${characters.slice(0, 160).join('')}…` : text;
}
