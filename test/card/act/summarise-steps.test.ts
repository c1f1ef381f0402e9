import { expect, it } from 'vitest';
import { readAction } from '../../../src/card/act/read-action.js';
import { detailOf, paramSummary, stepsOf } from '../../../src/card/act/summarise-steps.js';

const request = (actionId: string) => ({ actionType: 'request', actionId });
const of = (bundle: Parameters<typeof readAction>[0]) => stepsOf(readAction(bundle), 'own', 'menu');

it('a request is what it sends, without steps', () => {
  expect(of(request('go'))).toEqual({
    sends: { actionId: 'go', written: true, params: [] },
    steps: [],
  });
  expect(of(request(''))).toMatchObject({ sends: { actionId: 'own', written: false } });
});

it('an event from data can send anything', () => {
  expect(of({ actionType: 'dynamicEvent', dynamicEventVar: 'e' }).sends).toEqual({
    actionId: '',
    written: false,
    params: [],
  });
});

it('a chain is flattened, every step with its key', () => {
  const { steps } = of({
    actionType: 'eventChain',
    events: [
      {
        event: request(''),
        callbacks: {
          success: { leftEvent: { event: { actionType: 'toast', toastContent: '好' } } },
          failure: { leftEvent: { event: request('again') } },
        },
      },
      { event: { actionType: 'select' }, callbacks: [[{ event: request('') }]] },
    ],
  });
  expect(steps.map(({ key, does, sends }) => [key, does, sends?.actionId])).toEqual([
    ['main', 'request', 'main'],
    ['main_success_callback_0', 'toast', undefined],
    ['main_failure_callback_0', 'request', 'again'],
    ['main_1', 'select', undefined],
    ['main_1_0_0', 'request', 'main_1_0_0'],
  ]);
  expect(steps[1]?.label).toBe('好');
});

it('menus and dialogs list what can be chosen', () => {
  const { steps } = of({
    actionType: 'actionSheet',
    actionSheetItems: [
      { actionSheetName: '甲', actionSheetAction: 'request' },
      {
        actionSheetName: '乙',
        actionSheetAction: 'url',
        actionSheetUrlItemUrl: 'https://a.example',
      },
    ],
  });
  expect(steps.map(({ key, label, does, sends }) => [key, label, does, sends?.actionId])).toEqual([
    ['item 0', '甲', 'request', 'menu'],
    ['item 1', '乙', 'url', undefined],
  ]);
  const dialog = of({ actionType: 'confirm', confirmOkText: '好', confirmCancelText: '算了' });
  expect(dialog.steps.map(({ key, does }) => [key, does])).toEqual([
    ['ok', 'request'],
    ['cancel', 'none'],
  ]);
});

it('says where a parameter comes from', () => {
  const param = { name: 'p', value: 'v', variable: 'x', loop: false } as const;
  expect(paramSummary({ ...param, type: 'fixed' })).toEqual({
    name: 'p',
    from: 'fixed',
    value: 'v',
  });
  expect(paramSummary({ ...param, type: 'variable' })).toMatchObject({
    from: 'variable',
    value: 'x',
  });
  expect(paramSummary({ ...param, type: 'builtIn' })).toMatchObject({ from: 'component' });
  expect(paramSummary({ ...param, type: 'eventData' })).toMatchObject({ from: 'eventData' });
});

it('is cut where a template is absurd', () => {
  const many = Array.from({ length: 200 }, () => ({ event: request('x') }));
  const chains = Array.from({ length: 20 }, () => ({
    event: { actionType: 'eventChain', events: many },
  }));
  expect(of({ actionType: 'eventChain', events: chains }).steps).toHaveLength(1000);
});

it('a link is the one that is in force', () => {
  const urls = { url: 'https://stale.example', pcUrl: '', iosUrl: 'https://ios.example' };
  const link = (urlType: string) => detailOf(readAction({ actionType: 'url', urlType, ...urls }));
  expect(link('multiple')).toBe('https://ios.example');
  expect(link('all')).toBe('https://stale.example');
});
