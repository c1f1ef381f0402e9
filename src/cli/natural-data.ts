import path from 'node:path';
import { DtcardError } from '../base/errors.js';
import { isJsonObject, type JsonObject, parseJson } from '../base/json-text.js';
import { jsonOf } from '../base/source-node.js';
import { readInputFile } from './input-file.js';
import type { ProgramIo } from './program-io.js';
import { readAll } from './standard-input.js';

/**
 * Values by variable name as people write them: a JSON or YAML file, or `-` for standard input.
 * @throws DtcardError E1003 with the place of what is wrong, E1004
 */
export async function readNaturalData(
  io: Pick<ProgramIo, 'stdin' | 'cwd'>,
  source: string,
): Promise<JsonObject> {
  const where = source === '-' ? 'stdin' : source;
  const text =
    source === '-' ? await readAll(io.stdin) : readInputFile(path.resolve(io.cwd, source));
  const parsed = parseJson(text);
  if (parsed.ok) {
    if (isJsonObject(parsed.value)) return parsed.value;
    throw unusable(where, 'expected an object of variables');
  }
  // What begins as JSON was meant as JSON: YAML's complaint about it would lead astray.
  if (/^\s*[[{]/.test(text)) throw unusable(where, parsed.problem);
  const { parseYamlSource } = await import('../base/yaml-source.js');
  const yaml = parseYamlSource(text, 'variables, each as "name: value"');
  if (!yaml.ok) {
    const { line, column, message } = yaml.problems[0] ?? { line: 1, column: 1, message: '' };
    throw unusable(where, `${line}:${column} ${message}`);
  }
  if (yaml.root.kind !== 'map') throw unusable(where, 'expected an object of variables');
  return jsonOf(yaml.root) as JsonObject;
}

/** The same with one object per userId. @throws DtcardError E1003, E1004 */
export async function readPrivateData(
  io: Pick<ProgramIo, 'stdin' | 'cwd'>,
  source: string,
): Promise<Readonly<Record<string, JsonObject>>> {
  const byUser = await readNaturalData(io, source);
  for (const [userId, values] of Object.entries(byUser)) {
    if (isJsonObject(values)) continue;
    const where = source === '-' ? 'stdin' : source;
    throw unusable(where, `"${userId}" must be a userId with an object of variables`);
  }
  return byUser as Readonly<Record<string, JsonObject>>;
}

function unusable(where: string, detail: string): DtcardError {
  return new DtcardError('E1003', { params: { path: where, detail } });
}
