import type { Sentence } from './sentence.js';

/** Why touching a card did nothing; `{what}` names the part where the reason has one. */
export const actingMessages = {
  'nothing.no-such-key': {
    zh: '卡片上没有这个可点击的部分：{what}',
    en: 'the card has nothing to touch called {what}',
  },
  'nothing.wrong-gesture': {
    zh: '这个组件不接受 {what}',
    en: 'this component does not take {what}',
  },
  'nothing.status': { zh: 'status 不是 normal，点击无效', en: 'its status is not normal' },
  'nothing.status-unset': {
    zh: 'status 没有值，客户端上点击无效；给绑定的变量赋值 normal',
    en: 'its status has no value, so clients do not react; set the variable to normal',
  },
  'nothing.forwarded': {
    zh: '转发的卡片不支持此操作（disabledWhileForward）',
    en: 'not available on a forwarded card (disabledWhileForward)',
  },
  'nothing.no-action': { zh: '没有设置点击事件', en: 'no action is set' },
  'nothing.no-action-id': {
    zh: '没有 actionId，不会发出回调',
    en: 'it has no actionId, so no callback is sent',
  },
  'nothing.click-off': {
    zh: '点击事件已关闭（enableClickEvent）',
    en: 'its click event is switched off (enableClickEvent)',
  },
  'nothing.no-link': {
    zh: '链接为空；空链接等于没有点击事件',
    en: 'its link is empty, which is the same as no action',
  },
  'nothing.none': { zh: '点击事件设为“无”', en: 'its action is “none”' },
  'nothing.incomplete': { zh: '动作缺少 {what}', en: 'the action lacks {what}' },
  'nothing.unknown-action': { zh: '未知的动作：{what}', en: 'unknown action: {what}' },
  'nothing.cancelled': { zh: '已取消', en: 'cancelled' },
  'nothing.no-such-item': { zh: '没有第 {what} 项', en: 'there is no item {what}' },
  'nothing.bad-local-data': {
    zh: 'customLocalData 不是 JSON 对象',
    en: 'customLocalData is not a JSON object',
  },
  'nothing.empty-input': {
    zh: '输入为空，没有提交（设置 emptyInputSubmit）',
    en: 'nothing was entered, so nothing was sent (setting emptyInputSubmit)',
  },
  'nothing.nothing-to-copy': { zh: '没有可复制的内容', en: 'there is nothing to copy' },
  'nothing.nothing-to-preview': { zh: '没有可预览的图片', en: 'there is no picture to look at' },
  'nothing.unknown-feedback': {
    zh: '客户端对此发送什么尚不清楚：{what}',
    en: 'what clients send for this is not known: {what}',
  },
  'nothing.too-many-steps': {
    zh: '事件链超过 {what} 步，已中止',
    en: 'the chain was stopped after {what} steps',
  },
  'nothing.host-failed': { zh: '客户端出错：{what}', en: 'the client failed: {what}' },
} as const satisfies Record<string, Sentence>;
