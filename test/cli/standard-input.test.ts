import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readAll } from '../../src/cli/standard-input.js';

describe('readAll', () => {
  it('puts characters together that came in pieces', async () => {
    const bytes = Buffer.from('密钥🙂');
    const pieces = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await readAll(Readable.from(pieces))).toBe('密钥🙂');
  });

  it('drops a byte order mark and keeps the rest as it is', async () => {
    expect(await readAll(Readable.from([Buffer.from('\ufeff a\r\n\n')]))).toBe(' a\r\n\n');
    expect(await readAll(Readable.from([]))).toBe('');
  });
});
