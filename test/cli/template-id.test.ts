import { describe, expect, it } from 'vitest';
import { checkTemplateId } from '../../src/cli/template-id.js';

const uuid = 'dac1dbec-55af-40c3-be91-6d6882ef3b66';

describe('a template id', () => {
  it('is taken as it is, without blanks around it', () => {
    expect(checkTemplateId(` ${uuid}.schema\n`)).toBe(`${uuid}.schema`);
    expect(checkTemplateId('StandardCard')).toBe('StandardCard');
  });

  it.each(['', ' ', uuid, uuid.toUpperCase()])('%j lacks its ending', (given) => {
    expect(() => checkTemplateId(given)).toThrow(expect.objectContaining({ code: 'E1009' }));
  });
});
