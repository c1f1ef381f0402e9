import { describe, expect, it } from 'vitest';
import { ruleInBrackets, ruleLines, yamlText } from '../../src/answer/rule-text.js';

const pin = {
  name: 'agree',
  action: 'btn_agree',
  response: {
    cardUpdateOptions: { updatePrivateDataByKey: true },
    cardData: { cardParamMap: { status: '已同意', note: 'a: ${b}' } },
    userPrivateData: { cardParamMap: { voted: 'true' } },
  },
};

describe('the text of a rule', () => {
  it('is what a person would write, one value a line', () => {
    expect(ruleLines(pin)).toEqual([
      '- name: agree',
      '  on: callback',
      '  when:',
      '    action: btn_agree',
      '  answer:',
      '    cardData:',
      '      status: 已同意',
      '      note: "a: $${b}"',
      '    userPrivateData:',
      '      voted: "true"',
      '    updateCardDataByKey: false',
    ]);
  });

  it('is JSON in brackets, with the same content', () => {
    expect(JSON.parse(ruleInBrackets(pin))).toEqual({
      name: 'agree',
      on: 'callback',
      when: { action: 'btn_agree' },
      answer: {
        cardData: { status: '已同意', note: 'a: $${b}' },
        userPrivateData: { voted: 'true' },
        updateCardDataByKey: false,
      },
    });
  });

  it('refuses with a code, and acknowledges with nothing', () => {
    expect(ruleLines({ name: 'never', fail: { code: 503 } })).toEqual([
      '- name: never',
      '  on: callback',
      '  fail:',
      '    code: 503',
    ]);
    expect(ruleLines({ name: 'ok', response: {} }).at(-1)).toBe('  answer: {}');
  });

  it('quotes what YAML takes for something else, and shows what cannot be seen', () => {
    const plain = ['btn_agree', '已同意', 'a b', 'v1.2', 'x-y'];
    expect(plain.map(yamlText)).toEqual(plain);
    for (const text of ['yes', 'No', '007', '', ' a', 'a ', 'a  b', 'a: b', '-x', '${a}', '~']) {
      expect(yamlText(text)).toBe(JSON.stringify(text));
    }
    expect(yamlText('a\u202eb\u0085\ud800')).toBe('"a\\u202eb\\u0085\\ud800"');
  });
});
