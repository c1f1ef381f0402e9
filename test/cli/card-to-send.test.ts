import { describe, expect, it } from 'vitest';
import { type CardFlags, readCardToSend } from '../../src/cli/card-to-send.js';
import { createProject, type TestProject } from '../support/project.js';
import { createTestIo } from '../support/run-in-process.js';

const id = 'dac1dbec-55af-40c3-be91-6d6882ef3b66.schema';

function approval(): TestProject {
  const project = createProject();
  project.example('approval', 'a.json');
  project.write(
    'dtcard.yaml',
    `version: 1
templates:
  审批:
    cardTemplateId: ${id}
    file: a.json
    data: { title: 报销, amount: 12 }
  bare: { cardTemplateId: bare.schema }
  gone: { cardTemplateId: gone.schema, file: gone.json }
recipients: { 财务群: cidABC== }
`,
  );
  return project;
}

function read(project: TestProject, flags: Partial<CardFlags>, stdin = '') {
  const io = createTestIo({ cwd: project.directory, stdin });
  return readCardToSend(io, { template: '审批', to: 'user002', ...flags });
}

describe('a card to send', () => {
  it('is made of alias, recipient and values of the project', async () => {
    const card = await read(approval(), { to: '财务群', set: ['status=待处理'] });
    expect(card).toMatchObject({
      alias: '审批',
      checked: true,
      encoded: ['amount'],
      draft: {
        cardTemplateId: id,
        openSpaceId: 'dtv1.card//IM_GROUP.cidABC==',
        cardParamMap: { title: '报销', amount: '12', status: '待处理' },
      },
    });
    expect(card.draft).not.toHaveProperty('privateData');
  });

  it('is the same by id', async () => {
    expect((await read(approval(), { template: id })).alias).toBe('审批');
  });

  it('has private data where there is any', async () => {
    const flags = { privateData: '-', lint: false };
    const { draft } = await read(approval(), flags, 'user002: { remark: 1 }\n');
    expect(draft.privateData).toEqual({ user002: { cardParamMap: { remark: '1' } } });
  });

  it('is not checked where its file is not known', async () => {
    for (const template of ['bare', 'unknown.schema']) {
      const card = await read(approval(), { template, set: ['x=1'] });
      expect([card.checked, card.findings]).toEqual([false, []]);
    }
  });

  it('tells of warnings, and is refused with --strict', async () => {
    const card = await read(approval(), { set: ['titel=x'] });
    expect(card.findings).toContainEqual(expect.objectContaining({ code: 'D103' }));
    const strict = read(approval(), { set: ['titel=x'], strict: true });
    await expect(strict).rejects.toMatchObject({ code: 'E1019' });
    const unchecked = await read(approval(), { set: ['titel=x'], strict: true, lint: false });
    expect([unchecked.checked, unchecked.findings]).toEqual([false, []]);
  });

  it('is refused when its values do not fit the declared types', async () => {
    const project = approval();
    project.example('lunch-vote', 'a.json');
    const refused = read(project, { set: ['dishes=noodles'] });
    await expect(refused).rejects.toMatchObject({
      code: 'E1019',
      params: { template: '审批', detail: expect.stringContaining('dishes') as string },
    });
    const sent = await read(project, { set: ['dishes=noodles'], lint: false });
    expect(sent.draft.cardParamMap['dishes']).toBe('noodles');
  });

  it('needs its file for the check only', async () => {
    await expect(read(approval(), { template: 'gone' })).rejects.toMatchObject({ code: 'E1004' });
    expect((await read(approval(), { template: 'gone', lint: false })).checked).toBe(false);
  });

  it.each([
    ['审皮', 'E1017'],
    ['', 'E1009'],
    [id.replace('.schema', ''), 'E1009'],
  ])('cannot be made from %j', async (template, code) => {
    await expect(read(approval(), { template })).rejects.toMatchObject({ code });
  });
});
