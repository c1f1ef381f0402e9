import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildOnce, projectRoot, startProgram } from '../support/run-program.js';
import { sharedSimulator } from '../support/shared-simulator.js';

const sim = sharedSimulator();
const template = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

/** Tells on stderr of every module that is asked for, however it is asked for. */
const logger = `data:text/javascript,${encodeURIComponent(`
import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  writeSync(2, 'loaded ' + url + '\\\\n');
  return next(url, context);
}\`));
`)}`;

/** Files of dist/ a call of the program loads besides the one it starts with. */
async function partsOf(args: readonly string[]): Promise<readonly string[]> {
  const nodeOptions = ['--import', logger];
  const { stderr } = await startProgram(args, { nodeOptions }).finished;
  const loaded = [...stderr.matchAll(/^loaded file:\/\/.*\/dist\/(.+)$/gm)];
  return loaded.map((match) => match[1] as string);
}

/** Packages inside a file of dist/, as the bundler listed them. */
function packagesIn(part: string): readonly string[] {
  const { outputs } = JSON.parse(
    readFileSync(path.join(projectRoot, 'dist/meta.json'), 'utf8'),
  ) as { outputs: Record<string, { inputs: Record<string, unknown> }> };
  const output = outputs[`dist/${part}`];
  expect(output, part).toBeDefined();
  const found = Object.keys(output?.inputs ?? {}).flatMap((input) => {
    if (!input.includes('node_modules/')) return [];
    const [first = '', second = ''] = (input.split('node_modules/').at(-1) ?? '').split('/');
    return [first.startsWith('@') ? `${first}/${second}` : first];
  });
  return [...new Set(found)];
}

describe('start-up', () => {
  it('is watched by a hook that sees parts being loaded', async () => {
    expect(await partsOf(['whoami', '--api', sim.origin])).toContain('whoami.mjs');
  });

  it('of --help loads no part, and what it starts with holds nothing heavy: no Ink, no card SDK, no widths of texts', async () => {
    expect(await partsOf(['--help'])).toEqual([]);
    buildOnce();
    const heavy = packagesIn('dtcard.cjs').filter((name) =>
      /^(ink|react|react-.*|yoga-layout|hono|conf|chalk|string-width|marked|@alicloud\/.*)$/.test(
        name,
      ),
    );
    expect(heavy).toEqual([]);
  });

  it('of send loads no screen and no simulator', async () => {
    const args = ['send', '--template', template, '--to', 'manager01', '--api', sim.origin];
    const parts = await partsOf(args);
    expect(parts).toEqual(expect.arrayContaining(['send.mjs', 'alicloud-sdk.mjs']));
    expect(parts.flatMap(packagesIn)).not.toEqual(expect.arrayContaining(['ink']));
    expect(parts.flatMap(packagesIn)).not.toEqual(expect.arrayContaining(['hono']));
  });

  it('of watch --json loads neither the screen nor the words of plain lines', async () => {
    const parts = await partsOf(['watch', '--json', '--api', sim.origin, '--duration', '400ms']);
    for (const part of ['start-tui.mjs', 'plain-face.mjs', 'simulator.mjs', 'sim.mjs']) {
      expect(parts).not.toContain(part);
    }
  });
});
