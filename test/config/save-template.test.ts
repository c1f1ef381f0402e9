import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.js';
import { isDtcardError } from '../../src/base/errors.js';
import { readProjectFile } from '../../src/config/project-file.js';
import { saveTemplate, withTemplate } from '../../src/config/save-template.js';
import { scaledClock } from '../support/scaled-clock.js';

let directory: string;
let project: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'dtcard-save-'));
  project = path.join(directory, 'dtcard.yaml');
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';
const save = (alias: string, file = 'card.json', clock = systemClock) =>
  saveTemplate(project, { alias, cardTemplateId: id, file: path.join(directory, file) }, clock);

function edited(text: string, alias = 'a'): string {
  return withTemplate(text, { alias, cardTemplateId: id, file: '/p/t/card.json' }, '/p');
}

describe('a template in the text of a project file', () => {
  it('leaves everything else as it was', () => {
    const text = `# ours
version: 1 # of the format

templates:
  # the first one
  b: { cardTemplateId: x.schema, data: { t: "a long text ${'长 '.repeat(60)}" } }
  a:
    # from the platform
    cardTemplateId: old.schema # soon another
    data:
      title: 你好
      list:
        - 1
# and the people
recipients:
  boss: "0150"
`;
    expect(edited(text)).toBe(
      text
        .replace('old.schema', id)
        .replace('        - 1\n', '        - 1\n    file: t/card.json\n'),
    );
  });

  it.each([
    [
      'version: 1\n',
      `version: 1\ntemplates:\n  a:\n    cardTemplateId: ${id}\n    file: t/card.json\n`,
    ],
    [
      'version: 1\ntemplates:\n',
      `version: 1\ntemplates:\n  a:\n    cardTemplateId: ${id}\n    file: t/card.json\n`,
    ],
    [
      'version: 1\ntemplates: {}\n',
      `version: 1\ntemplates:\n  a:\n    cardTemplateId: ${id}\n    file: t/card.json\n`,
    ],
  ])('is added to %j', (text, after) => {
    expect(edited(text)).toBe(after);
  });

  it('keeps the byte order mark and Windows line ends', () => {
    const after = edited('\ufeffversion: 1\r\ntemplates:\r\n  b:\r\n    cardTemplateId: x\r\n');
    expect(after.startsWith('\ufeffversion: 1\r\n')).toBe(true);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is the one whose alias was written as a number, or composed otherwise', () => {
    expect(edited('version: 1\ntemplates:\n  2024:\n    cardTemplateId: x\n', '2024')).toBe(
      `version: 1\ntemplates:\n  2024:\n    cardTemplateId: ${id}\n    file: t/card.json\n`,
    );
    expect(edited('version: 1\ntemplates:\n  e\u0301:\n    cardTemplateId: x\n', 'é')).toContain(
      `e\u0301:\n    cardTemplateId: ${id}`,
    );
  });

  it('takes nothing from the entry it repeated', () => {
    const after = edited(
      'version: 1\ntemplates:\n  b: &b\n    cardTemplateId: x\n    data: { t: 1 }\n  a: *b\n',
    );
    expect(after).toContain('b: &b\n    cardTemplateId: x\n');
    expect(after).toContain(`a:\n    cardTemplateId: ${id}\n    data: { t: 1 }\n`);
  });
});

describe('saving a template', () => {
  it('makes the file, relative to it, and updates it', async () => {
    await save('审批', 'templates/审批.json');
    expect(readFileSync(project, 'utf8')).toBe(
      `version: 1\ntemplates:\n  审批:\n    cardTemplateId: ${id}\n    file: templates/审批.json\n`,
    );
    await save('审批', 'other.json');
    expect(readFileSync(project, 'utf8')).toContain('    file: other.json\n');
    expect(readdirSync(directory)).toEqual(['dtcard.yaml']);
  });

  it('begins an empty file', async () => {
    writeFileSync(project, ' \n');
    await save('a');
    expect(readProjectFile(project).templates.has('a')).toBe(true);
  });

  it('takes turns with others who save', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => save(`card${n}`)));
    expect(readProjectFile(project).templates.size).toBe(12);
    expect(readdirSync(directory)).toEqual(['dtcard.yaml']);
  });

  it('goes through a link', async () => {
    mkdirSync(path.join(directory, 'real'));
    const real = path.join(directory, 'real', 'dtcard.yaml');
    writeFileSync(real, 'version: 1\n');
    symlinkSync(real, project);
    await save('a');
    expect(lstatSync(project).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8')).toContain('a:');
  });

  it('does not touch a file that has problems', async () => {
    for (const text of ['version: 1\nnope: 1\n', '- a\n', 'version: [\n']) {
      writeFileSync(project, text);
      const error = await save('a').catch((thrown: unknown) => thrown);
      expect(isDtcardError(error) && error.code, text).toBe('E1014');
      expect(readFileSync(project, 'utf8')).toBe(text);
    }
    expect(readdirSync(directory)).toEqual(['dtcard.yaml']);
  });

  it('clears away what a crash left, and gives up on a writer that never ends', async () => {
    const beside = path.join(directory, '.dtcard.yaml.new');
    writeFileSync(beside, 'half');
    utimesSync(beside, 1, 1);
    await save('a');
    expect(existsSync(beside)).toBe(false);
    writeFileSync(beside, 'half');
    const error = await save('b', 'b.json', scaledClock(0.01)).catch((thrown: unknown) => thrown);
    expect(isDtcardError(error) && error.code).toBe('E1018');
  });

  it('says when the directory cannot be written to', async () => {
    project = path.join(directory, 'gone', 'dtcard.yaml');
    const error = await save('a').catch((thrown: unknown) => thrown);
    expect(isDtcardError(error) && error.code).toBe('E1018');
  });
});
