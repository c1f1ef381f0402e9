import { findingCounts, findingJson, findingLines } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import type { ProgramIo } from '../program-io.js';
import { readNamedTemplate } from '../template-argument.js';
import { readTemplateData, type TemplateDataFlags } from '../template-data.js';
import { allFindings } from '../template-lint.js';

export interface TemplateLintFlags extends TemplateDataFlags {
  readonly strict?: boolean;
  /** Variables text will be streamed into. */
  readonly stream?: readonly string[];
  readonly json?: boolean;
}

/** Exit code 1 when there are errors, or with `--strict` warnings. */
export async function runTemplateLint(
  io: ProgramIo,
  flags: TemplateLintFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const named = await readNamedTemplate(io, word);
  const data = await readTemplateData(io, named, flags);
  const findings = allFindings(named.template, data, flags.stream);
  const failing = flags.strict ? ['error', 'warning'] : ['error'];
  const ok = !findings.some(({ severity }) => failing.includes(severity));
  if (flags.json) {
    const { alias, cardTemplateId, file } = named;
    const about = { alias: alias ?? null, cardTemplateId: cardTemplateId ?? null, file };
    io.out(
      jsonLine({ v: 1, ok, ...about, data: data.source, findings: findings.map(findingJson) }),
    );
    return ok ? 0 : 1;
  }
  for (const line of findingLines(findings, io.lang)) io.out(`${line}\n`);
  const end = findings.length === 0 ? io.t('template.clean') : findingCounts(findings, io.lang);
  io.out(`${ok ? '✓' : '✗'} ${end}\n`);
  return ok ? 0 : 1;
}
