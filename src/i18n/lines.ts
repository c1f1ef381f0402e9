import type { Sentence } from './sentence.js';

/** Sentences of the plain line output and of notices. */
export const lineMessages = {
  'line.kind.session': { zh: '会话', en: 'session' },
  'line.kind.connection': { zh: '连接', en: 'connect' },
  'line.kind.message': { zh: '消息', en: 'message' },
  'line.kind.card': { zh: '卡片', en: 'card' },
  'line.kind.callback': { zh: '点击', en: 'tap' },
  'line.kind.answer': { zh: '应答', en: 'answer' },
  'line.kind.rules': { zh: '规则', en: 'rules' },
  'line.kind.api': { zh: '接口', en: 'api' },
  'line.kind.frame': { zh: '帧', en: 'frame' },
  'line.kind.simulator': { zh: '模拟器', en: 'sim' },
  'line.kind.notice': { zh: '提示', en: 'notice' },

  'line.session.started': {
    zh: 'dtcard {version} · 应用 {clientId} · {api}',
    en: 'dtcard {version} · app {clientId} · {api}',
  },
  'line.session.recording': { zh: '事件写入 {file}', en: 'events are written to {file}' },
  'line.session.ended': { zh: '结束：{reason}', en: 'ended: {reason}' },
  'line.connection.opened': {
    zh: '已连接 {endpoint}（{tookMs} ms）',
    en: 'connected to {endpoint} ({tookMs} ms)',
  },
  'line.connection.lost': {
    zh: '连接断开：{reason}，{detail}',
    en: 'connection lost: {reason}, {detail}',
  },
  'line.connection.failed': {
    zh: '连接失败：{reason}，{detail}',
    en: 'could not connect: {reason}, {detail}',
  },
  'line.connection.retrying': {
    zh: '{delayMs} ms 后第 {attempt} 次重连',
    en: 'trying again in {delayMs} ms (attempt {attempt})',
  },
  'line.connection.draining': {
    zh: '服务端将关闭此连接（{detail}），正在打开新连接',
    en: 'the server is closing this connection ({detail}); a new one is being opened',
  },
  'line.connection.refused': {
    zh: '连接被拒绝：{status} {code} {message}',
    en: 'connection refused: {status} {code} {message}',
  },
  'line.connection.closed': { zh: '连接已关闭', en: 'connection closed' },
  'line.message.received': { zh: '{who} → 机器人：{text}', en: '{who} → bot: {text}' },
  'line.message.receivedIn': {
    zh: '{who} 在「{where}」→ 机器人：{text}',
    en: '{who} in “{where}” → bot: {text}',
  },
  'line.message.duplicate': {
    zh: '重复推送的消息 {msgId}，已再次确认',
    en: 'message {msgId} delivered again, acknowledged again',
  },
  'line.message.unanswered': {
    zh: '没有规则处理这条消息：未应答',
    en: 'no rule takes this message: unanswered',
  },
  'line.message.quota': {
    zh: '推送额度已用完，消息没有正文（errCode {code}）',
    en: 'push quota used up, the message came without its text (errCode {code})',
  },
  'line.callback.received': { zh: '{who} 点击 {action}', en: '{who} tapped {action}' },
  'line.callback.problem': {
    zh: '回调内容无法解析：{problem}',
    en: 'the callback cannot be read: {problem}',
  },
  'line.callback.duplicate': {
    zh: '重复推送的回调，与第一次用同一个应答',
    en: 'callback delivered again: it gets the same answer as before',
  },
  'line.answer.rule': {
    zh: '规则 {rule} · {tookMs} ms · {what}',
    en: 'rule {rule} · {tookMs} ms · {what}',
  },
  'line.answer.manual': { zh: '手动 · {tookMs} ms · {what}', en: 'by hand · {tookMs} ms · {what}' },
  'line.answer.autoAck': {
    zh: '无人应答，已空确认（{tookMs} ms）',
    en: 'unanswered, acknowledged empty ({tookMs} ms)',
  },
  'line.answer.shutdown': {
    zh: '退出前空确认（{tookMs} ms）',
    en: 'acknowledged empty before leaving ({tookMs} ms)',
  },
  'line.answer.unsent': {
    zh: '连接已断，应答未发出',
    en: 'the connection was gone, the answer was not sent',
  },
  'line.answer.empty': { zh: '确认，不更新卡片', en: 'acknowledged, card unchanged' },
  'line.answer.failure': { zh: '失败 code {code}', en: 'failure, code {code}' },
  'line.answer.lateRule': {
    zh: '规则 {rule} {tookMs} ms 才决定，来不及作为应答，改为更新卡片 · {what}',
    en: 'rule {rule} decided after {tookMs} ms, too late for an answer: sent as a card update · {what}',
  },
  'line.answer.lateForward': {
    zh: '转发服务 {tookMs} ms 才决定，来不及作为应答，改为更新卡片 · {what}',
    en: 'the forward service decided after {tookMs} ms, too late for an answer: sent as a card update · {what}',
  },
  'line.answer.late': {
    zh: '{tookMs} ms 才决定，来不及作为应答，改为更新卡片 · {what}',
    en: 'decided after {tookMs} ms, too late for an answer: sent as a card update · {what}',
  },
  'line.card.sent': { zh: '已发送 {template} → {where}', en: 'sent {template} → {where}' },
  'line.card.undelivered': {
    zh: '未送达 {where}：{errorMsg}',
    en: 'not delivered to {where}: {errorMsg}',
  },
  'line.card.uncertain': {
    zh: '请求没有得到答复，卡片可能已创建；用同一 outTrackId 重试：{detail}',
    en: 'no answer to the request, the card may exist; repeating with the same outTrackId: {detail}',
  },
  'line.card.failed': { zh: '发送失败：{error}', en: 'not sent: {error}' },
  'line.card.updated': { zh: '已更新 · {what}', en: 'updated · {what}' },
  'line.card.streaming': {
    zh: '流式输出 {key}：{size} 字',
    en: 'streaming {key}: {size} characters',
  },
  'line.card.streamed': {
    zh: '流式输出完成 {key}：{size} 字',
    en: 'streamed {key}: {size} characters',
  },
  'line.card.streamEnded': {
    zh: '流式输出以失败结束 {key}：{size} 字',
    en: 'streaming {key} ended as failed: {size} characters',
  },
  'line.card.streamFailed': {
    zh: '流式输出 {key} 失败：{error}',
    en: 'not streamed {key}: {error}',
  },
  'line.card.updateFailed': { zh: '更新失败：{error}', en: 'not updated: {error}' },
  'line.rules.loaded': { zh: '{file}：{count} 条规则', en: '{file}: {count} rules' },
  'line.rules.rejected': { zh: '{file} 无法使用', en: '{file} cannot be used' },
  'line.rules.kept': {
    zh: '{file} 无法使用，沿用之前的规则',
    en: '{file} cannot be used, the rules loaded before stay in force',
  },
  'line.rules.problem': {
    zh: '第 {line} 行第 {column} 列：{message}',
    en: 'line {line}, column {column}: {message}',
  },
  'line.rule.left': { zh: '规则 {rule}：不处理', en: 'rule {rule}: left alone' },
  'line.api.failed': {
    zh: '{method} {path} 失败（第 {attempt} 次）：{error}',
    en: '{method} {path} failed (try {attempt}): {error}',
  },
  'line.frame.malformed': {
    zh: '无法解析的帧（{problem}）：{detail}',
    en: 'unreadable frame ({problem}): {detail}',
  },
  'line.frame.other': { zh: '{frameType} {topic}', en: '{frameType} {topic}' },
  'line.sim.seesAll': {
    zh: '卡片对所有人显示 {what}',
    en: 'the card now shows {what} to everyone',
  },
  'line.sim.sees': { zh: '卡片对 {who} 显示 {what}', en: 'the card now shows {what} to {who}' },
  'line.sim.expired': {
    zh: '{who} 的点击在 {afterMs} ms 内没有得到应答',
    en: 'the tap of {who} got no answer within {afterMs} ms',
  },
  'line.sim.undeliverable': {
    zh: '{who} 的点击无法送达：{reason}',
    en: 'the tap of {who} reached nobody: {reason}',
  },
  'line.sim.warning': { zh: '{code}：{message}', en: '{code}: {message}' },

  'notice.rulesFailed': { zh: '规则执行出错：{detail}', en: 'a rule failed: {detail}' },
  'notice.noRules': {
    zh: '没有规则文件：卡片回调只做空确认',
    en: 'no rules file: callbacks are only acknowledged',
  },
  'notice.noRulesFile': { zh: '没有规则文件', en: 'no rules file' },
  'notice.listener': { zh: '内部错误：{detail}', en: 'internal error: {detail}' },
  'notice.valuesEncoded': {
    zh: '变量 {keys} 不是字符串，已编码为 JSON 文本',
    en: 'variables {keys} were not strings and were encoded as JSON text',
  },
  'notice.storyOver': {
    zh: '演示结束：每次点击都改变了卡片',
    en: 'the story is over: every tap changed its card',
  },
  'notice.storyUnanswered': {
    zh: '演示结束：未应答（{what}）',
    en: 'the story is over: unanswered ({what})',
  },
} as const satisfies Record<string, Sentence>;
