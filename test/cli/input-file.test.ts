import { Buffer } from 'node:buffer';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { inputText, mostInputBytes, readInputFile } from '../../src/cli/input-file.js';
import { createProject } from '../support/project.js';

describe('a file that is read', () => {
  it('is UTF-8, without its byte order mark', () => {
    const file = createProject().write('a.txt', '\ufeff你好');
    expect(readInputFile(file)).toBe('你好');
  });

  it('may be missing, or a directory', () => {
    for (const file of ['/nonexistent/a.json', os.tmpdir()]) {
      expect(() => readInputFile(file)).toThrow(
        expect.objectContaining({ code: 'E1004', params: expect.objectContaining({ path: file }) }),
      );
    }
  });
});

describe('bytes', () => {
  it.each<[string, Uint8Array, string]>([
    ['of UTF-16', Buffer.from('\ufeff{}', 'utf16le'), 'UTF-16'],
    ['of UTF-16 that does not say so', Buffer.from('{}', 'utf16le'), 'UTF-16'],
    ['of UTF-16, the other way round', Buffer.from('{}', 'utf16le').swap16(), 'UTF-16'],
    ['of another encoding', Buffer.from([0x22, 0xe9]), 'not UTF-8'],
    ['without end', Buffer.alloc(mostInputBytes + 1, 0x20), 'more than'],
  ])('%s are no text', (_name, bytes, problem) => {
    expect(inputText(bytes)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
