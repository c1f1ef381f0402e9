import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/i18n/translate.js';
import type { EventBody } from '../../../src/log/event.js';
import { armChoices } from '../../../src/tui/state/arm-choices.js';
import { createQueueFocus } from '../../../src/tui/state/queue-focus.js';
import { templateAt } from '../../support/card-templates.js';
import { callbackAnswered, callbackReceived, cardCreated } from '../../support/event-builders.js';
import { answersAsRules } from '../../support/rule-sets.js';
import { dataOf } from '../../support/view-data.js';

const template = templateAt('examples/approval/template.json');
const t = translator('zh');

function choices(events: readonly EventBody[], hasTemplate = true) {
  const data = dataOf(events);
  const focus = createQueueFocus().read(data, undefined, undefined);
  const rules = answersAsRules([
    { label: '同意', response: {} },
    { label: '仅驳回', response: { cardData: { cardParamMap: {} } }, actions: ['reject'] },
  ]);
  const templateOf = () => (hasTemplate ? template : undefined);
  return armChoices({ data, focus }, { rules: () => rules, templateOf, t });
}

describe('what can be armed', () => {
  it('is for the focused action, else the last one, quoted where it must be', () => {
    const first = (events: readonly EventBody[]) => choices(events, false).filters;
    expect(first([callbackReceived('e1', { actionIds: ['a'] })])).toEqual(['action:a']);
    const done = [callbackReceived('e1', { actionIds: ['一 "二'] }), callbackAnswered('e1')];
    expect(first(done)).toEqual(['action:"一 \\"二"']);
    expect(first([])).toEqual(['action:']);
  });

  it('is for every action the template of the card names', () => {
    const { filters } = choices([cardCreated('dtcard-8f0c')]);
    expect(filters.length).toBeGreaterThan(1);
    expect(new Set(filters).size).toBe(filters.length);
    const tapped = choices([
      cardCreated('dtcard-8f0c'),
      callbackReceived('e1', { actionIds: ['mine'] }),
    ]);
    expect(tapped.filters[0]).toBe('action:mine');
    expect(tapped.filters.slice(1)).toEqual(filters);
  });

  it('says the answers of the file for that action, or nothing, or no', () => {
    const labels = (events: readonly EventBody[]) =>
      choices(events, false).answers.map(({ label }) => label);
    expect(labels([])).toEqual(['同意', '空确认', '以失败应答']);
    expect(labels([callbackReceived('e1', { actionIds: ['reject'] })])).toEqual([
      '同意',
      '仅驳回',
      '空确认',
      '以失败应答',
    ]);
  });
});
