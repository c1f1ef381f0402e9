import { expect, test } from 'vitest';
import type { Settings } from '../../src/simulator/settings.js';
import { createWorld, type SimTemplate } from '../../src/simulator/world.js';
import { paths, someTemplate, toPerson } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

async function createWith(
  cardTemplateId: string,
  settings: Partial<Settings> = {},
  templates?: readonly SimTemplate[],
) {
  const api = createOpenApi({ settings, world: createWorld(templates ? { templates } : {}) });
  const answer = await api.call('POST', paths.create, toPerson({ cardTemplateId }));
  return { outcome: answer.status === 200 ? 'ok' : answer.json['code'], warnings: api.warnings() };
}

test('§8 item 44: a well-formed unknown template is accepted, loudly', async () => {
  expect(await createWith(someTemplate)).toEqual({ outcome: 'ok', warnings: ['unknown-template'] });
});

test('§8 item 44: it may be refused', async () => {
  const { outcome } = await createWith(someTemplate, { unknownTemplate: 'refuse' });
  expect(outcome).toBe('param.templateNotExist');
});

test.each([someTemplate.replace('.schema', ''), 'T.schema', 'StandardCard', `${someTemplate} `])(
  '§8 item 44: %j is refused whatever the setting',
  async (id) => {
    expect((await createWith(id)).outcome).toBe('param.templateNotExist');
  },
);

test('§3.6: the public templates are known', async () => {
  const { outcome, warnings } = await createWith('382e4302-551d-4880-bf29-a30acfab2e71.schema', {
    unknownTemplate: 'refuse',
  });
  expect([outcome, warnings]).toEqual(['ok', []]);
});

test('§8 item 45: a draft is refused, or accepted by setting', async () => {
  const draft: SimTemplate = { cardTemplateId: someTemplate, status: 'draft' };
  expect((await createWith(someTemplate, {}, [draft])).outcome).toBe('param.templateUnpublished');
  expect(await createWith(someTemplate, { draftTemplate: 'accept' }, [draft])).toEqual({
    outcome: 'ok',
    warnings: ['draft-template'],
  });
});

test("§3.6: another app's template does not exist for this one", async () => {
  const foreign: SimTemplate = {
    cardTemplateId: someTemplate,
    status: 'published',
    clientId: 'dingother',
  };
  expect((await createWith(someTemplate, {}, [foreign])).outcome).toBe('param.templateNotExist');
});
