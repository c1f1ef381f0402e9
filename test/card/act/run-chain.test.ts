import { describe, expect, it } from 'vitest';
import {
  fixed,
  type Param,
  type Props,
  params,
  ref,
  text,
} from '../../../scripts/templates/exported.js';
import type { CallbackReply } from '../../../src/card/act/effect.js';
import { type ActInput, actOn } from '../../support/act-on-card.js';
import { node } from '../../support/draw-card.js';

const normal = { status: fixed('dynamicSelect', 'normal') };
const send = (id: string, ...given: readonly Param[]): Props => ({
  actionType: 'request',
  actionId: text(id),
  params: params(...given),
});
const say = (content: string): Props => ({
  actionType: 'toast',
  toastContent: text(content),
  toastType: 1,
});
const keep = (variable: string, content: string): Props => ({
  actionType: 'setLocalState',
  localVarAction: ref(variable, 'string'),
  stringLocalValue: text(content),
});

const run = (events: readonly Props[], input: ActInput = {}) =>
  actOn(
    [node('SingleButton', 'b', { ...normal, actionType: 'eventChain', events })],
    'b',
    { type: 'tap' },
    { locals: { l: 'string' }, variables: [{ name: 'x', type: 'string' }], ...input },
  );

describe('runChain', () => {
  it('lets a later event see what an earlier one kept', async () => {
    const { sent } = await run([
      { event: keep('l', 'kept') },
      { event: send('', ['l', { variable: 'l' }]) },
    ]);
    expect(sent).toEqual([{ actionIds: ['main_1'], params: { l: 'kept' } }]);
  });

  it('starts every event before the first is answered', async () => {
    const waiting: ((reply: CallbackReply) => void)[] = [];
    const { sent } = await run([{ event: send('one') }, { event: send('two') }], {
      host: {
        sendCallback: () =>
          new Promise((resolve) => {
            waiting.push(resolve);
            if (waiting.length < 2) return;
            for (const answer of waiting.reverse()) {
              answer({ ok: true, cardData: {}, cardPrivateData: {} });
            }
          }),
      },
    });
    expect(sent.map(({ actionIds }) => actionIds[0])).toEqual(['one', 'two']);
  });

  it('gives callbacks what their own event answered', async () => {
    const success = (name: string) => ({
      success: {
        leftEvent: { event: say(`${name} \${event.cardData.x}\${event.cardPrivateData.x}`) },
      },
    });
    const { effects } = await run(
      [
        { event: send('a'), callbacks: success('a') },
        { event: send('b'), callbacks: success('b') },
      ],
      {
        host: {
          sendCallback: ({ actionIds: [id] }) =>
            Promise.resolve({
              ok: true,
              cardData: { x: `pub-${id}` },
              cardPrivateData: { x: '!' },
            }),
        },
      },
    );
    const said = effects.flatMap((effect) =>
      effect.type === 'toast' ? [effect.toast.content] : [],
    );
    expect(said).toEqual(['a pub-a!', 'b pub-b!']);
  });

  it('goes on from a toast or a local change as from a success', async () => {
    const next = { success: { leftEvent: { event: say('then') } } };
    const { effects } = await run([{ event: keep('l', 'x'), callbacks: next }]);
    expect(effects.map(({ type }) => type)).toEqual(['setLocal', 'toast']);
  });

  it('takes the failure side when an event could not do its part', async () => {
    const callbacks = { failure: { leftEvent: { event: say('没有链接') } } };
    const { effects } = await run([{ event: { actionType: 'url' }, callbacks }]);
    expect(effects.map(({ type }) => type)).toEqual(['nothing', 'toast']);
  });

  it('sends callbacks of callbacks under their own keys', async () => {
    const deeper = { success: { leftEvent: { event: send('') } } };
    const { sent } = await run([
      {
        event: send(''),
        callbacks: { success: { leftEvent: { event: send(''), callbacks: deeper } } },
      },
    ]);
    expect(sent.map(({ actionIds }) => actionIds[0])).toEqual([
      'main',
      'main_success_callback_0',
      'main_success_callback_0_success_callback_0',
    ]);
  });

  it('ends a chain that is too long', async () => {
    const many = Array.from({ length: 190 }, (_, index) => ({ event: say(String(index)) }));
    const chain = { event: { actionType: 'eventChain', events: many } };
    const { effects } = await run([chain, chain]);
    expect(effects.at(-1)).toMatchObject({ type: 'nothing', why: 'too-many-steps' });
    expect(effects.filter(({ type }) => type === 'nothing')).toHaveLength(1);
  });
});
