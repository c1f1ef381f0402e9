import { describe, expect, it } from 'vitest';
import {
  dateInputType,
  fromInputValue,
  toInputValue,
} from '../../../../src/simulator/page/paint/date-text.js';

describe('dates in the format of a card', () => {
  it.each([
    ['2026-01-05', 'yyyy-MM-dd', 'date', '2026-01-05'],
    ['2026/1/5', 'yyyy/MM/dd', 'date', '2026-01-05'],
    ['2026年01月05日', 'yyyy年MM月dd日', 'date', '2026-01-05'],
    ['2026-01-05 09:30', 'yyyy-MM-dd HH:mm', 'datetime', '2026-01-05T09:30'],
    ['09:30', 'HH:mm', 'time', '09:30'],
  ] as const)('%s (%s) is %s and back', (text, format, picker, input) => {
    expect(toInputValue(text, format, picker)).toBe(input);
    expect(toInputValue(fromInputValue(input, format, picker), format, picker)).toBe(input);
  });

  it('reads the usual form when the format does not fit', () => {
    expect(toInputValue('2026-01-05', 'yyyy/MM/dd', 'date')).toBe('2026-01-05');
  });

  it('uses the usual form when there is no format', () => {
    expect(fromInputValue('2026-01-05T09:30', '', 'datetime')).toBe('2026-01-05 09:30');
    expect(fromInputValue('09:30', '', 'time')).toBe('09:30');
  });

  it('gives nothing for what is no date', () => {
    expect(toInputValue('tomorrow', 'yyyy-MM-dd', 'date')).toBe('');
    expect(toInputValue('', '', 'date')).toBe('');
    expect(fromInputValue('', 'yyyy-MM-dd', 'date')).toBe('');
  });

  it('is not confused by a format of special characters', () => {
    expect(toInputValue('(2026)*.01+05', '(yyyy)*.MM+dd', 'date')).toBe('2026-01-05');
    expect(toInputValue('x', '((((', 'date')).toBe('');
  });
});

it('knows the type of input for each', () => {
  expect([dateInputType('date'), dateInputType('datetime'), dateInputType('time')]).toEqual([
    'date',
    'datetime-local',
    'time',
  ]);
});
