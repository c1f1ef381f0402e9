import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { type Document, isAlias, isMap, isScalar, type Pair, parseDocument, YAMLMap } from 'yaml';
import { type Clock, sleep } from '../base/clock.js';
import { DtcardError, messageOf } from '../base/errors.js';
import { parseProject, projectInvalid } from './project-file.js';
import { sameForm } from './template-alias.js';

export interface SavedTemplate {
  readonly alias: string;
  readonly cardTemplateId: string;
  /** Absolute. */
  readonly file: string;
}

/** What a new file begins with. */
const beginning = 'version: 1\n';
/** Another program that writes takes its turn this long at most; what is older was left by a crash. */
const patienceMs = 5000;
const turnMs = 20;

/**
 * Puts a template into a project file, which is made when there is none. Everything else in it stays:
 * comments, order, other keys. Written beside it and renamed, so that nobody reads half a file; the
 * file beside it is also the lock that makes several writers take turns.
 * @throws DtcardError E1014 when the file has problems already, E1018 when it cannot be written
 */
export async function saveTemplate(
  projectFile: string,
  template: SavedTemplate,
  clock: Clock,
): Promise<void> {
  const target = realPathOf(projectFile);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.new`);
  const fd = await lock(beside, clock);
  let isOpen = true;
  try {
    const before = textOf(target);
    const after = withTemplate(
      before?.trim() ? before : beginning,
      template,
      path.dirname(projectFile),
    );
    const checked = parseProject(after, projectFile);
    if (!checked.ok) throw projectInvalid(projectFile, checked.problems);
    writeSync(fd, after);
    fsyncSync(fd);
    closeSync(fd);
    isOpen = false;
    renameSync(beside, target);
  } catch (error) {
    if (isOpen) closeSync(fd);
    rmSync(beside, { force: true });
    throw error instanceof DtcardError ? error : unwritable(target, error);
  }
}

/** @param directory what the path of the template's file is relative to */
export function withTemplate(text: string, template: SavedTemplate, directory: string): string {
  const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
  const document = parseDocument(text.slice(bom.length), { uniqueKeys: false });
  // What cannot be read is refused before it is written.
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  const root = document.contents as YAMLMap;
  const found = root.get('templates');
  const templates = isMap(found) ? found : new YAMLMap();
  if (templates !== found) root.set('templates', templates);
  const entry = entryFor(templates, template.alias, document);
  entry.set('cardTemplateId', template.cardTemplateId);
  entry.set('file', relativePath(directory, template.file));
  // Written `{}` before there was anything in it.
  if (templates.items.length === 1) templates.flow = false;
  const written = document.toString({ lineWidth: 0 });
  return bom + (/\r\n/.test(text) ? written.replaceAll('\n', '\r\n') : written);
}

function entryFor(templates: YAMLMap, alias: string, document: Document): YAMLMap {
  const pair = templates.items.find(({ key }) => sameForm(keyText(key)) === alias) as
    | Pair<unknown, unknown>
    | undefined;
  if (isMap(pair?.value)) return pair.value;
  // What another entry is made of stays its own.
  const repeated = isAlias(pair?.value) ? pair.value.resolve(document) : undefined;
  const made = isMap(repeated) ? (repeated.clone() as YAMLMap) : new YAMLMap();
  delete made.anchor;
  if (pair) pair.value = made;
  else templates.set(alias, made);
  return made;
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function relativePath(directory: string, file: string): string {
  const relative = path.relative(realPathOf(directory), realPathOf(file));
  // On another drive there is no relative path.
  return path.isAbsolute(relative) ? file : relative.split(path.sep).join('/');
}

async function lock(file: string, clock: Clock): Promise<number> {
  for (let waitedMs = 0; ; waitedMs += turnMs) {
    try {
      return openSync(file, 'wx', 0o644);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw unwritable(file, error);
      if (waitedMs > patienceMs) throw unwritable(file, error);
      if (isLeftOver(file, clock)) rmSync(file, { force: true });
      else await sleep(clock, turnMs);
    }
  }
}

function isLeftOver(file: string, clock: Clock): boolean {
  try {
    return clock.now() - statSync(file).mtimeMs > patienceMs;
  } catch {
    return false;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A link to the file stays a link. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

function unwritable(file: string, cause: unknown): DtcardError {
  return new DtcardError('E1018', { params: { file, detail: messageOf(cause) }, cause });
}
