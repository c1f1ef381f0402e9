import { describe, expect, it } from 'vitest';
import { accessErrorHints } from '../../src/protocol/access-error-hints.js';
import { cardErrorHints } from '../../src/protocol/card-error-hints.js';
import { errorCatalogue, explainCode, hintFor } from '../../src/protocol/error-catalogue.js';
import { robotErrorHints } from '../../src/protocol/robot-error-hints.js';

describe('the catalogue', () => {
  it('has every code in one area only', () => {
    const codes = [accessErrorHints, cardErrorHints, robotErrorHints].flatMap(Object.keys);
    expect(codes.length).toBe(new Set(codes).size);
    expect(Object.keys(errorCatalogue)).toHaveLength(codes.length);
  });
});

describe('hintFor', () => {
  it('speaks both languages', () => {
    expect(hintFor('param.templateUnpublished', 'zh')).toBe(
      '模板还没有发布：在卡片平台发布模板后再试',
    );
    expect(hintFor('param.templateUnpublished', 'en')).toMatch(/not been published: publish it/);
  });

  it('knows the text of a failed delivery', () => {
    expect(hintFor('spaceId is illegal', 'en')).toMatch(/userId/);
  });

  it('names the field the gateway misses', () => {
    expect(hintFor('MissingcardTemplateId', 'en')).toMatch(/cardTemplateId.*PUT/);
  });

  it('knows whole families', () => {
    expect(hintFor('param.dynamicDataPullIntervalInvalid', 'en')).toMatch(/dynamic data/);
    expect(hintFor('Forbidden.AccessDenied.QpsLimitForSuitekeyAndOrgAndApi', 'en')).toMatch(
      /slow down/,
    );
    expect(explainCode('param.openSpaceModellnvalid')).toBe(
      explainCode('param.openSpaceModelInvalid'),
    );
  });

  it.each(['', 'constructor', '__proto__', 'some.new.code'])(
    'has nothing to say about %j',
    (code) => {
      expect(hintFor(code, 'zh')).toBeUndefined();
    },
  );
});
