// Writes the settings table of docs/simulator.md from the table the simulator reads.
// Run: node --import tsx scripts/reference.ts
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type SettingDefinition, settingDefinitions } from '../src/simulator/settings.js';

const self = fileURLToPath(import.meta.url);
const file = path.join(path.dirname(path.dirname(self)), 'docs/simulator.md');
const start = '<!-- settings: written by scripts/reference.ts -->\n';
const end = '<!-- /settings -->';

/** docs/simulator.md with the table as it should be. */
export function simulatorReference(text: string = readFileSync(file, 'utf8')): string {
  const [before, rest = ''] = text.split(start);
  const after = rest.split(end)[1];
  if (after === undefined) throw new Error(`${file} has lost its marks`);
  return `${before}${start}\n${settingsTable()}\n\n${end}${after}`;
}

function settingsTable(): string {
  const rows = Object.entries<SettingDefinition>(settingDefinitions).map(
    ([name, { default: value, values, meaning }]) =>
      `| \`${name}\` | \`${value}\`${others(value, values)} | ${meaning} |`,
  );
  return ['| setting | default, other values | meaning |', '|---|---|---|', ...rows].join('\n');
}

function others(value: SettingDefinition['default'], values: readonly string[] = []): string {
  return values
    .filter((other) => other !== value)
    .map((other) => `, \`${other}\``)
    .join('');
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === self) {
  writeFileSync(file, simulatorReference());
}
