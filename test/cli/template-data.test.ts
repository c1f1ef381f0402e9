import { describe, expect, it } from 'vitest';
import { readNamedTemplate } from '../../src/cli/template-argument.js';
import {
  cardDataOf,
  readTemplateData,
  type TemplateDataFlags,
  usersOf,
} from '../../src/cli/template-data.js';
import { createProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

async function read(flags: TemplateDataFlags, project = '', stdin = '') {
  const directory = createProject();
  directory.example('lunch-vote', 'vote.json');
  directory.write(
    'dtcard.yaml',
    `version: 1\ntemplates: { vote: { cardTemplateId: v.schema, file: vote.json${project} } }\n`,
  );
  const io = createTestIo({ cwd: directory.directory, stdin });
  const named = await readNamedTemplate(io, 'vote');
  const data = await readTemplateData(io, named, flags);
  return { data, held: cardDataOf(named, data) };
}

const ofProject = ', data: { title: 午饭, dishes: [{ id: a }] }, privateData: { u1: { voted: a } }';

describe('the data of a template', () => {
  it('is the mock data where nobody has any', async () => {
    const { data, held } = await read({});
    expect(data.source).toBe('mock');
    expect(held.cardData['dishes']).toEqual(expect.any(Array));
  });

  it('is that of the project', async () => {
    const { data, held } = await read({}, ofProject);
    expect(data).toEqual({
      source: 'project',
      cardParamMap: { title: '午饭', dishes: '[{"id":"a"}]' },
      privateData: { u1: { voted: 'a' } },
      viewer: 'u1',
      encoded: ['dishes'],
    });
    expect(held).toEqual({
      cardData: { title: '午饭', dishes: [{ id: 'a' }] },
      cardPrivateData: { voted: 'a' },
      localData: {},
    });
  });

  it('is what was given on top of it', async () => {
    const { data, held } = await read({ data: '-', viewer: 'u2' }, ofProject, 'title: 晚饭\n');
    expect([data.source, data.cardParamMap['title']]).toEqual(['given', '晚饭']);
    expect(data.cardParamMap).toHaveProperty('dishes');
    expect(held.cardPrivateData).toEqual({});
  });

  it('can be the mock data, or none, all the same', async () => {
    expect((await read({ mock: true }, ofProject)).data.source).toBe('mock');
    const { data, held } = await read({ empty: true }, ofProject);
    expect([data.source, held.cardData, held.cardPrivateData]).toEqual(['none', {}, {}]);
  });

  it('takes users whose ids are names objects have', async () => {
    const own = ', privateData: { constructor: { voted: a } }';
    const { held } = await read({ viewer: 'toString' }, own);
    expect(held.cardPrivateData).toEqual({});
    expect((await read({ viewer: 'constructor' }, own)).held.cardPrivateData).toEqual({
      voted: 'a',
    });
  });
});

describe('values by user', () => {
  it('are laid over each other user by user', () => {
    expect(usersOf({ a: { x: 1, y: 1 } }, { a: { y: 2 }, b: {} })).toEqual([
      ['a', { x: 1, y: 2 }],
      ['b', {}],
    ]);
  });
});
