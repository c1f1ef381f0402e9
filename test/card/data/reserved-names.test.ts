import { describe, expect, it } from 'vitest';
import { isReservedName } from '../../../src/card/data/reserved-names.js';

describe('names of the platform', () => {
  it.each(['flowStatus', 'config', '_IC_AIGC_DETAIL_URL', '_IC_SHARE_CARD', 'sys_full_json_obj'])(
    '%s',
    (name) => {
      expect(isReservedName(name)).toBe(true);
    },
  );

  it.each(['title', 'constructor', '', 'FlowStatus'])('not %s', (name) => {
    expect(isReservedName(name)).toBe(false);
  });
});
