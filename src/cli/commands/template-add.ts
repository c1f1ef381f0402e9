import path from 'node:path';
import { printable } from '../../base/display-width.js';
import { DtcardError } from '../../base/errors.js';
import { errorsOf } from '../../card/finding.js';
import { lintTemplate } from '../../card/lint/lint-template.js';
import { readTemplate } from '../../card/template/read-template.js';
import { projectFileName } from '../../config/find-project.js';
import { aliasOfFile, isTemplateAlias, sameForm } from '../../config/template-alias.js';
import { findingCounts, findingJson, findingLines } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import { readInputFile } from '../input-file.js';
import type { ProgramIo } from '../program-io.js';
import { entryOfFile, templateUnusable } from '../template-argument.js';
import { checkTemplateId } from '../template-id.js';
import { nodesOf } from '../template-nodes.js';
import { openTemplateRegistry, type TemplateRegistry } from '../template-registry.js';

export interface TemplateAddFlags {
  readonly id?: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** This many findings are shown; the rest is for `template lint`. */
const shownFindings = 3;

/** Registers an exported template in the nearest dtcard.yaml, else in a new one here. */
export async function runTemplateAdd(
  io: ProgramIo,
  flags: TemplateAddFlags,
  [given = '']: readonly string[],
): Promise<number> {
  const file = path.resolve(io.cwd, given);
  const template = readTemplate(readInputFile(file));
  if (template.root === undefined)
    throw templateUnusable(flags.json ? 'en' : io.lang, given, errorsOf(template.findings));
  const registry = await openTemplateRegistry(io.cwd);
  const known = entryOfFile(registry, file);
  const alias = aliasFor(flags.as ?? known?.alias, file);
  const id = flags.id ?? template.cardTemplateId ?? known?.cardTemplateId;
  if (id === undefined) throw new DtcardError('E1016', { params: { path: given } });
  const cardTemplateId = checkTemplateId(id);
  const before = registry.find(alias);
  if (before && flags.as === undefined && before !== known) refuseTaken(registry, before);

  const project = registry.projectFile ?? path.join(io.cwd, projectFileName);
  const { saveTemplate } = await import('../../config/save-template.js');
  await saveTemplate(project, { alias, cardTemplateId, file }, io.clock);
  const findings = lintTemplate(template);
  if (flags.json) {
    const listed = findings.map(findingJson);
    const updated = before !== undefined;
    io.out(jsonLine({ v: 1, alias, cardTemplateId, file, project, updated, findings: listed }));
    return 0;
  }
  const shownProject = path.relative(io.cwd, project) || project;
  const done = io.t(before ? 'template.updated' : 'template.added', {
    alias,
    cardTemplateId,
    project: shownProject,
  });
  const about = io.t('template.about', {
    type: template.type,
    kind: template.extendType,
    variables: template.variables.length,
    components: [...nodesOf(template)].length,
    counts: findingCounts(findings, io.lang),
  });
  io.out(`${printable(`✓ ${done}`)}\n  ${printable(about)}\n`);
  const serious = findings.filter(({ severity }) => severity !== 'info');
  for (const line of findingLines(serious.slice(0, shownFindings), io.lang)) io.out(`  ${line}\n`);
  if (serious.length > shownFindings) {
    io.out(`  ${printable(io.t('template.findingsLeft', { name: alias }))}\n`);
  }
  return 0;
}

/** @throws E1001 */
function aliasFor(given: string | undefined, file: string): string {
  if (given === undefined) {
    const alias = aliasOfFile(path.basename(file));
    if (alias !== undefined) return alias;
  } else if (isTemplateAlias(sameForm(given))) return sameForm(given);
  const value = given ?? path.basename(file);
  throw new DtcardError('E1001', { params: { reason: 'alias', value } });
}

/** Two files may suggest the same alias; which one is meant is not ours to guess. @throws E1001 */
function refuseTaken(
  registry: TemplateRegistry,
  { alias, file, cardTemplateId }: { alias: string; file?: string; cardTemplateId: string },
): void {
  if (file === undefined) return;
  const directory = path.dirname(registry.projectFile ?? '');
  const params = {
    reason: 'alias-taken',
    alias,
    cardTemplateId,
    file: path.relative(directory, file),
  };
  throw new DtcardError('E1001', { params });
}
