import type { Sentence } from './sentence.js';

/** Sentences of `dtcard rules …`. */
export const rulesCommandMessages = {
  'cli.rules': {
    zh: '检查规则文件，解释哪条规则匹配',
    en: 'check a rules file, and explain which rule matches',
  },
  'cli.rules.check': {
    zh: '检查规则文件和它的脚本；有问题时退出码为 2',
    en: 'check a rules file and its scripts; exit code 2 when something is wrong',
  },
  'cli.rules.explain': {
    zh: '哪条规则匹配，别的为什么不匹配：一个事件、回调数据或录制文件，- 表示标准输入',
    en: 'which rule matches and why the others do not: an event, the data of a callback, or a recording; - for standard input',
  },
  'cli.rules.explain.rules': {
    zh: '规则文件；录制文件默认用它当时用的',
    en: 'rules file; for a recording that which it was made with, unless stated',
  },
  'rules.sound': {
    zh: '{file}：{count} 条规则，没有问题',
    en: '{file}: {count} rules, all in order',
  },
  'rules.unsound': { zh: '{file}：{count} 个问题', en: '{file}: {count} problems' },
  'rules.answers': { zh: '备好的答复：{names}', en: 'prepared answers: {names}' },
  'rules.shadowed': {
    zh: '规则 {rule} 永远轮不到：第 {line} 行的 {by} 没有条件，先取走全部',
    en: 'rule {rule} can never match: {by} on line {line} has no conditions and takes everything before it',
  },
  'rules.template': {
    zh: '规则 {rule} 的模板 {template} 不在 {project} 里',
    en: 'rule {rule}: {project} does not know the template {template}',
  },
  'rules.variable': {
    zh: '这个文件发出和更新的卡片都没有变量 {name}，是不是 {meant}？',
    en: 'no card of this file has a variable {name}; did you mean {meant}?',
  },
  'rules.tap': {
    zh: '{who} 点了 {actions}（卡片 {outTrackId}）',
    en: '{who} tapped {actions} (card {outTrackId})',
  },
  'rules.message': { zh: '{who} 说：{text}', en: '{who} says: {text}' },
  'rules.matched': { zh: '✓ {rule}（第 {line} 行）', en: '✓ {rule} (line {line})' },
  'rules.unmatched': { zh: '✗ 没有规则匹配', en: '✗ no rule matches' },
  'rules.guarded': { zh: '守卫不放行', en: 'its guard does not let it pass' },
  'rules.failed': {
    zh: '{path} 应为 {expected}，实际是 {actual}',
    en: '{path} should be {expected}, and is {actual}',
  },
  'rules.failed.nothing': {
    zh: '{path} 应为 {expected}，实际没有',
    en: '{path} should be {expected}, and there is nothing',
  },
  'rules.says.empty': { zh: '确认收到，不改卡片', en: 'acknowledges and changes nothing' },
  'rules.says.update': { zh: '答复 {words}', en: 'answers {words}' },
  'rules.says.fail': { zh: '拒绝：{code} {message}', en: 'refuses: {code} {message}' },
  'rules.says.leave': { zh: '留给别人决定', en: 'leaves it to somebody else' },
  'rules.says.script': { zh: '由脚本 {file} 决定', en: 'the script {file} decides' },
  'rules.says.delay': { zh: '等 {delayMs} 毫秒', en: 'waits {delayMs} ms' },
  'rules.says.send': {
    zh: '发卡片 {cardTemplateId} 到 {openSpaceId}',
    en: 'sends card {cardTemplateId} to {openSpaceId}',
  },
  'rules.says.updateCard': {
    zh: '更新卡片 {outTrackId}：{words}',
    en: 'updates card {outTrackId}: {words}',
  },
  'rules.says.stream': {
    zh: '向 {outTrackId} 的 {key} 逐步写入 {length} 个字符',
    en: 'streams {length} characters into {key} of {outTrackId}',
  },
  'rules.says.impossible': { zh: '做不到：{detail}', en: 'cannot be done: {detail}' },
  'rules.nothingToExplain': {
    zh: '里面没有消息，也没有回调',
    en: 'there is neither a message nor a callback in it',
  },
} as const satisfies Record<string, Sentence>;
