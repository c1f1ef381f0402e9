import { describe, expect, it } from 'vitest';
import { readFilterOption } from '../../src/cli/filter-option.js';

describe('--filter', () => {
  it('is read, an empty one as none', async () => {
    expect((await readFilterOption('user:李四 or late'))?.text).toBe('user:李四 or late');
    expect(await readFilterOption(' ')).toBeUndefined();
    expect(await readFilterOption(undefined)).toBeUndefined();
  });

  it('is pointed at where it is wrong', async () => {
    await expect(readFilterOption('报销 usr:李四')).rejects.toMatchObject({
      code: 'E1001',
      params: {
        reason: 'filter.unknownFieldMeant',
        name: 'usr',
        meant: 'user',
        column: 4,
        pointed: '报销 usr:李四\n     ^^^',
      },
    });
  });
});
