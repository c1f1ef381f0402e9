import { expect, it } from 'vitest';
import { fixed, is, request, text } from '../../../scripts/templates/exported.js';
import type { CallbackReply } from '../../../src/card/act/effect.js';
import { actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const normal = { status: fixed('dynamicSelect', 'normal') };
const toasts = { successToast: text('好 ${state}'), failureToast: text('不好') };
const condition = { op: 'and', conditions: [is('state', 'equal', 'done')] };
const variables = [{ name: 'state', type: 'string' }];

const ok: CallbackReply = { ok: true, cardData: {}, cardPrivateData: {} };

/** Presses a button whose callback is answered like this, after which the data is `state`. */
async function press(props: object, reply: CallbackReply | Error, state = 'done') {
  const button = node('SingleButton', 'b', { ...normal, ...request('go'), ...props });
  let data = { cardData: {}, cardPrivateData: {}, localData: {} };
  const { effects } = await actOn(
    [button],
    'b',
    { type: 'tap' },
    {
      variables,
      host: {
        data: () => data,
        sendCallback() {
          data = { ...data, cardData: { state } };
          return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
        },
      },
    },
  );
  return effects;
}

const toast = (content: string, kind: string) => ({ type: 'toast', toast: { content, kind } });

it('with a condition the data after the callback picks the toast', async () => {
  const props = { ...toasts, successCondition: condition };
  expect((await press(props, ok))[1]).toEqual(toast('好 done', 'success'));
  expect((await press(props, ok, 'open'))[1]).toEqual(toast('不好', 'error'));
});

it('without a condition nothing is said of a callback that arrived', async () => {
  expect(
    await press({ ...toasts, successCondition: { op: 'and', conditions: [] } }, ok),
  ).toHaveLength(1);
  expect(await press(toasts, ok)).toHaveLength(1);
});

it('menus and dialogs have no condition: arriving is success', async () => {
  const dialog = {
    actionType: 'confirm',
    confirmOkReqActionActionId: text('go'),
    confirmOkReqActionToast: text('好 ${state}'),
  };
  expect((await press(dialog, ok)).at(-1)).toEqual(toast('好 done', 'success'));
  const items = [
    {
      actionSheetAction: 'request',
      actionSheetRequestItemActionId: text('go'),
      actionSheetRequestItemSuccessToast: text('好'),
      actionSheetRequestItemFailureToast: text('不好'),
    },
  ];
  const menu = { actionType: 'actionSheet', actionSheetItems: items };
  expect((await press(menu, ok)).at(-1)).toEqual(toast('好', 'success'));
  const failed = await press(menu, { ok: false, reason: 'expired' });
  expect(failed.at(-1)).toEqual(toast('不好', 'error'));
});

it('a callback that failed says so, with or without a condition', async () => {
  const failed: CallbackReply = { ok: false, reason: 'expired' };
  expect((await press(toasts, failed))[1]).toEqual(toast('不好', 'error'));
  expect((await press({}, failed)).map(({ type }) => type)).toEqual(['callback']);
});

it('a client that rejects is a callback that failed', async () => {
  const effects = await press(toasts, new Error('no network'));
  expect(effects[0]).toMatchObject({
    type: 'callback',
    reply: { ok: false, reason: 'no network' },
  });
  expect(effects[1]).toEqual(toast('不好', 'error'));
});

it('sends nothing without an id', async () => {
  const button = node('FixedSingleButton', 'b', { ...normal, ...request('') });
  const settings = { unsetActionId: 'none' } as const;
  const { effects, sent } = await actOn([button], 'b', { type: 'tap' }, { settings });
  expect(sent).toEqual([]);
  expect(effects).toEqual([{ type: 'nothing', why: 'no-action-id' }]);
});
