import type { Sentence } from './sentence.js';

/** What is told of deciding how a callback is answered, in plain lines. */
export const answeringMessages = {
  'line.answer.autoFail': {
    zh: '无人决定，{tookMs} ms 到点回复：{what}',
    en: 'nobody decided; answered at {tookMs} ms: {what}',
  },
  'line.answer.armed': {
    zh: '预设应答 · {tookMs} ms · {what}',
    en: 'armed answer · {tookMs} ms · {what}',
  },
  'line.answer.forward': {
    zh: '转发服务 · {tookMs} ms · {what}',
    en: 'forward · {tookMs} ms · {what}',
  },
  'line.callback.planned': {
    zh: '规则 {rule} 将在 {delayMs} ms 后应答',
    en: 'rule {rule} will answer after {delayMs} ms',
  },
  'line.callback.script': {
    zh: '规则 {rule} 的脚本正在运行',
    en: 'the script of rule {rule} runs',
  },
  'line.callback.retried': {
    zh: '第 {attempt} 次转发没有应答（{detail}），再试一次',
    en: 'forward attempt {attempt} gave no answer ({detail}); trying again',
  },
  'line.callback.forwardFailed': {
    zh: '转发服务没有给出应答：{detail}',
    en: 'the forward service gave no answer: {detail}',
  },
  'line.callback.forwardNote': {
    zh: '转发服务的应答：{detail}',
    en: 'answer of the forward service: {detail}',
  },
  'line.callback.held': {
    zh: '已停表：等到有人决定为止',
    en: 'clock stopped: waits until somebody decides',
  },
  'line.callback.holdFailed': {
    zh: '无法停表（{detail}），将按时空确认',
    en: 'its clock could not be stopped ({detail}); it is acknowledged in time',
  },
  'line.callback.expired': {
    zh: '按设定不应答：任其超时',
    en: 'not answered, on purpose: it expires',
  },
  'line.callback.dropped.superseded': {
    zh: '{who} 的决定没有用上：已有别的应答',
    en: 'the decision of {who} was not used: another one came first',
  },
  'line.callback.dropped.nothing-to-update': {
    zh: '{who} 决定得太晚，且不改动卡片',
    en: '{who} decided too late, and changes nothing on the card',
  },
  'line.callback.dropped.ended': {
    zh: '{who} 还没决定，程序已结束',
    en: 'the program ended before {who} decided',
  },
  'line.callback.restored': {
    zh: '上次运行没有做完：{who} 的点击 {action}，现在仍可更新卡片',
    en: 'left open by the last run: tap {action} of {who}; the card can still be updated',
  },
  'line.armed': {
    zh: '已预设：下一次「{filter}」→ {what}',
    en: 'armed: the next “{filter}” → {what}',
  },
  'line.armedTimes': {
    zh: '已预设：接下来 {times} 次「{filter}」→ {what}',
    en: 'armed: the next {times} of “{filter}” → {what}',
  },
  'line.armedAlways': {
    zh: '已预设：每次「{filter}」→ {what}',
    en: 'armed: every “{filter}” → {what}',
  },
  'line.disarmed': { zh: '已取消预设应答', en: 'armed answer taken back' },
  'line.forward.ok': { zh: '转发服务 {url} 正常', en: 'forward service {url} answers' },
  'line.forward.slow': {
    zh: '转发服务 {url} 太慢：{detail}',
    en: 'forward service {url} is slow: {detail}',
  },
  'line.forward.down': {
    zh: '转发服务 {url} 不可用：{detail}',
    en: 'forward service {url} is down: {detail}',
  },
  'line.split.other-watch': {
    zh: '本机另一个 dtcard（进程 {pid}）使用同一个 clientId：推送会在两者之间随机分配',
    en: 'another dtcard of this machine (process {pid}) uses the same clientId: each gets a random part of the pushes',
  },
  'line.split.other-connection': {
    zh: '同一个 clientId 还有 {count} 个连接：推送会在它们之间随机分配',
    en: 'the same clientId has {count} other connection(s): each gets a random part of the pushes',
  },
  'line.split.foreign-card': {
    zh: '收到不是由这里发送的卡片的回调（{outTrackId}）：可能有别的程序使用同一个 clientId，并拿走一部分推送',
    en: 'a callback of a card that was not sent from here ({outTrackId}): another program may use the same clientId and take part of the pushes',
  },
  'line.split.old-delivery': {
    zh: '收到 {ageMs} ms 前产生的推送：可能先发给了使用同一个 clientId 的别的程序',
    en: 'a push made {ageMs} ms ago: it may have gone to another program with the same clientId first',
  },
  'line.rules.off': {
    zh: '规则已停用，点击由人决定',
    en: 'rules are off; taps are decided by hand',
  },
  'line.rules.offProduction': {
    zh: '生产环境的配置：规则默认停用',
    en: 'production profile: rules start switched off',
  },
  'line.rules.on': { zh: '规则已启用', en: 'rules are on' },
  'line.rules.pinned': {
    zh: '已写入规则 {rule}（{file}:{line}）',
    en: 'written as rule {rule} ({file}:{line})',
  },
  'notice.scriptUnusable': {
    zh: '规则 {rule} 的脚本 {file} 无法使用（{detail}）；详见 dtcard rules check',
    en: 'the script {file} of rule {rule} cannot be used ({detail}); dtcard rules check tells more',
  },
  'notice.scriptOutput': { zh: '{file} 输出：{text}', en: '{file} printed: {text}' },
  'line.rule.scriptFailed': {
    zh: '规则 {rule} 的脚本失败：{error}',
    en: 'the script of rule {rule} failed: {error}',
  },
} as const satisfies Record<string, Sentence>;
