import { expect, test, vi } from 'vitest';
import { createApiClient } from '../../../src/simulator/page/api-client.js';
import { createTemplateShelf } from '../../../src/simulator/page/template-shelf.js';
import { cardTemplateId, setExample } from '../../support/page-store.js';
import { useSimulator } from '../../support/use-simulator.js';

test('a template is read from its file, and there is none without a file', async () => {
  const simulator = await useSimulator();
  const templates = createTemplateShelf(createApiClient(fetch, simulator.origin), () => {});
  templates.want(cardTemplateId);
  await vi.waitFor(() =>
    expect(templates.get(cardTemplateId)).toMatchObject({ is: 'absent', code: 'unknown-template' }),
  );
  setExample(simulator);
  await templates.renew(cardTemplateId);
  expect(templates.get(cardTemplateId)).toMatchObject({
    is: 'ready',
    value: { root: { componentName: 'Card' } },
  });
});
