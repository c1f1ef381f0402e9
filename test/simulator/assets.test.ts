import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { builtPage, pageIn } from '../../src/simulator/assets.js';
import { buildOnce } from '../support/run-program.js';

test('a file is read when it is asked for, and kept', () => {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'dtcard-page-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const page = pageIn(new URL(`${pathToFileURL(directory).href}/`));
  expect(page.get('main.js')).toBeUndefined();
  writeFileSync(path.join(directory, 'main.js'), 'one');
  expect(new TextDecoder().decode(page.get('main.js')?.bytes)).toBe('one');
  writeFileSync(path.join(directory, 'main.js'), 'two');
  expect(new TextDecoder().decode(page.get('main.js')?.bytes)).toBe('one');
  expect(page.get('main.js')?.type).toContain('javascript');
});

test('without a directory there are no files', () => {
  expect(pageIn(undefined).get('index.html')).toBeUndefined();
});

test('the built page is found from the sources', () => {
  buildOnce();
  const html = new TextDecoder().decode(builtPage().get('index.html')?.bytes);
  expect(html).toContain('/_dtcard/page/main.js');
});
