import type { Sentence } from './sentence.js';

/** Editing an answer, and pinning one as a rule. */
export const tuiEditingMessages = {
  'tui.key.send': { zh: '发出', en: 'send' },
  'tui.key.toggleSent': { zh: '发/不发', en: 'send or not' },
  'tui.key.toggleJson': { zh: 'JSON/表单', en: 'JSON/form' },
  'tui.key.openEditor': { zh: '外部编辑器', en: '$EDITOR' },
  'tui.key.keepDraft': { zh: '留作草稿', en: 'keep draft' },
  'tui.key.lineUp': { zh: '上一行', en: 'line up' },
  'tui.key.lineDown': { zh: '下一行', en: 'line down' },
  'tui.key.pin': { zh: '存为规则', en: 'pin as rule' },
  'tui.key.pinIt': { zh: '写入规则', en: 'write the rule' },
  'tui.key.otherPin': { zh: '适用于', en: 'holds for' },
  'tui.context.answerForm': { zh: '编辑应答', en: 'Editing an answer' },
  'tui.context.answerJson': { zh: '编辑应答（JSON）', en: 'Editing an answer as JSON' },
  'tui.context.pin': { zh: '存为规则', en: 'Pinning a rule' },
  'tui.editing.answer': { zh: '编辑应答', en: 'Editing the answer' },
  'tui.editing.late': { zh: '编辑迟到的更新', en: 'Editing a late update' },
  'tui.editing.lateToAll': {
    zh: '编辑迟到的更新：所有人可见',
    en: 'Editing a late update — reaches everyone',
  },
  'tui.editing.decided': {
    zh: '已由别处决定，改为更新',
    en: 'Decided meanwhile: an update',
  },
  'tui.editing.decidedToAll': {
    zh: '已由别处决定，改为更新：所有人可见',
    en: 'Decided meanwhile: an update — reaches everyone',
  },
  'tui.editing.gone': {
    zh: '回调已不在内存中，无法发出',
    en: 'The callback is no longer in memory: it cannot be sent',
  },
  'tui.editing.from.rule': {
    zh: '起点：规则 {rule}（最接近）',
    en: 'begins with rule {rule}, the nearest',
  },
  'tui.editing.from.recent': {
    zh: '起点：上次对这个动作的应答',
    en: 'begins with the last answer to this action',
  },
  'tui.editing.from.card': {
    zh: '起点：卡片现在的值，改过的才发',
    en: 'begins with what the card shows; only what is changed is sent',
  },
  'tui.editing.from.nothing': { zh: '起点：空', en: 'begins with nothing' },
  'tui.editing.from.draft': { zh: '起点：留下的草稿', en: 'begins with the draft that was kept' },
  'tui.editing.public': { zh: '公有数据 · 所有人', en: 'public data · everyone' },
  'tui.editing.publicInTime': {
    zh: '公有数据 · 按时只有 {name} 可见，迟到则所有人可见',
    en: 'public data · in time for {name} only, late for everyone',
  },
  'tui.editing.private': { zh: '私有数据 · 仅 {name}', en: 'private data · {name} only' },
  'tui.editing.addPublic': { zh: '＋变量', en: '+ variable' },
  'tui.editing.addPrivate': { zh: '＋私有变量', en: '+ private variable' },
  'tui.editing.unsent': { zh: '不发送', en: 'not sent' },
  'tui.editing.emptyText': { zh: '空文本', en: 'empty text' },
  'tui.editing.replacePublic': {
    zh: '替换其余：没有发送的公有变量会被清空',
    en: 'replace the rest: public variables that are not sent are wiped',
  },
  'tui.editing.replacePrivate': {
    zh: '替换其余：没有发送的私有变量会被清空',
    en: 'replace the rest: private variables that are not sent are wiped',
  },
  'tui.editing.moreFindings': { zh: '还有 {count} 条', en: '{count} more' },
  'tui.editing.draftKept': {
    zh: '草稿已保留：{name} {action}，按 e 继续',
    en: 'draft kept: {name} {action}; e takes it up again',
  },
  'tui.editing.nothing': {
    zh: '没有要发送的值；只想确认就按 esc 再按 0',
    en: 'no value is to be sent; to acknowledge only, press esc and then 0',
  },
  'tui.editing.jsonFirst': {
    zh: '先改正 JSON：{problem}',
    en: 'correct the JSON first: {problem}',
  },
  'tui.json.at': {
    zh: '第 {line} 行第 {column} 列：{what}',
    en: 'line {line}, column {column}: {what}',
  },
  'tui.json.value': { zh: '这里应有一个值', en: 'a value is expected here' },
  'tui.json.name': { zh: '这里应有带双引号的名称', en: 'a name in double quotes is expected here' },
  'tui.json.colon': { zh: '这里应有冒号', en: 'a colon is expected here' },
  'tui.json.listEnd': {
    zh: '这里应有逗号或右方括号',
    en: 'a comma or the closing bracket is expected here',
  },
  'tui.json.objectEnd': {
    zh: '这里应有逗号或右花括号',
    en: 'a comma or the closing brace is expected here',
  },
  'tui.json.string': { zh: '文本没有结束的引号', en: 'this text has no closing quote' },
  'tui.json.escape': { zh: '没有这种转义', en: 'there is no such escape' },
  'tui.json.control': {
    zh: '文本里的控制字符要写成转义，如 \\t',
    en: 'control characters in a text are written as escapes, such as \\t',
  },
  'tui.json.rest': { zh: '值已结束，后面是多余的', en: 'the value ended before; this is too much' },
  'tui.json.deep': { zh: '嵌套太深', en: 'nested too deeply' },
  'tui.json.fine': { zh: 'JSON 有效', en: 'the JSON is valid' },
  'tui.editor.none': {
    zh: '没有设置 $VISUAL 或 $EDITOR',
    en: 'neither $VISUAL nor $EDITOR is set',
  },
  'tui.editor.failed': { zh: '✗ 编辑器没有完成：{detail}', en: '✗ the editor failed: {detail}' },
  'tui.editor.unchanged': { zh: '编辑器里没有改动', en: 'nothing was changed in the editor' },
  'tui.pin.title': { zh: '存为规则', en: 'Pin as a rule' },
  'tui.pin.name': { zh: '名称', en: 'name' },
  'tui.pin.nameHint': { zh: '规则的名称', en: 'name of the rule' },
  'tui.pin.action': { zh: '动作 {action}', en: 'action {action}' },
  'tui.pin.everyAction': { zh: '每个回调', en: 'every callback' },
  'tui.pin.template': {
    zh: '动作 {action}，仅模板 {template}',
    en: 'action {action}, template {template} only',
  },
  'tui.pin.user': { zh: '动作 {action}，仅 {name}', en: 'action {action}, {name} only' },
  'tui.pin.says': { zh: '应答：{what}', en: 'answers {what}' },
  'tui.pin.saysEmpty': { zh: '空确认', en: 'an empty acknowledgement' },
  'tui.pin.saysFail': { zh: '失败 {code}', en: 'failure {code}' },
  'tui.pin.done': {
    zh: '✓ 已写入规则 {rule}：{file} 第 {line} 行',
    en: '✓ rule {rule} written: {file}, line {line}',
  },
  'tui.pin.failed': { zh: '✗ 没有写入：{detail}', en: '✗ not written: {detail}' },
  'tui.pin.notByHand': {
    zh: '只有手动作出的应答可以存为规则',
    en: 'only what was answered by hand can be pinned',
  },
  'tui.pin.undecided': {
    zh: '先应答这个回调，再把应答存为规则',
    en: 'answer this callback first; then its answer can be pinned',
  },
  'tui.pin.noFile': {
    zh: '没有规则文件：用 --rules <文件> 启动',
    en: 'there is no rules file: start with --rules <file>',
  },
  'tui.pin.noCallback': { zh: '这一条不是卡片回调', en: 'this row is no card callback' },
} as const satisfies Record<string, Sentence>;
