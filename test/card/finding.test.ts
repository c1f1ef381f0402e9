import { describe, expect, it } from 'vitest';
import { errorsOf, findingOf } from '../../src/card/finding.js';

describe('findings', () => {
  it('have the usual severity of their code', () => {
    expect(findingOf('T309', '$', { name: 'rows' })).toEqual({
      code: 'T309',
      severity: 'info',
      path: '$',
      params: { name: 'rows' },
    });
  });

  it('keep only the beginning of a long text', () => {
    const { params } = findingOf('T300', '$', { name: 'x'.repeat(5000), column: 3 });
    expect(params['name']).toBe(`${'x'.repeat(200)}…`);
    expect(params['column']).toBe(3);
  });

  it('that are errors are told apart', () => {
    const found = [findingOf('T100', '$'), findingOf('T103', '$'), findingOf('T309', '$')];
    expect(errorsOf(found).map(({ code }) => code)).toEqual(['T100']);
  });
});
