import { describe, expect, it } from 'vitest';
import { parseBotMessage, type ReceivedBotMessage } from '../../src/protocol/bot-message.js';

const group =
  '{"senderPlatform":"Mac","conversationId":"cidA1b2C3d4E5f6==","atUsers":[{"dingtalkId":"$:LWCP_v1:$4TgHFUDZ8Qi8qr3"}],"chatbotCorpId":"ding9f50b15b00016741","chatbotUserId":"$:LWCP_v1:$4TgHFUDZ8Qi8qr3","msgId":"msgLICYe0001HgY4JtMQ==","senderNick":"张三","isAdmin":true,"senderStaffId":"manager01","sessionWebhookExpiredTime":1795366446112,"createAt":1795361046098,"senderCorpId":"ding9f50b15b00016741","conversationType":"2","senderId":"$:LWCP_v1:$jqTgIfhRX9Q000","conversationTitle":"卡片测试群","isInAtList":true,"sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=76da36b4f00f4d7c8a1e0000008f59e8","text":{"content":" 你好"},"robotCode":"dingk2x9r3xc0b","msgtype":"text"}';
const quoted =
  '{"senderPlatform":"Win","conversationId":"cidP9q8R7s6T5==","openThreadId":"cidP9q8R7s6T5==","msgId":"msgQ0001==","senderNick":"李四","isAdmin":false,"senderStaffId":"user002","sessionWebhookExpiredTime":1795366446112,"createAt":1795361046098,"conversationType":"1","senderId":"$:LWCP_v1:$xyz==","sessionWebhook":"https://oapi.dingtalk.com/robot/sendBySession?session=0f0e0d0c0b0a09080706050403020100","text":{"content":"就按这个","isReplyMsg":true,"repliedMsg":{"msgType":"text","msgId":"msgORIG==","content":{"text":"方案 A"}}},"originalMsgId":"msgORIG==","robotCode":"dingk2x9r3xc0b","msgtype":"text"}';

function read(data: string): ReceivedBotMessage {
  const received = parseBotMessage(data);
  if (!received) throw new Error('not a message');
  return received;
}

const textOf = (body: object) => read(JSON.stringify(body)).message.text;

describe('parseBotMessage', () => {
  it('reads a message in a group', () => {
    expect(read(group)).toEqual({
      message: {
        msgId: 'msgLICYe0001HgY4JtMQ==',
        conversationId: 'cidA1b2C3d4E5f6==',
        conversationType: '2',
        conversationTitle: '卡片测试群',
        senderStaffId: 'manager01',
        senderId: '$:LWCP_v1:$jqTgIfhRX9Q000',
        senderNick: '张三',
        robotCode: 'dingk2x9r3xc0b',
        msgtype: 'text',
        text: '你好',
        createAt: 1795361046098,
      },
      sessionWebhook:
        'https://oapi.dingtalk.com/robot/sendBySession?session=76da36b4f00f4d7c8a1e0000008f59e8',
      sessionWebhookExpiredTime: 1795366446112,
    });
  });

  it('reads a reply one to one', () => {
    const { message } = read(quoted);
    expect(message).toMatchObject({
      conversationType: '1',
      conversationTitle: '',
      text: '就按这个',
    });
  });

  it('keeps the session webhook out of the message', () => {
    expect(JSON.stringify(read(group).message)).not.toContain('session=');
  });

  it.each([
    [
      'rich text, in order',
      {
        msgtype: 'richText',
        content: {
          richText: [
            { text: '看这张图 ' },
            { type: 'picture', downloadCode: 'mIof', pictureDownloadCode: '1lOl' },
            { text: '\n' },
            { type: 'at', atName: '王五', atUserId: 'user003' },
          ],
        },
      },
      '看这张图 [图片]\n@王五',
    ],
    ['a picture', { msgtype: 'picture', content: { downloadCode: 'mIof' } }, ''],
    [
      'speech by what was recognised',
      { msgtype: 'audio', content: { downloadCode: 'A', recognition: '你好钉钉', duration: 4000 } },
      '你好钉钉',
    ],
    ['a video', { msgtype: 'video', content: { downloadCode: 'V', duration: '5' } }, ''],
    ['a file by its name', { msgtype: 'file', content: { fileName: '报表.xlsx' } }, '报表.xlsx'],
    [
      'what robots cannot receive',
      { msgtype: 'unknownMsgType', content: { unknownMsgType: '机器人暂不支持接收。' } },
      '机器人暂不支持接收。',
    ],
    ['markdown', { msgtype: 'markdown', content: { text: '## 标题' } }, '## 标题'],
    [
      'forwarded messages by their title',
      { msgtype: 'chatRecord', content: { title: '群聊的聊天记录', summary: 's' } },
      '群聊的聊天记录',
    ],
    [
      'content that came as JSON text',
      { msgtype: 'file', content: '{"fileName":"a.txt"}' },
      'a.txt',
    ],
    ['nothing', { msgtype: 'text' }, ''],
    ['text that is no object', { msgtype: 'text', text: 'hi' }, ''],
    ['text without content', { msgtype: 'text', text: {} }, ''],
    [
      'rich text with odd parts',
      { content: { richText: [null, 5, {}, { type: 'at' }, 'x'] } },
      '@',
    ],
    ['rich text that is no list', { content: { richText: 'x', title: 't' } }, 't'],
    ['content that is a list', { content: ['x'] }, ''],
  ])('describes %s', (_what, body, expected) => {
    expect(textOf(body)).toBe(expected);
  });

  it('hands on text with control characters unchanged', () => {
    const content = 'a\u001b[31m\u202e\ud800b';
    expect(textOf({ text: { content } })).toBe(content);
  });

  it('says when the content was withheld because the quota is used up', () => {
    expect(read('{"errCode":20001,"errMsg":"quota"}').message.errCode).toBe('20001');
    expect(read('{"errCode":"20001"}').message.errCode).toBe('20001');
    expect(Object.hasOwn(read('{"errCode":null}').message, 'errCode')).toBe(false);
  });

  it('reads an empty object: every field is optional', () => {
    expect(read('{}')).toEqual({
      message: {
        msgId: '',
        conversationId: '',
        conversationType: '',
        conversationTitle: '',
        senderStaffId: '',
        senderId: '',
        senderNick: '',
        robotCode: '',
        msgtype: '',
        text: '',
        createAt: 0,
      },
      sessionWebhook: '',
      sessionWebhookExpiredTime: 0,
    });
  });

  it('takes ids that are numbers, and leaves what is neither', () => {
    const { message } = read('{"senderStaffId":150000227,"senderNick":["x"],"conversationType":2}');
    expect(message).toMatchObject({
      senderStaffId: '150000227',
      senderNick: '',
      conversationType: '2',
    });
  });

  it.each([
    ['1795361046098', 1795361046098],
    ['"1795361046098"', 1795361046098],
    ['1795361046098.7', 1795361046098],
    ['-5', 0],
    ['1e999', 0],
    ['9e15', 0],
    ['"soon"', 0],
    ['[5]', 0],
    ['true', 0],
    ['null', 0],
  ])('reads the time %s as %d', (written, expected) => {
    const { message, sessionWebhookExpiredTime } = read(
      `{"createAt":${written},"sessionWebhookExpiredTime":${written}}`,
    );
    expect([message.createAt, sessionWebhookExpiredTime]).toEqual([expected, expected]);
    expect(() => new Date(message.createAt).toISOString()).not.toThrow();
  });

  it.each(['', 'x', '[]', 'null', '"{}"', '5'])('finds no message in %j', (data) => {
    expect(parseBotMessage(data)).toBeUndefined();
  });
});
