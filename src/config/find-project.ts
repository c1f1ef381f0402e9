import { statSync } from 'node:fs';
import path from 'node:path';

export const projectFileName = 'dtcard.yaml';

/** The nearest `dtcard.yaml` from a directory upwards; undefined when there is none. */
export function findProjectFile(directory: string): string | undefined {
  let at = path.resolve(directory);
  for (;;) {
    const file = path.join(at, projectFileName);
    if (isFile(file)) return file;
    const above = path.dirname(at);
    if (above === at) return undefined;
    at = above;
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
