import { describe, expect, it } from 'vitest';
import { seededIds } from '../../src/base/ids.js';
import { parseBotMessage } from '../../src/protocol/bot-message.js';
import { parseCardCallback } from '../../src/protocol/card-callback.js';
import {
  formatStreamResponse,
  parseStreamFrame,
  type StreamFrame,
  streamResponse,
} from '../../src/protocol/stream-frame.js';

const ping =
  '{"specVersion":"1.0","type":"SYSTEM","headers":{"contentType":"application/json","messageId":"c0a800e917953610461120a1","time":"1795361046112","topic":"ping"},"data":"{\\"opaque\\":\\"7b1f-22\\"}"}';
const disconnect =
  '{"specVersion":"1.0","type":"SYSTEM","headers":{"contentType":"application/json","messageId":"c0a800e917953610463270b2","time":"1795361046327","topic":"disconnect"},"data":"{\\"reason\\":\\"persistent connection is timeout\\"}"}';
const event =
  '{"specVersion":"1.0","type":"EVENT","headers":{"appId":"1305d5f5-0000-484f-8a11-97d90000ef67","connectionId":"0f7cf1d2-5a0b-4a0e-8a5d-3f1f0b8f7f10","contentType":"application/json","messageId":"213d841d_972_1a203f3a9f0_70a7","time":"1795361046112","topic":"*","eventType":"user_add_org","eventId":"c7c7120f2c074190a1b2c3d4e5f60708","eventCorpId":"ding9f50b15b00016741","eventBornTime":"1795361045900","eventUnifiedAppId":"bbb381b6-f010-4c3e-9b61-0000000058da"},"data":"{\\"timeStamp\\":\\"1795361045863\\",\\"userId\\":[\\"0150000227\\"]}"}';
const cardCallback = JSON.stringify({
  specVersion: '1.0',
  type: 'CALLBACK',
  headers: {
    appId: '1305d5f5-0000-484f-8a11-97d90000ef67',
    connectionId: '0f7cf1d2-5a0b-4a0e-8a5d-3f1f0b8f7f10',
    contentType: 'application/json',
    messageId: '213f4a2f_1194_1a203f3aa11_185b495',
    time: '1795361046112',
    topic: '/v1.0/card/instances/callback',
  },
  data: '{"extension":"{}","corpId":"ding9f50b15b00016741","spaceType":"IM","userIdType":1,"type":"actionCallback","userId":"manager01","content":"{\\"cardPrivateData\\":{\\"actionIds\\":[\\"btn_agree\\"],\\"params\\":{\\"action\\":\\"agree\\"}}}","spaceId":"cidA1b2C3d4E5f6==","outTrackId":"dtcard-8f0c"}',
});

function frameOf(text: string): StreamFrame {
  const parsed = parseStreamFrame(text);
  if (!parsed.ok) throw new Error(`${parsed.problem}: ${parsed.detail}`);
  return parsed.frame;
}

describe('parseStreamFrame reads', () => {
  it('a ping', () => {
    expect(frameOf(ping)).toEqual({
      specVersion: '1.0',
      type: 'SYSTEM',
      headers: {
        contentType: 'application/json',
        messageId: 'c0a800e917953610461120a1',
        time: '1795361046112',
        topic: 'ping',
      },
      data: '{"opaque":"7b1f-22"}',
    });
  });

  it('a planned disconnect', () => {
    expect(frameOf(disconnect)).toMatchObject({
      headers: { topic: 'disconnect' },
      data: '{"reason":"persistent connection is timeout"}',
    });
  });

  it('an event with all its headers', () => {
    const frame = frameOf(event);
    expect(frame.type).toBe('EVENT');
    expect(frame.headers['eventBornTime']).toBe('1795361045900');
    expect(Object.keys(frame.headers)).toHaveLength(11);
  });

  it('a card callback, its data left as the text it is', () => {
    const frame = frameOf(cardCallback);
    expect(frame.headers.topic).toBe('/v1.0/card/instances/callback');
    expect(parseCardCallback(frame.data).callback.actionIds).toEqual(['btn_agree']);
  });
});

