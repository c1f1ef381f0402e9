import { describe, expect, it } from 'vitest';
import { composeForm } from '../../../src/tui/state/drafts.js';
import { cardCreated, messageReceived } from '../../support/event-builders.js';
import { dataOf } from '../../support/view-data.js';

describe('a new card', () => {
  const data = dataOf([
    messageReceived('m1', 'x'),
    messageReceived('m2', 'y', {
      conversationType: '1',
      conversationId: 'cidOne',
      senderStaffId: 'user02',
      senderNick: '李四',
    }),
    cardCreated('c1', { cardTemplateId: 'seen.schema' }),
  ]);
  const form = composeForm(
    data.cards,
    data.feed,
    [
      { cardTemplateId: 'given.schema', label: '给定' },
      { cardTemplateId: 'seen.schema', label: '见过' },
    ],
    [{ to: 'cidA1b2C3d4E5f6==', label: '测试群' }],
  );

  it('offers templates seen, with their last values, and templates given, each once', () => {
    expect(form.fields[0]?.choices.map(({ value, label }) => [value, label])).toEqual([
      ['seen.schema', '见过'],
      ['given.schema', '给定'],
    ]);
    expect(form.fields[0]?.choices[0]?.cardParamMap).toMatchObject({ title: '差旅报销审批' });
  });

  it('offers recipients given and those who wrote, each once however it is spelt', () => {
    expect(form.fields[1]?.choices.map(({ value, label }) => [value, label])).toEqual([
      ['cidA1b2C3d4E5f6==', '测试群'],
      ['dtv1.card//IM_ROBOT.user02', '李四'],
    ]);
  });
});

describe('a template that comes from several places', () => {
  it('has the first name, the types of the project and the values of a rule', () => {
    const data = dataOf([]);
    const templates = [
      { cardTemplateId: 'a.schema' },
      { cardTemplateId: 'a.schema', label: '审批', cardParamMap: {}, types: { title: 'string' } },
      { cardTemplateId: 'a.schema', label: 'send-approval', cardParamMap: { title: '报销' } },
    ];
    const [template] = composeForm(data.cards, data.feed, templates, []).fields;
    expect(template?.choices).toEqual([
      {
        value: 'a.schema',
        label: '审批',
        cardParamMap: { title: '报销' },
        types: { title: 'string' },
      },
    ]);
  });

  it('lends its types to a card that was seen', () => {
    const data = dataOf([
      cardCreated('c1', { cardTemplateId: 'a.schema', cardParamMap: { n: '1' } }),
    ]);
    const templates = [{ cardTemplateId: 'a.schema', label: '审批', types: { n: 'number' } }];
    const [template] = composeForm(data.cards, data.feed, templates, []).fields;
    expect(template?.choices).toMatchObject([
      { label: '审批', cardParamMap: { n: '1' }, types: { n: 'number' } },
    ]);
  });
});
