import { describe, expect, test } from 'vitest';
import {
  defaultSettings,
  parseSetting,
  type SettingDefinition,
  settingDefinitions,
} from '../../src/simulator/settings.js';

test('the defaults are the documented values', () => {
  expect(defaultSettings()).toMatchObject({
    qpsLimit: 20,
    tokenLifeMs: 7_200_000,
    unknownTemplate: 'accept',
    draftTemplate: 'refuse',
    duplicateOutTrackId: 'ignore',
    answerCardData: 'everyone',
    bareAnswer: 'ignore',
    unknownApiStatus: '404',
  });
});

test.each(Object.entries<SettingDefinition>(settingDefinitions))(
  '%s says what it means and where it comes from; its default is a value of it',
  (name, definition) => {
    expect(definition.meaning).not.toBe('');
    expect(definition.source).toMatch(/§|unpublished|Q\d/);
    expect(parseSetting(name, String(definition.default))).toEqual({
      ok: true,
      name,
      value: definition.default,
    });
  },
);

describe('parseSetting', () => {
  test.each([
    ['qpsLimit', '0', 0],
    ['qpsLimit', ' 50 ', 50],
    ['ipNotInWhiteList', 'true', true],
    ['answerCardData', 'clicker', 'clicker'],
  ])('%s=%s', (name, text, value) => {
    expect(parseSetting(name, text)).toEqual({ ok: true, name, value });
  });

  test.each([
    ['qpsLimit', '-1', 'qpsLimit is a whole number of 0 or more, not -1'],
    ['qpsLimit', '', 'qpsLimit is a whole number of 0 or more, not '],
    ['qpsLimit', '1e3', 'qpsLimit is a whole number of 0 or more, not 1e3'],
    ['qpsLimit', '99999999999999999999', /whole number/],
    ['ipNotInWhiteList', 'yes', 'ipNotInWhiteList is true or false, not yes'],
    ['answerCardData', 'nobody', 'answerCardData is everyone or clicker, not nobody'],
    ['qpslimits', '1', 'no setting is called qpslimits; did you mean qpsLimit?'],
    ['constructor', '1', 'no setting is called constructor'],
    ['', '1', 'no setting is called '],
  ])('%s=%s is refused: %s', (name, text, problem) => {
    const parsed = parseSetting(name, text);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
  });
});