describe('parseStreamFrame tolerates', () => {
  const base = { type: 'CALLBACK', headers: { topic: 't', messageId: 'm' }, data: '{}' };
  const parse = (change: object) => frameOf(JSON.stringify({ ...base, ...change }));

  it('a time that is a number', () => {
    expect(parse({ headers: { time: 1795361046112 } }).headers.time).toBe('1795361046112');
  });

  it('headers that are missing: they read as empty', () => {
    expect(parse({ headers: {} }).headers).toEqual({
      topic: '',
      messageId: '',
      contentType: '',
      time: '',
    });
  });

  it('headers that are no text: flags become text, the rest is left out', () => {
    const headers = { topic: 't', a: true, b: null, c: {}, d: [], e: 1.5 };
    expect({ ...parse({ headers }).headers }).toEqual({
      topic: 't',
      a: 'true',
      e: '1.5',
      messageId: '',
      contentType: '',
      time: '',
    });
  });

  it('data that is an object or a list instead of text', () => {
    expect(parse({ data: { opaque: '1' } }).data).toBe('{"opaque":"1"}');
    expect(parse({ data: [1, 'x'] }).data).toBe('[1,"x"]');
  });

  it('data that is missing or null', () => {
    expect(frameOf('{"type":"CALLBACK","headers":{}}').data).toBe('');
    expect(parse({ data: null }).data).toBe('');
  });

  it('data that is not JSON: it is handed on', () => {
    expect(parse({ data: '{broken \ud800 \u001b[2J' }).data).toBe('{broken \ud800 \u001b[2J');
  });

  it('a missing or odd specVersion, and a type not known yet', () => {
    expect(parse({ specVersion: 2 }).specVersion).toBe('');
    expect(parse({}).specVersion).toBe('');
    expect(parse({ type: 'NOVEL' }).type).toBe('NOVEL');
  });

  it('unknown members, and Go’s trailing newline', () => {
    expect(frameOf(`${ping.slice(0, -1)},"time":5,"extra":{}}\n`).headers.topic).toBe('ping');
  });

  it('headers named like members of Object, without polluting it', () => {
    const frame = frameOf(
      '{"type":"X","headers":{"__proto__":"p","constructor":"c","toString":"s"},"data":""}',
    );
    expect(frame.headers['__proto__']).toBe('p');
    expect(frame.headers['constructor']).toBe('c');
    expect(frame.headers['hasOwnProperty']).toBeUndefined();
  });

  it('a frame of several megabytes', () => {
    const data = JSON.stringify({ text: '钉'.repeat(2_000_000) });
    expect(parse({ data }).data).toHaveLength(data.length);
  });
});

describe('parseStreamFrame refuses, and says why,', () => {
  it.each([
    ['nothing', '', 'not-json'],
    ['no JSON', 'hello', 'not-json'],
    ['half a frame', ping.slice(0, 60), 'not-json'],
    ['two frames in one', ping + ping, 'not-json'],
    ['a list', '[]', 'not-object'],
    ['null', 'null', 'not-object'],
    ['text', '"SYSTEM"', 'not-object'],
    ['no type', '{"headers":{},"data":""}', 'no-type'],
    ['an empty type', '{"type":"","headers":{}}', 'no-type'],
    ['a type that is a number', '{"type":5,"headers":{}}', 'no-type'],
    ['no headers', '{"type":"SYSTEM","data":""}', 'no-headers'],
    ['the misspelled header', '{"type":"EVENT","header":{"topic":"*"},"data":""}', 'no-headers'],
    ['headers that are a list', '{"type":"SYSTEM","headers":[]}', 'no-headers'],
    ['headers that are text', '{"type":"SYSTEM","headers":"{}"}', 'no-headers'],
    ['data that is a number', '{"type":"SYSTEM","headers":{},"data":5}', 'bad-data'],
    ['data that is a flag', '{"type":"SYSTEM","headers":{},"data":false}', 'bad-data'],
  ])('%s', (_what, text, problem) => {
    expect(parseStreamFrame(text)).toMatchObject({ ok: false, problem });
  });

  it('nesting that could not be written again', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const frame of [
      `{"type":"X","headers":{},"data":${deep}}`,
      `{"type":"X","headers":${deep},"data":""}`,
      `{"type":${deep},"headers":{}}`,
    ]) {
      expect(parseStreamFrame(frame)).toMatchObject({ ok: false, problem: 'not-json' });
    }
  });

  it('in few words, whatever was sent', () => {
    const parsed = parseStreamFrame(
      JSON.stringify({ type: 'X', headers: Array.from({ length: 5000 }, () => 'x') }),
    );
    expect(parsed.ok ? 0 : parsed.detail.length).toBe(200);
  });
});

describe('answers', () => {
  it('are written as the official SDK writes them', () => {
    expect(formatStreamResponse(streamResponse('ev1', '{"status":"SUCCESS"}'))).toBe(
      '{"code":200,"headers":{"contentType":"application/json","messageId":"ev1"},"message":"OK","data":"{\\"status\\":\\"SUCCESS\\"}"}',
    );
    expect(formatStreamResponse(streamResponse('cb3', '', 404, 'topic not exist'))).toBe(
      '{"code":404,"headers":{"contentType":"application/json","messageId":"cb3"},"message":"topic not exist","data":""}',
    );
  });

  it('stay valid JSON with any id and data', () => {
    for (const text of ['"', '\\', '\u2028', '\ud800', '\u0000', '{"a":"b"}']) {
      const written = formatStreamResponse(streamResponse(text, text));
      expect(Buffer.from(written).toString()).toBe(written);
      expect(JSON.parse(written)).toEqual({
        code: 200,
        headers: { contentType: 'application/json', messageId: text },
        message: 'OK',
        data: text,
      });
    }
  });
});

