import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CardTemplate } from '../../src/card/template/card-template.js';
import { readTemplate } from '../../src/card/template/read-template.js';

const root = path.resolve(import.meta.dirname, '../..');

/** An export of the repository, e.g. `examples/approval/template.json`. */
export function templateAt(file: string): CardTemplate {
  return readTemplate(readFileSync(path.join(root, file), 'utf8'));
}
