import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A file of the examples that come with the program. @param name below examples/, e.g. `demo/rules.yaml` */
export function shippedExample(name: string): string {
  // The root of the package is above the bundle, or two above this file.
  const isRoot = (up: string) => existsSync(new URL(`${up}package.json`, import.meta.url));
  const root = isRoot('../') ? '../' : '../../';
  return fileURLToPath(new URL(`${root}examples/${name}`, import.meta.url));
}
