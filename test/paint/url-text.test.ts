import { describe, expect, it } from 'vitest';
import { safeUrl, urlName, urlText } from '../../src/paint/url-text.js';

describe('safeUrl', () => {
  it('takes what a client opens', () => {
    expect(safeUrl('https://a.com/b?c=1%20d')).toBe('https://a.com/b?c=1%20d');
    expect(safeUrl('dingtalk://dingtalkclient/page')).toBe('dingtalk://dingtalkclient/page');
    expect(safeUrl('https://a.com/中')).toBe('https://a.com/%E4%B8%AD');
  });

  it('refuses everything else', () => {
    expect(safeUrl('javascript:alert(1)')).toBeUndefined();
    expect(safeUrl('file:///etc/passwd')).toBeUndefined();
    expect(safeUrl(`https://a.com/${'x'.repeat(3000)}`)).toBeUndefined();
    expect(safeUrl('https://a.com/\ud800')).toBeUndefined();
  });

  it('holds nothing that could end a hyperlink', () => {
    expect(safeUrl('https://a.com/\u001b\\\u0007x')).toBe('https://a.com/%1B%5C%07x');
  });
});

describe('what is read of an address', () => {
  it('is host and path, shortened', () => {
    expect(urlText('https://a.com/b/')).toBe('a.com/b');
    expect(urlText(`https://a.com/${'b'.repeat(60)}`)).toBe(`a.com/${'b'.repeat(33)}…`);
  });

  it('is the file’s name of a picture', () => {
    expect(urlName('https://a.com/x/pic.png?size=2#a')).toBe('pic.png');
  });
});
