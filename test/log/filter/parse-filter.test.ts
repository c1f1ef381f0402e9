import { describe, expect, it } from 'vitest';
import type { FilterNode } from '../../../src/log/filter/filter-node.js';
import { deepestFilter, longestFilter, parseFilter } from '../../../src/log/filter/parse-filter.js';
import { cellOf } from '../../../src/log/filter/point-at.js';
import { printFilter } from '../../../src/log/filter/print-filter.js';

function node(text: string): FilterNode {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.code}`);
  return parsed.node;
}

function problem(text: string, about?: 'message' | 'callback') {
  const parsed = parseFilter(text, about);
  if (parsed.ok) throw new Error(`${text} was understood`);
  return parsed.problem;
}

describe('a filter', () => {
  it.each([
    ['', ''],
    ['   ', ''],
    ['kind:card template:approval.v3', 'kind:card template:approval.v3'],
    ['a b or c d', 'a b or c d'],
    ['a (b or c) d', 'a (b or c) d'],
    ['a and b & c && d', 'a b c d'],
    ['a or b | c || d', 'a or b or c or d'],
    ['a (b c)', 'a b c'],
    ['(a or b) or c', 'a or b or c'],
    ['not a !b !(c d) not(e)', '!a !b !(c d) !e'],
    ['!!a not !b', 'a b'],
    ['NOT a OR b AND c', '!a or b c'],
    ['!a b', '!a b'],
    ['var.amount > 1000', 'var.amount>1000'],
    ['user: 李四', 'user:李四'],
    ['user == x', 'user=x'],
    ['USER:x OutTrackID:y', 'user:x outTrackId:y'],
    ['Late', 'late'],
    ['"late"', '"late"'],
    ['\\late', '"late"'],
    ['"and" or "user"', '"and" or "user"'],
    ['late ~/x/i', 'late ~/x/i'],
    ['text~/a[/]b\\/c/im user:x', 'text~/a[/]b\\/c/im user:x'],
    ['(text~/x/)', 'text~/x/'],
    ['text:foo(bar) (a)', 'text:"foo(bar)" a'],
    ['报销（紧急）', '"报销（紧急）"'],
    ['a**b', 'a*b'],
    ['user:*', 'user:*'],
    ['user="*"', 'user="*"'],
    ['user=a*b', 'user="a*b"'],
    ['user:"a*"', 'user:"a*"'],
    ['user:a\\**', 'user:a\\**'],
    ['"say \\"hi\\"\\n"', '"say \\"hi\\"\\n"'],
    ["'it\\'s'", '"it\'s"'],
    ['conversation:cidX==', 'conversation:"cidX=="'],
    ['param.form.reason:""', 'param.form.reason:""'],
    ['var.a\\ b.c:1', 'var.a\\ b.c:1'],
    ['tookMs>=1.5s tookMs:*', 'tookMs>=1.5s tookMs:*'],
    ['你好！ 在吗', '"你好！" 在吗'],
  ])('%j is %j', (text, printed) => {
    expect(printFilter(node(text))).toBe(printed);
    expect(node(printFilter(node(text)))).toEqual(node(text));
  });

  it.each([
    ['ｋｉｎｄ：ｃａｒｄ', 'kind:card'],
    ['（late or ！failed）', '(late or !failed)'],
    ['var.amount＞1000 ｜ var。amount＜＝１０', 'var.amount>1000 or var.amount<=10'],
    ['text～／报销／i', 'text~/报销/i'],
    ['user：“李四”　action：‘同 意’', 'user:李四 action:"同 意"'],
    ['「a b」 ＆ ＮＯＴ c', '"a b" not c'],
    ['user！＝x', 'user!=x'],
    ['rule：＊', 'rule:*'],
  ])('%s typed with an input method is %s', (wide, plain) => {
    const narrow = printFilter(node(wide)).replaceAll('１０', '10');
    expect(narrow).toBe(printFilter(node(plain)));
  });
});

describe('what is no filter', () => {
  it.each([
    ['kind:card usr:李四', 11, 10, 'unknownFieldMeant'],
    ['李四 usr:x', 4, 5, 'unknownFieldMeant'],
    ['👨‍👩‍👧 usr:x', 3, 3, 'unknownFieldMeant'],
    ['userId:x', 1, 0, 'unknownFieldMeant'],
    ['var:x', 1, 0, 'unknownFieldMeant'],
    ['constructor:x', 1, 0, 'unknownField'],
    ['http://x', 1, 0, 'unknownField'],
    ['user 李四', 1, 0, 'fieldAlone'],
    ['var.status', 1, 0, 'fieldAlone'],
    [':x', 1, 0, 'fieldMissing'],
    ['"user":x', 7, 6, 'afterQuote'],
    ['"user" :x', 1, 0, 'fieldMissing'],
    ['a > 5', 1, 0, 'unknownField'],
    ['var.:5', 1, 0, 'pathMissing'],
    ['user:', 5, 4, 'valueMissing'],
    ['(user:)', 6, 5, 'valueMissing'],
    ['user:| x', 5, 4, 'valueMissing'],
    ['user:=x', 6, 5, 'valueStart'],
    ['user:!x', 6, 5, 'valueStart'],
    ['user:(a or b)', 6, 5, 'valueGroup'],
    ['var.amount>1,000', 12, 11, 'numberPlain'],
    ['var.amount<=￥1，000.50', 13, 12, 'numberPlain'],
    ['kind:crad', 6, 5, 'unknownValueMeant'],
    ['kind:zzz*', 6, 5, 'unknownValue'],
    ['type:card', 6, 5, 'unknownValue'],
    ['tookMs>soon', 8, 7, 'numberExpected'],
    ['status:5s', 8, 7, 'numberExpected'],
    ['text~报销', 5, 4, 'patternExpected'],
    ['text~ /报销/', 5, 4, 'patternExpected'],
    ['text:/报销/i', 6, 5, 'patternAfterColon'],
    ['text~/报销', 6, 5, 'patternUnclosed'],
    ['text~/(/', 6, 5, 'patternBad'],
    ['text~/(a+)+$/', 6, 5, 'patternBad'],
    ['text~/a/g', 6, 5, 'patternBad'],
    ['text~/a/1', 9, 8, 'afterQuote'],
    ['报销 "abc', 4, 5, 'quoteUnclosed'],
    ['user:a\\', 7, 6, 'escapeAtEnd'],
    ['a|b', 2, 1, 'operatorInWord'],
    ['user:a&b', 7, 6, 'operatorInWord'],
    ['text:foo(bar', 9, 8, 'parenthesisInWord'],
    ['(a', 1, 0, 'groupUnclosed'],
    ['(', 1, 0, 'groupUnclosed'],
    ['a)', 2, 1, 'groupNotOpen'],
    [')', 1, 0, 'groupNotOpen'],
    ['(a) ()', 5, 4, 'groupEmpty'],
    ['not', 1, 0, 'itemMissing'],
    ['a or', 3, 2, 'itemMissing'],
    ['or a', 1, 0, 'itemMissing'],
    ['a and or b', 3, 2, 'itemMissing'],
    ['a or and b', 6, 5, 'itemMissing'],
    ['(a or) b', 4, 3, 'itemMissing'],
  ])('%j is refused at %i', (text, column, cell, code) => {
    const found = problem(text);
    expect(found).toMatchObject({ column, code });
    expect(found && cellOf(text, found)).toBe(cell);
  });

  it('names what was probably meant', () => {
    expect(problem('usr:x').params).toEqual({ name: 'usr', meant: 'user' });
    expect(problem('cardTemplateId:x').params['meant']).toBe('template');
    expect(problem('params.a:x').params['meant']).toBe('param.…');
    expect(problem('kind:crad').params).toEqual({ name: 'kind', value: 'crad', meant: 'card' });
    expect(problem('type:api').params['known']).toBe('api.called, api.failed');
  });

  it('is too long or too deep', () => {
    expect(problem('a'.repeat(longestFilter + 1)).code).toBe('tooLong');
    const nested = (levels: number) => `${'('.repeat(levels)}a${')'.repeat(levels)}`;
    expect(node(nested(deepestFilter))).toEqual(node('a'));
    expect(problem(nested(deepestFilter + 1))).toMatchObject({ code: 'tooDeep', column: 51 });
    expect(node('!'.repeat(1900).concat('a'))).toEqual(node('a'));
  });
});

describe('a filter in a rule', () => {
  it('asks only what is known then', () => {
    expect(parseFilter('user:李四 text:报销 conversationType:group', 'message').ok).toBe(true);
    expect(parseFilter('action:agree var.amount>5 param.a:*', 'callback').ok).toBe(true);
    expect(problem('text:x action:agree', 'message')).toMatchObject({
      code: 'notOfMessages',
      column: 8,
    });
    expect(problem('text:x', 'callback').code).toBe('notOfCallbacks');
    expect(problem('!late', 'callback')).toMatchObject({ code: 'notOfCallbacks', column: 2 });
    expect(problem('late', 'message').params['known']).not.toContain('tookMs');
  });
});
