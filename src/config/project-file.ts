import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkShape } from '../base/check-shape.js';
import { DtcardError, messageOf } from '../base/errors.js';
import type { JsonObject } from '../base/json-text.js';
import {
  entryOf,
  jsonOf,
  type SourceNode,
  type SourceProblem,
  textOf,
} from '../base/source-node.js';
import { parseYamlSource } from '../base/yaml-source.js';
import { projectShape } from './project-shape.js';
import { secretKeys } from './secret-keys.js';
import { isTemplateAlias, sameForm } from './template-alias.js';

/** `dtcard.yaml`: what a project's cards are called. Belongs in version control. */
export interface ProjectFile {
  /** Absolute. */
  readonly path: string;
  /** By alias, in the order of the file. */
  readonly templates: ReadonlyMap<string, ProjectTemplate>;
  /** Name → what `--to` takes. */
  readonly recipients: ReadonlyMap<string, string>;
}

export interface ProjectTemplate {
  readonly alias: string;
  readonly cardTemplateId: string;
  /** Absolute. */
  readonly file?: string;
  /** Natural values of public variables. */
  readonly data: JsonObject;
  /** userId → natural values of private variables. */
  readonly privateData: Readonly<Record<string, JsonObject>>;
}

export type ReadProject =
  | { readonly ok: true; readonly project: ProjectFile }
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** @throws DtcardError E1004 when it cannot be read, E1014 with every problem of it */
export function readProjectFile(file: string): ProjectFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new DtcardError('E1004', {
      params: { path: file, detail: messageOf(error) },
      cause: error,
    });
  }
  const read = parseProject(bytes, file);
  if (read.ok) return read.project;
  throw projectInvalid(file, read.problems);
}

/** @param file its path; templates are relative to its directory */
export function parseProject(content: string | Uint8Array, file: string): ReadProject {
  const source = parseYamlSource(content, '"version: 1"');
  if (!source.ok) return source;
  const { root } = source;
  const templates = new Map<string, ProjectTemplate>();
  const recipients = new Map<string, string>();
  const secrets = secretKeys(root);
  const known = new Set(secrets.map(placeKey));
  // A value may be left out for now: `templates:` with nothing below is an empty map.
  const shape = checkShape(withoutEmpty(root), projectShape, 'the file');
  const problems = [...secrets, ...shape.filter((problem) => !known.has(placeKey(problem)))];
  for (const { key, keyPlace, value } of entriesOf(root, 'templates')) {
    const alias = sameForm(key);
    if (!isTemplateAlias(alias)) problems.push({ ...keyPlace, message: badAlias(key) });
    else if (templates.has(alias))
      problems.push({ ...keyPlace, message: `"${alias}" is there twice` });
    templates.set(alias, templateOf(alias, value, path.dirname(path.resolve(file))));
  }
  for (const { key, value } of entriesOf(root, 'recipients')) {
    recipients.set(sameForm(key), textOf(value) ?? '');
  }
  if (problems.length === 0) {
    return { ok: true, project: { path: path.resolve(file), templates, recipients } };
  }
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, problems };
}

/** E1014 with all problems in `detail`, one a line. */
export function projectInvalid(file: string, problems: readonly SourceProblem[]): DtcardError {
  const detail = problems
    .map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`)
    .join('\n');
  return new DtcardError('E1014', { params: { file, count: problems.length, detail } });
}

function templateOf(alias: string, node: SourceNode, directory: string): ProjectTemplate {
  const file = textOf(entryOf(node, 'file')?.value);
  const privateData = entriesOf(node, 'privateData').map(({ key, value }) => [
    key,
    objectOf(value),
  ]);
  return {
    alias,
    cardTemplateId: textOf(entryOf(node, 'cardTemplateId')?.value)?.trim() ?? '',
    ...(file === undefined ? {} : { file: path.resolve(directory, file) }),
    data: objectOf(entryOf(node, 'data')?.value),
    privateData: Object.fromEntries(privateData) as Record<string, JsonObject>,
  };
}

function objectOf(node: SourceNode | undefined): JsonObject {
  return node?.kind === 'map' ? (jsonOf(node) as JsonObject) : {};
}

function entriesOf(node: SourceNode, key: string) {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'map' ? value.entries : [];
}

/** The tree without the keys of the file and of its templates that have no value. */
function withoutEmpty(root: SourceNode): SourceNode {
  if (root.kind !== 'map') return root;
  const kept = root.entries.filter(({ value }) => value.kind !== 'scalar' || value.value !== null);
  return {
    ...root,
    entries: kept.map((entry) =>
      entry.key === 'templates' && entry.value.kind === 'map'
        ? {
            ...entry,
            value: { ...entry.value, entries: entry.value.entries.map(withoutEmptyParts) },
          }
        : entry,
    ),
  };
}

function withoutEmptyParts<E extends { readonly value: SourceNode }>(entry: E): E {
  const { value } = entry;
  if (value.kind !== 'map') return entry;
  const entries = value.entries.filter(
    ({ key, value: part }) =>
      !(part.kind === 'scalar' && part.value === null && (key === 'data' || key === 'privateData')),
  );
  return { ...entry, value: { ...value, entries } };
}

function placeKey({ line, column }: SourceProblem): string {
  return `${line}:${column}`;
}

function badAlias(key: string): string {
  return `"${key}" cannot be an alias; use letters, digits, ".", "_" and "-" (64 at most), and nothing that looks like an id or a file`;
}
