import type { Sentence } from './sentence.js';

/** Reasons that findings carry as stable words. */
export const findingWords = {
  'click-off': { zh: '点击事件已关闭', en: 'its click event is off' },
  'no-link': { zh: '链接是空的', en: 'its link is empty' },
  incomplete: { zh: '点击事件没有配完', en: 'its click event is not complete' },
  unexpected: { zh: '不该出现在这里', en: 'not expected here' },
  unfinished: { zh: '没有写完', en: 'it is not complete' },
  'too-long': { zh: '太长', en: 'too long' },
  'too-deep': { zh: '嵌套太深', en: 'nested too deep' },
  empty: { zh: '是空的', en: 'it is empty' },
  'not-objects': { zh: '应是对象', en: 'an object is expected' },
  'no-list': { zh: '这里应是列表', en: 'a list is expected here' },
  'no-name': { zh: '没有 name', en: 'it has no name' },
  'repeated-name': { zh: 'name 重复', en: 'its name is repeated' },
  'unknown-type': { zh: 'type 没有见过', en: 'its type is not known' },
  'no-text': { zh: '没有 text', en: 'it has no text' },
  'no-event': {
    zh: 'event.type 应是 openLink 或 sendCardRequest',
    en: 'event.type has to be openLink or sendCardRequest',
  },
  'no-action-id': {
    zh: 'sendCardRequest 没有 params.actionId',
    en: 'sendCardRequest has no params.actionId',
  },
  'wrong-item': { zh: '列表里混有别的类型', en: 'an entry is of another type' },
  'list-expected': { zh: '这里应是列表', en: 'a list is expected here' },
  'object-expected': { zh: '这里应是对象', en: 'an object is expected here' },
  'text-expected': { zh: '这里应有文字', en: 'a text is expected here' },
  'node-expected': { zh: '这里应是组件', en: 'a component is expected here' },
  'variable-expected': {
    zh: '这里应是带 name 的变量',
    en: 'a variable with a name is expected here',
  },
  'one-root-expected': { zh: '只能有一个根组件', en: 'there can be one root component only' },
} as const satisfies Record<string, Sentence>;
