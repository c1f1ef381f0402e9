import { expect, test } from 'vitest';
import { defaultSwitches } from '../../../src/card/card-data.js';
import { bodySize, namedSize, tokenSize } from '../../../src/card/view/text-styles.js';

test('the three sizes', () => {
  expect(namedSize('small', defaultSwitches)).toEqual({ size: 12, lineHeight: 16 });
  expect(namedSize('middle', defaultSwitches)).toEqual({ size: 15, lineHeight: 22 });
  expect(namedSize('large', defaultSwitches)).toEqual({ size: 19, lineHeight: 26 });
  expect(namedSize('huge', defaultSwitches)).toBeUndefined();
});

test('small lines and the top box change them', () => {
  expect(namedSize('small', defaultSwitches, true)).toEqual({ size: 12, lineHeight: 14 });
  expect(namedSize('middle', { ...defaultSwitches, bizScene: 'topbox' })?.size).toBe(14);
});

test('tokens have sizes, some are bold', () => {
  expect(tokenSize('common_footnote_text_style', defaultSwitches)?.size).toBe(12);
  expect(tokenSize('common_h1_text_style', defaultSwitches)?.size).toBe(24);
  expect(tokenSize('common_h4_bold_text_style', defaultSwitches)).toEqual({
    size: 16,
    lineHeight: 24,
    bold: true,
  });
  expect(tokenSize('common_h9_text_style', defaultSwitches)).toBeUndefined();
});

test('running text is larger on phones', () => {
  expect(bodySize(defaultSwitches).size).toBe(14);
  expect(tokenSize('common_body_text_style', { ...defaultSwitches, platform: 'ios' })?.size).toBe(
    17,
  );
});
