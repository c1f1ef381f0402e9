import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFilterOption } from '../../src/cli/filter-option.js';
import { fieldEntry, fieldNames, flagNames } from '../../src/log/filter/filter-names.js';
import { errorReport, summaryOf } from '../../src/output/error-report.js';
import { blocks } from '../support/documents.js';
import { filterOf } from '../support/filters.js';
import { projectRoot } from '../support/run-program.js';

const text = readFileSync(path.join(projectRoot, 'docs/filter.md'), 'utf8');
const [fieldsTable = '', flagsTable = ''] = text.split('## Fields')[1]?.split('## Flags') ?? [];
const shown = (name: string) => (name === 'var' || name === 'param' ? `${name}.…` : name);

function firstColumn(table: string): readonly string[] {
  return [...table.split('\n## ')[0]!.matchAll(/^\| ((?:`[^`]+`(?:, )?)+) \|/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string),
  );
}

describe('docs/filter.md', () => {
  const lines = blocks(text, 'filter').flatMap((block) => block.trim().split('\n'));

  it.each(lines)('has the filter %s', (line) => {
    expect(filterOf(line).text).toBe(line);
  });

  it('lists every field and every flag', () => {
    expect(firstColumn(fieldsTable).toSorted()).toEqual(fieldNames.map(shown).toSorted());
    expect(firstColumn(flagsTable).toSorted()).toEqual([...flagNames].toSorted());
  });

  it('says what rules can ask', () => {
    const [, inRules = ''] = /## In rules\n([\s\S]*?)\n## /.exec(text) ?? [];
    const [, ofMessages = '', ofCallbacks = ''] =
      /Of a message there are([^;]*); of a callback([^;]*)\./.exec(inRules.replaceAll('\n', ' ')) ??
      [];
    const named = (part: string) =>
      [...part.matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
    const known = (about: 'message' | 'callback') =>
      fieldNames.filter((name) => fieldEntry(name).inRules?.includes(about)).map(shown);
    expect(named(ofMessages).toSorted()).toEqual(known('message').toSorted());
    expect(named(ofCallbacks).toSorted()).toEqual(known('callback').toSorted());
  });

  it('shows a mistake as the program does', async () => {
    const [block = ''] = blocks(text, 'text');
    const [, filter = ''] = block.split('\n');
    const refused: unknown = await readFilterOption(filter.trim()).catch((error: unknown) => error);
    expect(errorReport(summaryOf(refused), 'en').split('\n').slice(0, 3)).toEqual(
      block.trimEnd().split('\n'),
    );
  });
});
