import { describe, expect, it } from 'vitest';
import { scriptNodeOptions } from '../../src/cli/script-node-options.js';

describe('options of Node for scripts', () => {
  it('are those about types', () => {
    expect(
      scriptNodeOptions(
        ['--inspect', '--experimental-strip-types'],
        '--max-old-space-size=9 --experimental-transform-types  --require x',
      ),
    ).toEqual(['--experimental-transform-types', '--experimental-strip-types']);
    expect(scriptNodeOptions([], '')).toEqual([]);
  });
});
