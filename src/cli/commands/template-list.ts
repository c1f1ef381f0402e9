import { existsSync } from 'node:fs';
import path from 'node:path';
import { displayWidth, printable } from '../../base/display-width.js';
import { jsonLine } from '../../output/json-line.js';
import type { ProgramIo } from '../program-io.js';
import { openTemplateRegistry } from '../template-registry.js';

export interface TemplateListFlags {
  readonly json?: boolean;
}

/** The templates of the nearest dtcard.yaml, in its order. None at all is no failure. */
export async function runTemplateList(io: ProgramIo, flags: TemplateListFlags): Promise<number> {
  const { templates, projectFile } = await openTemplateRegistry(io.cwd);
  if (flags.json) {
    const listed = templates.map(({ alias, cardTemplateId, file, data, privateData }) => ({
      alias,
      cardTemplateId,
      file: file ?? null,
      isFileThere: file !== undefined && existsSync(file),
      data,
      privateData,
    }));
    io.out(jsonLine({ v: 1, project: projectFile ?? null, templates: listed }));
    return 0;
  }
  if (templates.length === 0) {
    io.err(`${io.t('template.none')}\n`);
    return 0;
  }
  const widest = Math.max(...templates.map(({ alias }) => displayWidth(alias)));
  for (const { alias, cardTemplateId, file } of templates) {
    const pad = ' '.repeat(widest - displayWidth(alias));
    const where =
      file === undefined
        ? io.t('template.noFile')
        : `${path.relative(io.cwd, file)}${existsSync(file) ? '' : ` ${io.t('template.missingFile')}`}`;
    io.out(`${printable(`${alias}${pad}  ${cardTemplateId}  ${where}`)}\n`);
  }
  return 0;
}
