import { defaultSwitches } from '../../card/card-data.js';
import { defaultCardSettings } from '../../card/card-settings.js';
import { createEvaluation } from '../../card/evaluate/create-evaluation.js';
import { buildView } from '../../card/view/build-view.js';
import { findingCounts, findingJson, findingLines } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import type { ProgramIo } from '../program-io.js';
import { readNamedTemplate } from '../template-argument.js';
import { cardDataOf, readTemplateData, type TemplateDataFlags } from '../template-data.js';
import { dataFindings, templateFindings, uniqueFindings } from '../template-lint.js';

export interface TemplateLintFlags extends TemplateDataFlags {
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** Exit code 1 when there are errors, or with `--strict` warnings. */
export async function runTemplateLint(
  io: ProgramIo,
  flags: TemplateLintFlags,
  [word = '']: readonly string[],
): Promise<number> {
  const named = readNamedTemplate(io, word);
  const { template } = named;
  const data = await readTemplateData(io, named, flags);
  const view = buildView(
    createEvaluation({
      template,
      data: cardDataOf(named, data),
      switches: defaultSwitches,
      settings: defaultCardSettings(),
    }),
  );
  const findings = uniqueFindings([
    ...templateFindings(template),
    // The editor's preview data is nobody's mistake.
    ...(data.source === 'mock' ? [] : dataFindings(template, data)),
    ...view.findings,
  ]);
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
