import { describe, expect, it } from 'vitest';
import { errorTable } from '../../src/base/error-codes.js';
import { errorMessages } from '../../src/i18n/errors.js';
import type { Sentence } from '../../src/i18n/sentence.js';

const codes = Object.entries(errorTable);
const sentences: Readonly<Record<string, Sentence | undefined>> = errorMessages;

const kindsOfThousand: Readonly<Record<string, readonly string[]>> = {
  1: ['user'],
  2: ['auth'],
  3: ['network'],
  4: ['platform'],
  5: ['user'],
  9: ['bug'],
};

describe('the table of errors', () => {
  it('gives each code its own name', () => {
    const names = codes.map(([, entry]) => entry.name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('names in kebab-case, codes as E and four digits, in order', () => {
    for (const [code, entry] of codes) {
      expect(code).toMatch(/^E\d{4}$/);
      expect(entry.name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
    const listed = codes.map(([code]) => code);
    expect(listed).toEqual([...listed].sort());
  });

  it('puts every code into the thousand of its kind', () => {
    for (const [code, entry] of codes)
      expect(kindsOfThousand[code.charAt(1)]).toContain(entry.kind);
  });

  it('keeps the codes that were released', () => {
    expect(errorTable).toMatchObject({
      E1001: { kind: 'user', name: 'usage' },
      E2001: { kind: 'auth', name: 'not-logged-in' },
      E3001: { kind: 'network', name: 'unreachable' },
      E4001: { kind: 'platform', name: 'api-refused' },
      E9001: { kind: 'bug', name: 'bug' },
    });
  });

  it('says in both languages what failed and what to do', () => {
    const missing = codes.flatMap(([code]) =>
      [code, `${code}.next`].filter(
        (key) => !sentences[key]?.zh.trim() || !sentences[key]?.en.trim(),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('has no sentence for a code that does not exist', () => {
    const known = new Set(codes.flatMap(([code]) => [code, `${code}.next`]));
    const stray = Object.keys(sentences).filter((key) => /^E\d/.test(key) && !known.has(key));
    expect(stray).toEqual([]);
  });
});
