import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DtcardError, messageOf } from '../base/errors.js';
import { isProfileName, type Profile, readProfile } from './profile.js';

/** One file per profile, so that a damaged one takes no other with it. */
export interface ProfileStore {
  /** Undefined when there is no such profile. @throws DtcardError E1010 naming the file */
  load(name: string): Promise<Profile | undefined>;
  /** Replaces the file as a whole, damaged or not. @throws DtcardError E1001 for a bad name, E1012 */
  save(name: string, profile: Profile): Promise<void>;
  /** False when there was none. @throws DtcardError E1012 */
  delete(name: string): Promise<boolean>;
  /** By name. A damaged file is listed with its problem. @throws DtcardError E1010 for the directory */
  list(): Promise<readonly ListedProfile[]>;
  fileOf(name: string): string;
}

type ListedProfile = { readonly name: string } & (
  | { readonly profile: Profile }
  | { readonly problem: string }
);

/** @param configDir see `resolvePaths`; created when something is saved */
export function createProfileStore(configDir: string): ProfileStore {
  const directory = path.join(configDir, 'profiles');
  const fileOf = (name: string) => path.join(directory, `${name}.json`);
  return {
    fileOf,
    async load(name) {
      if (!isProfileName(name)) return undefined;
      return readFile(fileOf(name));
    },
    async save(name, profile) {
      if (!isProfileName(name)) throw new DtcardError('E1001', { params: { detail: name } });
      // Reading needs nothing of conf; loading it costs more than the rest of a start.
      const { default: Conf } = await import('conf');
      writing(fileOf(name), () => {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        // It may have been there already, and open to others.
        chmodSync(directory, 0o700);
        const conf = new Conf<Record<string, unknown>>({
          cwd: directory,
          configName: name,
          configFileMode: 0o600,
          clearInvalidConfig: true,
          accessPropertiesByDotNotation: false,
        });
        conf.store = { ...profile };
        chmodSync(fileOf(name), 0o600);
      });
    },
    async delete(name) {
      if (!isProfileName(name)) return false;
      return writing(fileOf(name), () => {
        try {
          rmSync(fileOf(name));
          return true;
        } catch (error) {
          if (isMissing(error)) return false;
          throw error;
        }
      });
    },
    async list() {
      return profileNames(directory).map((name) => describe(name, fileOf(name)));
    },
  };
}

function readFile(file: string): Profile | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw damaged(file, messageOf(error), error);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The engine's sentence quotes the text, which holds a secret.
    throw damaged(file, 'is not JSON');
  }
  const read = readProfile(value);
  if (!read.ok) throw damaged(file, read.problem);
  return read.profile;
}

function describe(name: string, file: string): ListedProfile {
  try {
    const profile = readFile(file);
    return profile ? { name, profile } : { name, problem: 'is gone' };
  } catch (error) {
    const detail = error instanceof DtcardError ? error.params['detail'] : undefined;
    return { name, problem: String(detail ?? messageOf(error)) };
  }
}

function profileNames(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -'.json'.length))
      .filter(isProfileName)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw damaged(directory, messageOf(error), error);
  }
}

function writing<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new DtcardError('E1012', { params: { file, detail: messageOf(error) }, cause: error });
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function damaged(file: string, detail: string, cause?: unknown): DtcardError {
  return new DtcardError('E1010', { params: { file, detail }, cause });
}
