import { describe, expect, test } from 'vitest';
import { resolveColour, themeColours } from '../../../src/card/view/colours.js';

describe('a colour', () => {
  test.each([
    ['black', '#171a1d', '#eef2f8'],
    ['gray', '#171a1d66', '#eef2f866'],
    ['blue', '#007fff', '#47a9ff'],
    ['red', '#ff5219', '#ff5e2b'],
    ['common_level1_base_color', '#181c1f', '#eef1f5'],
    ['common_level3_base_color', '#171a1d99', '#eef2f899'],
    ['common_link_color', '#006bd7', '#68a9ea'],
    ['common_red1_color', '#e14a00', '#ff5e2b'],
    ['common_blue1_color', '#0089ff', '#0089ff'],
    ['extended_green0_color', '#00b0421a', '#00b0421a'],
    ['extended_deeppurple0_color', '#eee9fe', '#1f1544'],
  ])('%s has a value in each theme', (name, light, dark) => {
    expect([resolveColour(name, 'light'), resolveColour(name, 'dark')]).toEqual([light, dark]);
  });

  test('of eight digits has its alpha first', () => {
    expect(resolveColour('#1F111F2C', 'light')).toBe('#111f2c1f');
    expect(resolveColour('#FF112233', 'light')).toBe('#112233');
  });

  test('of three, four and six digits is written out', () => {
    expect(resolveColour('#abc', 'light')).toBe('#aabbcc');
    expect(resolveColour('#8abc', 'light')).toBe('#aabbcc88');
    expect(resolveColour(' #A1B2C3 ', 'light')).toBe('#a1b2c3');
  });

  test('in rgba is hexadecimal too', () => {
    expect(resolveColour('rgba(255,53,0,0.95)', 'light')).toBe('#ff3500f2');
    expect(resolveColour('rgba(17, 31, 44, 0.12)', 'light')).toBe('#111f2c1f');
    expect(resolveColour('rgb(999, 0, 0)', 'light')).toBe('#ff0000');
  });

  test.each([
    '',
    'chartreuse',
    '#12345',
    '#gggggg',
    'red;background:url(https://a.b)',
    'url(javascript:x)',
    'rgba(1,2)',
    'common_plaid1_color',
    '__proto__',
    'constructor',
  ])('%j is none', (text) => {
    expect(resolveColour(text, 'light')).toBeUndefined();
  });
});

test('each theme has grounds and texts of its own', () => {
  expect(themeColours('light').card).toBe('#ffffff');
  expect(themeColours('dark').card).toBe('#1e1e1e');
});
