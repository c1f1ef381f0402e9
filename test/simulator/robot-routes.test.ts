import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/json-text.js';
import { createWorld } from '../../src/simulator/world.js';
import { groupId, paths, robotCode, singleId } from '../support/card-bodies.js';
import { createOpenApi } from '../support/create-openapi.js';

const oto = (parts: JsonObject = {}): JsonObject => ({
  robotCode,
  userIds: ['manager01'],
  msgKey: 'sampleText',
  msgParam: '{"content":"收到"}',
  ...parts,
});
const group = (parts: JsonObject = {}): JsonObject => ({
  robotCode,
  openConversationId: groupId,
  msgKey: 'sampleMarkdown',
  msgParam: '{"title":"t","text":"## 正文"}',
  ...parts,
});

describe('batchSend', () => {
  test('§8 item 94: unknown users are listed, the others get the message', async () => {
    const api = createOpenApi();
    const answer = await api.call(
      'POST',
      paths.batchSend,
      oto({ userIds: ['manager01', 'nobody', 'user002'] }),
    );
    expect(answer.json).toEqual({
      processQueryKey: expect.stringMatching(/^.{20,}$/),
      invalidStaffIdList: ['nobody'],
      flowControlledStaffIdList: [],
    });
    const messages = api.events.filter((event) => event.type === 'bot.message');
    expect(messages).toMatchObject([
      { conversationId: singleId, msgtype: 'sampleText', text: '收到' },
      { conversationId: 'user002', msgtype: 'sampleText', text: '收到' },
    ]);
  });

  test.each([
    ['§8 item 95', { robotCode: '123456' }, 'robotCode.notExsit'],
    ['an empty robotCode', { robotCode: '' }, 'robotCode.empty'],
    ['§8 item 96', { msgParam: 'content' }, 'msgParam.invalid'],
    ['§8 item 96', { msgParam: { content: 'x' } }, 'msgParam.invalid'],
    ['§8 item 96', { msgKey: 'interactiveCard' }, 'msgKey.invalid'],
    ['a key every object has', { msgKey: 'constructor' }, 'msgKey.invalid'],
    ['an empty msgKey', { msgKey: '' }, 'msgKey.empty'],
    ['§8 item 96', { userIds: Array<string>(21).fill('manager01') }, 'userIds.overMax'],
    ['no users', { userIds: [] }, 'userIds.empty'],
    [
      '15 001 bytes',
      { msgParam: JSON.stringify({ content: '字'.repeat(5000) }) },
      'msgParam.tooLong',
    ],
  ])('%s: %.60j is refused', async (_item, parts, code) => {
    const answer = await createOpenApi().call('POST', paths.batchSend, oto(parts as JsonObject));
    expect([answer.status, answer.json['code']]).toEqual([400, `invalidParameter.${code}`]);
    expect(answer.json['message']).toMatch(/^错误描述: .+；解决方案:.+；$/);
  });

  test('§5.3: the sentence for a wrong robotCode', async () => {
    const answer = await createOpenApi().call('POST', paths.batchSend, oto({ robotCode: 'x' }));
    expect(answer.json['message']).toBe(
      '错误描述: robot 不存在；解决方案:请确认 robotCode 是否正确；',
    );
  });

  test('§8 item 15: the first absent field is named', async () => {
    const api = createOpenApi();
    expect((await api.call('POST', paths.batchSend, { robotCode })).json['code']).toBe(
      'MissinguserIds',
    );
    expect((await api.call('POST', paths.groupSend, {})).json['code']).toBe('MissingrobotCode');
  });
});

describe('groupMessages/send', () => {
  test('a message for a group', async () => {
    const api = createOpenApi();
    const answer = await api.call('POST', paths.groupSend, group());
    expect(Object.keys(answer.json)).toEqual(['processQueryKey']);
    expect(api.events[0]).toMatchObject({
      type: 'bot.message',
      conversationId: groupId,
      msgtype: 'sampleMarkdown',
      text: '## 正文',
    });
  });

  test.each([
    ['§8 item 97', { openConversationId: 'cidNobody==' }, 'invalid.openConversationId'],
    ['another case', { openConversationId: groupId.toUpperCase() }, 'invalid.openConversationId'],
    ['a one-to-one chat', { openConversationId: singleId }, 'invalid.openConversationId'],
    ['an empty id', { openConversationId: '' }, 'miss.openConversationId'],
  ])('%s: %j is refused', async (_name, parts, code) => {
    const answer = await createOpenApi().call('POST', paths.groupSend, group(parts));
    expect([answer.status, answer.json['code']]).toEqual([400, code]);
  });

  test('§8 item 97: the robot is not in the group', async () => {
    const world = createWorld();
    const conversations = world.conversations.map((chat) => ({ ...chat, robots: [] }));
    const api = createOpenApi({ world: { ...world, conversations } });
    const answer = await api.call('POST', paths.groupSend, group());
    expect([answer.status, answer.json['code']]).toEqual([400, 'resource.not.found']);
  });
});
