import { describe, expect, it } from 'vitest';
import { addressIn, hasLink, linkFor, mayOpen } from '../../../src/card/act/link.js';
import { drawCard } from '../../support/draw-card.js';

describe('mayOpen', () => {
  it.each([
    'https://a.example/?q=1#x',
    'HTTP://a.example',
    'dingtalk://dingtalkclient/page/link?url=x',
    'dtmd://dingtalkclient/sendMessage?content=你好',
    'mailto:a@a.example',
  ])('opens %s', (url) => {
    expect(mayOpen(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://a.example/1',
    'https:javascript:alert(1)',
    '//a.example',
    'a.example',
    'https:// ',
    'https://a.example/\u001b]8;;x',
    'https://a.example/\r\nx',
    '',
  ])('refuses %j', (url) => {
    expect(mayOpen(url)).toBe(false);
  });
});

describe('links of a bundle', () => {
  const { evaluation } = drawCard([], { cardData: { u: 'https://a.example' } });
  const link = (value: string) => ({ valueType: 'fixed', value });
  const source = { perPlatform: false, all: '', pc: '', ios: '', android: '' };

  it('is set when a text, a variable or event data is named', () => {
    expect(hasLink({ ...source, all: link('x') })).toBe(true);
    expect(hasLink({ ...source, all: { valueType: 'variable', variable: 'u' } })).toBe(true);
    expect(hasLink({ ...source, all: { valueType: 'eventData', eventData: 'cardData.u' } })).toBe(
      true,
    );
    expect(hasLink({ ...source, all: { valueType: 'variable', variable: '' } })).toBe(false);
    expect(hasLink({ ...source, all: 3 })).toBe(false);
    expect(hasLink({ ...source, perPlatform: true, all: link('x') })).toBe(false);
    expect(hasLink({ ...source, perPlatform: true, ios: link('x') })).toBe(true);
  });

  it('is the platform’s own, with nothing in its place', () => {
    const each = { ...source, perPlatform: true, all: link('all'), ios: link('ios') };
    expect(linkFor(each, evaluation, { frames: [] })).toBe('');
    const ios = { ...evaluation, switches: { ...evaluation.switches, platform: 'ios' as const } };
    expect(linkFor(each, ios, { frames: [] })).toBe('ios');
  });
});

it('an address per platform falls back to mob on phones only', () => {
  expect(addressIn({ pc: 'p', mob: 'm' }, 'pc')).toBe('p');
  expect(addressIn({ pc: 'p', mob: 'm' }, 'ios')).toBe('m');
  expect(addressIn({ mob: 'm' }, 'pc')).toBe('');
  expect(addressIn(' https://a.example ', 'pc')).toBe('https://a.example');
  expect(addressIn(3, 'pc')).toBe('');
});
