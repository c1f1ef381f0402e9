import { describe, expect, it } from 'vitest';
import { httpCallbackBody } from '../../src/protocol/http-callback.js';

describe('the body of an HTTP callback', () => {
  it('leaves out what only Stream has, in the order of the frame, strings as they are', () => {
    const content = '{"cardPrivateData":{"actionIds":["btn"],"params":{"x":"\\u0000😀"}}}';
    const data = {
      extension: '{}',
      corpId: 'ding1',
      spaceType: 'IM',
      userIdType: 1,
      type: 'actionCallback',
      userId: 'manager01',
      content,
      spaceId: 'cid==',
      value: content,
      outTrackId: 'o1',
    };
    expect(httpCallbackBody(JSON.stringify(data))).toBe(
      JSON.stringify({
        extension: '{}',
        corpId: 'ding1',
        type: 'actionCallback',
        userId: 'manager01',
        content,
        value: content,
        outTrackId: 'o1',
      }),
    );
  });

  it('adds nothing that was not there', () => {
    expect(httpCallbackBody('{"userId":"u"}')).toBe('{"userId":"u"}');
    expect(httpCallbackBody('{"__proto__":{"userId":"u"}}')).toBe('{}');
  });

  it.each(['', 'not JSON', '[1]', 'null'])('hands on %j as it came', (data) => {
    expect(httpCallbackBody(data)).toBe(data);
  });
});
