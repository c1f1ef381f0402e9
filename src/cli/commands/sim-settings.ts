import { displayWidth } from '../../base/display-width.js';
import { jsonLine } from '../../output/json-line.js';
import { type SettingDefinition, settingDefinitions } from '../../simulator/settings.js';
import type { ProgramIo } from '../program-io.js';

export interface SimSettingsFlags {
  readonly json?: boolean;
}

/** Every setting, its default, what it means and what the choice rests on. */
export async function runSimSettings(io: ProgramIo, flags: SimSettingsFlags): Promise<number> {
  const settings: [string, SettingDefinition][] = Object.entries(settingDefinitions);
  if (flags.json) {
    const listed = settings.map(([name, definition]) => ({ name, ...definition }));
    io.out(jsonLine({ v: 1, settings: listed }));
    return 0;
  }
  const widest = Math.max(...settings.map(([name]) => displayWidth(name)));
  for (const [name, { default: value, values, meaning, source }] of settings) {
    const choices = values ? ` (${values.join(' | ')})` : '';
    io.out(
      `${name.padEnd(widest)}  ${String(value)}${choices}\n${' '.repeat(widest)}  ${meaning} [${source}]\n`,
    );
  }
  return 0;
}
