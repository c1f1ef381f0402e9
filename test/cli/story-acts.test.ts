import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CallbackRequest } from '../../src/card/act/effect.js';
import type { Gesture } from '../../src/card/act/gesture.js';
import { createLiveCard, type LiveCardHost } from '../../src/card/act/live-card.js';
import { mockParams } from '../../src/card/data/mock-data.js';
import { readTemplate } from '../../src/card/template/read-template.js';
import { acts } from '../../src/cli/story-acts.js';
import { idleHost } from '../support/idle-host.js';

const root = path.resolve(import.meta.dirname, '../..');

/** What the exported example sends for a gesture on the component of that name, by its place. */
async function sentBy(example: string, component: string, index: number, gesture: Gesture) {
  const file = path.join(root, `examples/${example}/template.json`);
  const template = readTemplate(readFileSync(file, 'utf8'));
  const { cardParamMap, privateParamMap } = mockParams(template);
  const card = createLiveCard({ template, cardParamMap, privateParamMap });
  const keys = [...card.view().bindings.values()]
    .filter(({ node }) => node.componentName === component)
    .map(({ key }) => key);
  const sent: CallbackRequest[] = [];
  const host: LiveCardHost = {
    ...idleHost,
    sendCallback(request) {
      sent.push(request);
      return Promise.resolve({ ok: true, cardData: {}, cardPrivateData: {} });
    },
  };
  await card.act(keys[index] ?? '', gesture, host);
  return sent.map(({ actionIds, params }) => ({ actionId: actionIds[0], params }));
}

const tapsOf = (text: string) =>
  acts
    .filter((act) => act.text.includes(text))
    .flatMap(({ taps }) => taps.map(({ actionId, params }) => ({ actionId, params })));

describe('what the story taps', () => {
  it('is what the buttons of the approval card send', async () => {
    const [rejects] = await sentBy('approval', 'ButtonList', 0, { type: 'tap' });
    const [accepts] = await sentBy('approval', 'ButtonList', 1, { type: 'tap' });
    expect(tapsOf('报')).toEqual([accepts, rejects]);
  });

  it('is what the form sends when it is filled in so', async () => {
    const values = {
      kind: { index: 0, value: 'annual' },
      from: '2026-12-01',
      days: 2,
      reason: '回家',
      urgent: false,
    };
    const [tap] = tapsOf('请假');
    const [sent] = await sentBy('leave-form', 'Form', 0, { type: 'submit', values });
    expect(sent).toMatchObject({ actionId: 'leave_form', params: { leave_form: values } });
    expect(tap?.actionId).toBe(sent?.actionId);
  });

  it('is what the rows of the vote send', async () => {
    const sent = await Promise.all(
      [0, 1].map((row) => sentBy('lunch-vote', 'SingleButton', row, { type: 'tap' })),
    );
    expect(tapsOf('吃什么')).toEqual(sent.flat());
  });
});
