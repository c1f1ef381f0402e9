import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DtcardError } from '../base/errors.js';
import type { JsonObject } from '../base/json-text.js';
import type { Finding } from '../card/finding.js';
import type { CardTemplate } from '../card/template/card-template.js';
import { readTemplate } from '../card/template/read-template.js';
import type { ProjectTemplate } from '../config/project-file.js';
import type { Lang } from '../i18n/sentence.js';
import { findingLines } from '../output/finding-lines.js';
import { readInputFile } from './input-file.js';
import type { ProgramIo } from './program-io.js';
import {
  openTemplateRegistry,
  type TemplateRegistry,
  templateUnknown,
} from './template-registry.js';

/** A template that was named on the command line, read. */
export interface NamedTemplate {
  /** Alias or file name, for people. */
  readonly name: string;
  readonly alias?: string;
  /** Of the project, else of the file. */
  readonly cardTemplateId?: string;
  /** Absolute. */
  readonly file: string;
  readonly template: CardTemplate;
  /** Natural values of the project; empty when it names none. */
  readonly data: JsonObject;
  readonly privateData: Readonly<Record<string, JsonObject>>;
}

/**
 * Reads the template a word stands for: an alias of the project, a cardTemplateId in it, or a file.
 * Its findings may hold errors, and `root` may be absent.
 * @throws DtcardError E1004, E1014, E1017
 */
export async function readNamedTemplate(
  io: Pick<ProgramIo, 'cwd'>,
  word: string,
): Promise<NamedTemplate> {
  const registry = await openTemplateRegistry(io.cwd);
  const found = registry.find(word);
  const file = path.resolve(io.cwd, word);
  if (found) {
    if (found.file === undefined) {
      throw new DtcardError('E1017', { params: { reason: 'no-file', template: word } });
    }
    return named(found.alias, found.file, found);
  }
  if (!existsSync(file)) {
    // What looks like a path was meant as one.
    if (/[\\/]|\.json$/i.test(word)) readInputFile(file);
    throw templateUnknown(registry, word);
  }
  return named(path.basename(word), file, entryOfFile(registry, file));
}

function named(name: string, file: string, entry: ProjectTemplate | undefined): NamedTemplate {
  const template = readTemplate(readInputFile(file));
  const cardTemplateId = entry?.cardTemplateId ?? template.cardTemplateId;
  return {
    name,
    ...(entry ? { alias: entry.alias } : {}),
    ...(cardTemplateId === undefined ? {} : { cardTemplateId }),
    file,
    template,
    data: entry?.data ?? {},
    privateData: entry?.privateData ?? {},
  };
}

/** The entry of the project that is about a file, by whatever path it is named. */
export function entryOfFile(registry: TemplateRegistry, file: string): ProjectTemplate | undefined {
  const wanted = realPathOf(file);
  return registry.templates.find(
    (one) => one.file !== undefined && realPathOf(one.file) === wanted,
  );
}

function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** E1015 with what the findings say, one a line */
export function templateUnusable(
  lang: Lang,
  file: string,
  findings: readonly Finding[],
): DtcardError {
  const detail = findingLines(findings, lang).join('\n');
  return new DtcardError('E1015', { params: { path: file, detail } });
}
