import { describe, expect, it } from 'vitest';
import type { ScriptContext } from '../../src/answer/script-context.js';
import { scriptFollowUps } from '../../src/answer/script-follow-ups.js';
import type { JsonObject } from '../../src/base/json-text.js';
import { callback, message } from '../support/rule-subjects.js';

const onTap: ScriptContext = { on: 'callback', callback: callback() };
const onMessage: ScriptContext = { on: 'message', message: message() };

function read(reply: JsonObject, context: ScriptContext = onTap) {
  const reading = { problems: [] as string[] };
  return { then: scriptFollowUps(reply, context, reading), problems: reading.problems };
}

describe('send', () => {
  it('goes where the tapped card is, or to whoever tapped', () => {
    const { then, problems } = read({
      send: [{ template: 'a.schema' }, { template: 'b.schema', to: 'sender' }],
    });
    expect(problems).toEqual([]);
    expect(then).toMatchObject([
      { draft: { openSpaceId: 'dtv1.card//IM_GROUP.cidA1b2C3d4E5f6==' } },
      { draft: { openSpaceId: 'dtv1.card//IM_ROBOT.manager01' } },
    ]);
  });

  it('names templates by their alias, takes private data and streams', () => {
    const send = {
      template: 'approval',
      to: 'user:lisi01',
      data: { title: 'x' },
      privateData: { lisi01: { mine: 1 } },
      stream: { key: 'content', text: '你好', everyMs: 100 },
    };
    const templateIdOf = (word: string) => `${word}-id.schema`;
    expect(read({ send }, { ...onTap, templateIdOf }).then).toEqual([
      {
        kind: 'send',
        draft: {
          cardTemplateId: 'approval-id.schema',
          openSpaceId: 'dtv1.card//IM_ROBOT.lisi01',
          cardParamMap: { title: 'x' },
          privateData: { lisi01: { cardParamMap: { mine: '1' } } },
        },
        stream: { key: 'content', text: '你好', everyMs: 100, step: 12 },
      },
    ]);
  });

  it('is impossible where there is nobody to send it to', () => {
    const context: ScriptContext = { on: 'message', message: message({ senderStaffId: '' }) };
    expect(read({ send: { template: 'a.schema', to: 'sender' } }, context)).toMatchObject({
      problems: [],
      then: [
        {
          kind: 'impossible',
          cardTemplateId: 'a.schema',
          error: { code: 'E1002', params: { reason: 'no-sender' } },
        },
      ],
    });
  });
});

describe('update and stream', () => {
  it('are about the tapped card unless another one is named', () => {
    const { then, problems } = read({
      update: [
        { cardData: { a: 1 }, userPrivateData: { b: true }, privateData: { other: { c: 'x' } } },
        { outTrackId: 'track2', cardData: {}, updateCardDataByKey: false },
      ],
      stream: { key: 'content', text: 'x', step: 1 },
    });
    expect(problems).toEqual([]);
    expect(then).toEqual([
      {
        kind: 'update',
        update: {
          outTrackId: 'track1',
          cardParamMap: { a: '1' },
          privateData: {
            other: { cardParamMap: { c: 'x' } },
            manager01: { cardParamMap: { b: 'true' } },
          },
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        },
      },
      {
        kind: 'update',
        update: {
          outTrackId: 'track2',
          cardParamMap: {},
          cardUpdateOptions: { updateCardDataByKey: false, updatePrivateDataByKey: true },
        },
      },
      {
        kind: 'stream',
        outTrackId: 'track1',
        plan: { key: 'content', text: 'x', everyMs: 500, step: 1 },
      },
    ]);
  });

  it('say that people are named as the tap names them', () => {
    const context: ScriptContext = { on: 'callback', callback: callback({ userIdType: 2 }) };
    expect(read({ update: { cardData: {} } }, context).then).toMatchObject([
      { update: { userIdType: 2 } },
    ]);
  });
});

describe('what is wrong', () => {
  it.each<[JsonObject, string]>([
    [{ send: 'a.schema' }, 'send must be an object, not "a.schema"'],
    [{ send: {} }, 'send needs "template"'],
    [{ send: { template: '' } }, 'send.template must be a text, not an empty text'],
    [
      { send: [{ template: 'a' }, { templateId: 'b' }] },
      'send[1].templateId is unknown; did you mean "template"?',
    ],
    [
      { send: { template: 'a', to: 'union:x' } },
      'send.to must be conversation, sender, an openSpaceId, cid… or a userId (union-id)',
    ],
    [
      { send: { template: 'a', privateData: [] } },
      'send.privateData must be an object: the variables by userId, not a list',
    ],
    [
      { send: { template: 'a', privateData: { u: 1 } } },
      'send.privateData.u must be an object of variables, not 1',
    ],
    [{ send: { template: 'a', stream: { key: 'k' } } }, 'send.stream needs "text"'],
    [
      { stream: { key: 'k', text: 't', everyMs: 1 } },
      'stream.everyMs must be a whole number 50–60000, not 1',
    ],
    [{ update: {} }, 'update needs one of cardData, userPrivateData, privateData'],
    [
      { update: { privateCardData: {} } },
      'update.privateCardData is unknown; did you mean "userPrivateData"?',
    ],
  ])('%j is named with its path', (reply, expected) => {
    expect(read(reply).problems[0]).toBe(expected);
  });

  it.each<[JsonObject, string]>([
    [{ update: { cardData: {} } }, 'update needs "outTrackId": no card was tapped'],
    [{ stream: { key: 'k', text: 't' } }, 'stream needs "outTrackId": no card was tapped'],
    [
      { update: { outTrackId: 't', userPrivateData: {} } },
      'update.userPrivateData is that of who tapped, and nobody did; use privateData',
    ],
  ])('%j needs a tap', (reply, expected) => {
    expect(read(reply, onMessage).problems).toContain(expected);
  });
});