describe('5 000 mutations of valid frames', () => {
  const seeds = [ping, disconnect, event, cardCallback, botFrame()];
  const tokens = [
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    'null',
    '1e999',
    '""',
    '{}',
    '[]',
    '\u0000',
  ];
  const more = [
    '\ud800',
    '\u202e',
    '"__proto__"',
    '"type"',
    '"headers"',
    '"data"',
    '-0',
    'true',
    ' ',
  ];
  const all = [...tokens, ...more];

  function mutate(text: string, pick: (below: number) => number): string {
    let out = text;
    for (let changes = 1 + pick(4); changes > 0; changes--) {
      const at = pick(out.length + 1);
      const length = pick(3) === 0 ? pick(40) : pick(2);
      const insert = all[pick(all.length)] as string;
      const copy = out.slice(pick(out.length + 1)).slice(0, pick(30));
      out = out.slice(0, at) + (pick(3) === 0 ? copy : insert) + out.slice(at + length);
    }
    return out;
  }

  it('never throw, and what is read can be written again', () => {
    const ids = seededIds(20261122);
    const pick = (below: number) => Math.floor(ids.fraction() * below);
    const outcomes = new Map<string, number>();
    for (let i = 0; i < 5000; i++) {
      const seed = seeds[i % seeds.length] as string;
      const text = i % 2 === 0 ? mutate(seed, pick) : mutateMember(seed, pick, all);
      const parsed = parseStreamFrame(text);
      const outcome = parsed.ok ? 'ok' : parsed.problem;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!parsed.ok) {
        expect(typeof parsed.detail).toBe('string');
        continue;
      }
      for (const value of Object.values(parsed.frame.headers)) expect(typeof value).toBe('string');
      const callback = parseCardCallback(parsed.frame.data);
      const message = parseBotMessage(parsed.frame.data);
      expect(JSON.parse(JSON.stringify(parsed.frame))).toEqual({
        ...parsed.frame,
        headers: { ...parsed.frame.headers },
      });
      expect(JSON.parse(JSON.stringify(callback))).toEqual(withoutInfinity(callback));
      if (message) expect(() => new Date(message.message.createAt).toISOString()).not.toThrow();
    }
    // Proof that the mutations reach every branch, not only the first.
    for (const reached of ['ok', 'not-json', 'no-type', 'no-headers', 'bad-data']) {
      expect(outcomes.get(reached) ?? 0).toBeGreaterThan(10);
    }
  });
});

/** Replaces one member somewhere in the frame, or in the JSON its data holds, by something else. */
function mutateMember(
  text: string,
  pick: (below: number) => number,
  tokens: readonly string[],
): string {
  const values = [null, true, 5, -1e300, '', 'x', '{}', '[', [], {}, [null], { a: { b: 1 } }];
  const frame = JSON.parse(text) as Record<string, unknown>;
  const targets: Record<string, unknown>[] = [frame, frame['headers'] as Record<string, unknown>];
  const data = JSON.parse(frame['data'] as string) as Record<string, unknown>;
  targets.push(data);
  const target = targets[pick(targets.length)] as Record<string, unknown>;
  const keys = Object.keys(target);
  const key = keys[pick(keys.length)] as string;
  const choice = pick(4);
  if (choice === 0) delete target[key];
  else if (choice === 1) target[key] = tokens[pick(tokens.length)];
  else target[key] = values[pick(values.length)];
  if (target === data) frame['data'] = JSON.stringify(data);
  return JSON.stringify(frame);
}

/** JSON has no Infinity: `1e999` reads as one and is written as null. */
function withoutInfinity(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function botFrame(): string {
  const data = {
    msgId: 'msgLICYe0001HgY4JtMQ==',
    conversationId: 'cidA1b2C3d4E5f6==',
    conversationType: '2',
    senderNick: '张三',
    createAt: 1795361046098,
    sessionWebhookExpiredTime: 1795366446112,
    sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=76da36b4f00f',
    text: { content: ' 你好' },
    content: { richText: [{ text: 'a' }, { type: 'at', atName: '王五' }] },
    msgtype: 'text',
  };
  const headers = {
    topic: '/v1.0/im/bot/messages/get',
    messageId: 'm',
    time: '1',
    contentType: 'c',
  };
  return JSON.stringify({
    specVersion: '1.0',
    type: 'CALLBACK',
    headers,
    data: JSON.stringify(data),
  });
}
