import { describe, expect, it } from 'vitest';
import { DtcardError } from '../../src/base/errors.js';
import { errorJson, errorReport, summaryOf } from '../../src/output/error-report.js';

const fault = {
  httpStatus: 403,
  code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
  message: 'no permission',
  requestId: 'REQ-1',
  requiredScopes: ['Card.Instance.Write'],
};

describe('errorReport', () => {
  it('says what failed, what DingTalk said, and what to do', () => {
    const error = { code: 'E3001', params: { host: 'h:1', detail: 'ECONNREFUSED' } };
    expect(errorReport(error, 'en').split('\n')).toEqual([
      'E3001 Cannot reach h:1: ECONNREFUSED',
      expect.stringMatching(/^ {2}→ Check the network/),
    ]);
    expect(errorReport(error, 'zh')).toMatch(/^E3001 连不上 h:1：ECONNREFUSED\n {2}→ 检查网络/);
  });

  it('quotes status, code, message and requestId', () => {
    const error = { code: 'E4001', params: { path: '/p', code: 'c', detail: 'c no' }, fault };
    const lines = errorReport(error, 'en').split('\n');
    expect(lines[1]).toBe(`  403 ${fault.code} no permission (requestId REQ-1)`);
  });

  it('takes the sentence of the reason where there is one', () => {
    const error = { code: 'E1006', params: { api: 'http://x', reason: 'host' } };
    expect(errorReport(error, 'en')).toContain("neither DingTalk's nor on this machine");
    const unknown = { code: 'E1006', params: { api: 'http://x', reason: 'constructor' } };
    expect(errorReport(unknown, 'en')).toContain('cannot be used');
  });

  it('masks secrets by their place', () => {
    const message = 'POST https://x/?access_token=abcdef123456 {"clientSecret":"verysecret"}';
    const text = errorReport({ code: 'E9001', params: { detail: message } }, 'en');
    expect(text).not.toMatch(/abcdef123456|verysecret/);
    expect(text).toContain('***');
  });

  it('shows what servers say without letting it act', () => {
    const evil = '\u001b[2J\u202ex\u0007\ud800';
    const report = errorReport(
      {
        code: 'E2003',
        params: { detail: evil },
        fault: { ...fault, code: evil, message: `${evil}\nE0000 all is well`, requestId: evil },
      },
      'en',
    );
    expect(report).not.toMatch(/[\u001b\u202e\u0007\ud800]/);
    expect(report.split('\n').filter((line) => line.startsWith('E'))).toHaveLength(1);
  });

  it('keeps the lines of a list of problems, indented', () => {
    const params = { file: 'r.yaml', count: 2, detail: 'r.yaml:1:1: a\nr.yaml:2:2: b' };
    const lines = errorReport({ code: 'E1005', params }, 'en').split('\n');
    expect(lines.slice(1, 3)).toEqual(['r.yaml:1:1: a', '  r.yaml:2:2: b']);
  });
});

describe('errorJson', () => {
  it('is one line with code, sentence, next step, params and what DingTalk said', () => {
    const json = errorJson({
      code: 'E4001',
      params: { path: '/p', code: 'c', detail: 'd' },
      fault,
    });
    expect(json.trimEnd()).not.toContain('\n');
    expect(JSON.parse(json)).toMatchObject({
      error: { code: 'E4001', params: { path: '/p' }, dingtalk: fault },
    });
  });

  it('is English, and says null where there is nothing to do', () => {
    const { error } = JSON.parse(errorJson({ code: 'E7777', params: {} })) as {
      error: Record<string, unknown>;
    };
    expect(error).toEqual({ code: 'E7777', message: 'E7777', next: null, params: {} });
  });

  it('masks secrets and stays JSON', () => {
    const params = { detail: '{"accessToken":"abcdef123456"} "quoted" \u009b' };
    const json = errorJson({ code: 'E9001', params });
    expect(json).not.toMatch(/abcdef123456|\u009b/);
    expect(JSON.parse(json)).toHaveProperty('error.code', 'E9001');
  });
});

describe('summaryOf', () => {
  it('takes code, params and fault of an error of ours', () => {
    const error = new DtcardError('E2003', { params: { a: 1 }, fault });
    expect(summaryOf(error)).toEqual({ code: 'E2003', params: { a: 1 }, fault });
    expect(summaryOf(new DtcardError('E5001'))).toEqual({ code: 'E5001', params: {} });
  });

  it('calls everything else a bug', () => {
    expect(summaryOf(new TypeError('x'))).toEqual({ code: 'E9001', params: { detail: 'x' } });
    expect(summaryOf(undefined)).toMatchObject({ code: 'E9001' });
  });
});
