import { describe, expect, it } from 'vitest';
import { type Finding, findingOf } from '../../src/card/finding.js';
import { findingCounts, findingJson, findingLines } from '../../src/output/finding-lines.js';

const findings: readonly Finding[] = [
  findingOf('D107', 'cardParamMap.a', { name: 'a' }),
  findingOf('T103', '$.editorData.schemaVersion', { version: '9\u001b[2J\n' }),
  findingOf('T100', '$', { problem: 'x' }),
];

describe('findings in lines', () => {
  it('come the worst first, each with what to do about it', () => {
    const lines = findingLines(findings, 'en');
    const heads = lines.filter((line) => !line.startsWith(' '));
    expect(heads.map((line) => line.slice(0, 6))).toEqual(['✗ T100', '! T103', '· D107']);
    expect(lines[1]).toMatch(/^ {4}→ \S/);
    expect(lines.join('')).not.toMatch(/[\u001b\n]/);
    expect(findingLines(findings, 'zh')[0]).toMatch(/[\u4e00-\u9fff]/);
  });

  it('are counted', () => {
    expect(findingCounts(findings, 'en')).toBe('1 error(s), 1 warning(s), 1 note(s)');
    expect(findingCounts([], 'zh')).toBe('0 个错误，0 个警告，0 个提示');
  });
});

describe('a finding as JSON', () => {
  it('has its code, name, place and an English sentence', () => {
    const json = findingJson(findingOf('T100', '$', { problem: 'x' }));
    expect(json).toMatchObject({
      code: 'T100',
      name: 'not-json',
      severity: 'error',
      path: '$',
      params: { problem: 'x' },
    });
    expect(json.message).toMatch(/^[\x20-\x7e]+$/);
  });
});
