import { describe, expect, it } from 'vitest';
import { safeImage, safeLink } from '../../../../src/simulator/page/paint/safe-url.js';

describe('safeLink', () => {
  it.each([
    'https://a.test/x',
    'http://a.test',
    'dingtalk://dingtalkclient/page/link',
    'mailto:a@b.c',
  ])('takes %s', (url) => {
    expect(safeLink(url)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'java\nscript:x',
    '/x',
    '',
  ])('refuses %j', (url) => {
    expect(safeLink(url)).toBeUndefined();
  });

  it('refuses a scheme split by a line break', () => {
    expect(safeLink('https://a.test/\nx')).toBeUndefined();
  });
});

describe('safeImage', () => {
  it('takes http, https and pictures written out', () => {
    expect(safeImage('https://a.test/p.png')).toBe('https://a.test/p.png');
    expect(safeImage('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA');
  });

  it.each(['data:text/html,x', 'file:///etc/passwd', 'javascript:x', '@lALPD', 'blob:x'])(
    'refuses %s',
    (url) => {
      expect(safeImage(url)).toBeUndefined();
    },
  );
});
