import { readFileSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { LiveTemplates, type TemplateNote } from '../../src/cli/live-templates.js';
import { createProject, type TestProject } from '../support/project.js';

let clock: ManualClock;
let project: TestProject;
let live: LiveTemplates | undefined;
let loaded: string[];
let notes: TemplateNote[];

beforeEach(() => {
  clock = new ManualClock(Date.now());
  project = createProject();
  loaded = [];
  notes = [];
});

afterEach(() => live?.close());

function open(text: string): LiveTemplates {
  const projectFile = project.write('dtcard.yaml', text);
  live = new LiveTemplates({
    projectFile,
    clock,
    onTemplate: ({ entry, template }) =>
      void loaded.push(`${entry.alias} ${template?.variables.length ?? '-'}`),
    onNote: (note) => void notes.push(note),
  });
  return live;
}

/** Time for the files to be looked at, and for a second look at what may be half a file. */
const later = () => clock.advance(3000);

const one = 'version: 1\ntemplates: { a: { cardTemplateId: a.schema, file: a.json } }\n';

describe('templates that are followed', () => {
  it('are there at once, those without a file too', () => {
    project.example('approval', 'a.json');
    const { templates } = open(
      `${one.trimEnd().slice(0, -1)}, b: { cardTemplateId: b.schema } }\n`,
    );
    expect([loaded, notes]).toEqual([['a 6', 'b -'], []]);
    expect(templates.map(({ entry, template }) => [entry.alias, template !== undefined])).toEqual([
      ['a', true],
      ['b', false],
    ]);
    expect(live?.templateOf('a.schema')?.variables).toHaveLength(6);
    expect(live?.templateOf('b.schema')).toBeUndefined();
  });

  it('come in their new version, and the last good one stays when it breaks', () => {
    const file = project.example('approval', 'a.json');
    const good = readFileSync(file, 'utf8');
    open(one);
    project.example('leave-form', 'a.json');
    later();
    expect(notes).toEqual([{ what: 'changed', alias: 'a' }]);
    const variables = live?.templateOf('a.schema')?.variables;
    project.write('a.json', good.slice(0, 500));
    later();
    expect(notes.at(-1)).toEqual({
      what: 'rejected',
      alias: 'a',
      detail: expect.stringContaining('T100') as string,
    });
    expect(live?.templateOf('a.schema')?.variables).toBe(variables);
    rmSync(file);
    later();
    expect(notes.at(-1)).toMatchObject({ what: 'rejected' });
    project.write('a.json', good);
    later();
    expect(notes.at(-1)).toEqual({ what: 'changed', alias: 'a' });
    expect(notes).toHaveLength(4);
  });

  it('may be unusable at first', () => {
    project.write('a.json', '{}');
    open(one);
    expect(notes).toMatchObject([{ what: 'unusable', alias: 'a' }]);
    expect([loaded, live?.templates.length]).toEqual([[], 1]);
    project.example('approval', 'a.json');
    later();
    expect(loaded).toEqual(['a 6']);
  });

  it('come and go with the project file', () => {
    project.example('approval', 'a.json');
    project.example('leave-form', 'b.json');
    open(one);
    project.write(
      'dtcard.yaml',
      'version: 1\ntemplates: { b: { cardTemplateId: b.schema, file: b.json } }\n',
    );
    later();
    expect(live?.templates.map(({ entry }) => entry.alias)).toEqual(['b']);
    expect(live?.templateOf('a.schema')).toBeUndefined();
    expect(notes).toMatchObject([{ what: 'projectChanged' }]);
    project.write('dtcard.yaml', 'version: 1\ntempaltes: {}\n');
    later();
    expect(notes.at(-1)).toMatchObject({
      what: 'projectRejected',
      detail: expect.stringMatching(/^2:1 unknown key "tempaltes"/) as string,
    });
    expect(live?.templates.map(({ entry }) => entry.alias)).toEqual(['b']);
  });

  it('may come later: there need not be a project file at first', () => {
    open(one);
    live?.close();
    rmSync(`${project.directory}/dtcard.yaml`);
    live = undefined;
    loaded = [];
    notes = [];
    project.example('approval', 'a.json');
    live = new LiveTemplates({
      projectFile: `${project.directory}/dtcard.yaml`,
      clock,
      onTemplate: ({ entry }) => void loaded.push(entry.alias),
      onNote: (note) => void notes.push(note),
    });
    expect([loaded, notes, live.templates]).toEqual([[], [], []]);
    project.write('dtcard.yaml', one);
    later();
    expect([loaded, notes]).toMatchObject([['a'], [{ what: 'projectChanged' }]]);
  });

  it('are left alone once closed', () => {
    project.example('approval', 'a.json');
    open(one).close();
    project.example('leave-form', 'a.json');
    later();
    expect([loaded, notes]).toEqual([['a 6'], []]);
  });
});
