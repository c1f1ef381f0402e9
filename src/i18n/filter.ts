import type { Sentence } from './sentence.js';

/** What is wrong with a filter. */
const sentences = {
  unknownField: {
    zh: '没有字段“{name}”；要搜索这段文字，请加引号',
    en: 'there is no field "{name}"; quote what is to be searched for',
  },
  unknownFieldMeant: {
    zh: '没有字段“{name}”；是不是“{meant}”？',
    en: 'there is no field "{name}"; did you mean "{meant}"?',
  },
  fieldAlone: {
    zh: '“{name}”是字段：写成 {name}:…；要搜索这个词，请加引号',
    en: '"{name}" is a field: write {name}:…, or quote it to search for the word',
  },
  fieldMissing: {
    zh: '“{operator}”前面要有字段名；要搜索这段文字，请加引号',
    en: 'a field stands before "{operator}"; quote what is to be searched for',
  },
  pathMissing: {
    zh: '“{name}.”后面要有名字，例如 {name}.status',
    en: 'a name follows "{name}.", as in {name}.status',
  },
  notOfMessages: {
    zh: '消息规则里不能用“{name}”；可用：{known}',
    en: 'a rule for messages cannot look at "{name}"; known: {known}',
  },
  notOfCallbacks: {
    zh: '回调规则里不能用“{name}”；可用：{known}',
    en: 'a rule for callbacks cannot look at "{name}"; known: {known}',
  },
  valueMissing: { zh: '“{operator}”后面缺少值', en: 'the value after "{operator}" is missing' },
  valueStart: {
    zh: '值不能以“{found}”开头；它若是文字，请加引号',
    en: 'a value does not begin with "{found}"; quote it where it is text',
  },
  valueGroup: {
    zh: '几个值之一写成 (user:a or user:b)；它若是文字，请加引号',
    en: 'one of several is written (user:a or user:b); quote it where it is text',
  },
  unknownValue: {
    zh: '“{name}”没有值“{value}”；有：{known}',
    en: '"{name}" is never "{value}"; there are {known}',
  },
  unknownValueMeant: {
    zh: '“{name}”没有值“{value}”；是不是“{meant}”？',
    en: '"{name}" is never "{value}"; did you mean "{meant}"?',
  },
  numberExpected: {
    zh: '“{name}”是数字，不是“{value}”',
    en: '"{name}" is a number, not "{value}"',
  },
  numberPlain: {
    zh: '数字只写数字和小数点，不是“{value}”',
    en: 'a number is digits and a point, not "{value}"',
  },
  patternExpected: {
    zh: '~ 后面是斜杠之间的正则：text~/报销/',
    en: 'a pattern between slashes follows ~, as in text~/expenses/',
  },
  patternAfterColon: {
    zh: '正则写在 ~ 后面：{name}~{pattern}；它若是文字，请加引号',
    en: 'a pattern follows ~: {name}~{pattern}; quote it where it is text',
  },
  patternUnclosed: { zh: '正则缺少结尾的 /', en: 'the pattern has no closing /' },
  patternBad: { zh: '正则不能用：{detail}', en: 'the pattern cannot be used: {detail}' },
  quoteUnclosed: { zh: '引号没有闭合', en: 'the quote is not closed' },
  afterQuote: { zh: '引号后面要有空格', en: 'a blank follows a quote' },
  escapeAtEnd: { zh: '反斜杠后面缺少字符', en: 'a character follows the backslash' },
  operatorInWord: {
    zh: '“{operator}”两边要有空格；它若是文字，请加引号',
    en: 'blanks stand around "{operator}"; quote it where it is text',
  },
  parenthesisInWord: {
    zh: '词里的括号没有闭合；请给这个词加引号',
    en: 'the parenthesis within the word is not closed; quote the word',
  },
  groupUnclosed: { zh: '括号没有闭合', en: 'the parenthesis is not closed' },
  groupNotOpen: { zh: '这里没有可闭合的括号', en: 'there is no parenthesis to close' },
  groupEmpty: { zh: '括号里是空的', en: 'the parentheses are empty' },
  itemMissing: {
    zh: '“{operator}”少了一边的条件',
    en: 'a condition is missing beside "{operator}"',
  },
  tooLong: {
    zh: '过滤器太长：最多 {most} 个字符',
    en: 'the filter is too long: {most} characters at most',
  },
  tooDeep: { zh: '括号或否定太深：最多 {most} 层', en: 'nested too deeply: {most} levels at most' },
} as const satisfies Record<string, Sentence>;

export type FilterSentence = keyof typeof sentences;

type Keyed<P extends string> = { readonly [K in FilterSentence as `${P}${K}`]: Sentence };

/** The sentences as they are, and with the place of the command line before them. */
export const filterMessages = {
  ...keyed('filter.', (sentence) => sentence),
  ...keyed('E1001.filter.', ({ zh, en }) => ({
    zh: `--filter 第 {column} 列：${zh}\n  {pointed}`,
    en: `--filter, column {column}: ${en}\n  {pointed}`,
  })),
} as const;

function keyed<P extends string>(prefix: P, written: (sentence: Sentence) => Sentence): Keyed<P> {
  return Object.fromEntries(
    Object.entries(sentences).map(([code, sentence]) => [`${prefix}${code}`, written(sentence)]),
  ) as Keyed<P>;
}
