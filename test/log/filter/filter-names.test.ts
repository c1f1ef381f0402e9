import { describe, expect, it } from 'vitest';
import {
  fieldEntry,
  fieldNames,
  filterKinds,
  flagNames,
  kindOfType,
  meantFields,
} from '../../../src/log/filter/filter-names.js';

describe('names in filters', () => {
  it('mean one thing each', () => {
    const all = [...fieldNames, ...flagNames].map((name) => name.toLowerCase());
    expect(new Set(all).size).toBe(all.length);
    const hinted = Object.keys(meantFields).filter((name) => all.includes(name));
    // These two are fields only with a path behind them.
    expect(hinted).toEqual(['param', 'var']);
  });

  it('are hinted at by names that exist', () => {
    const shown = [...fieldNames, 'var.…', 'param.…'];
    for (const meant of Object.values(meantFields)) expect(shown).toContain(meant);
  });

  it('have every kind that an event can have', () => {
    expect(new Set(Object.values(kindOfType))).toEqual(new Set(filterKinds));
    expect(fieldEntry('type').values).toContain('callback.late');
  });
});
