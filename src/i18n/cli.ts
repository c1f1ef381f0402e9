import type { Sentence } from './sentence.js';

/** Sentences of `--help`, prompts and one-shot commands. */
export const cliMessages = {
  'cli.description': {
    zh: '在终端里测试钉钉互动卡片：发送、观察、应答，自带钉钉模拟器',
    en: 'test DingTalk interactive cards from the terminal: send, watch, answer, with a DingTalk simulator inside',
  },
  'cli.lang': { zh: '语言：zh 或 en', en: 'language: zh or en' },
  'cli.api': {
    zh: '接口地址：钉钉的一个 https 域名，或本机模拟器（也可用 DTCARD_API）',
    en: "API origin: one of DingTalk's https hosts or a simulator on this machine (or DTCARD_API)",
  },
  'cli.profile': { zh: '使用哪个登录档案', en: 'which stored login to use' },
  'cli.json': { zh: '输出 JSON', en: 'print JSON' },
  'cli.login': {
    zh: '保存应用凭证（先取一次 token 验证）',
    en: 'store app credentials, after a token could be fetched with them',
  },
  'cli.login.clientId': { zh: '应用的 Client ID（AppKey）', en: "the app's Client ID (AppKey)" },
  'cli.login.stdin': {
    zh: '从标准输入读取 Client Secret',
    en: 'read the Client Secret from standard input',
  },
  'cli.login.production': { zh: '标记为生产应用', en: 'mark as a production app' },
  'cli.login.askId': { zh: 'Client ID（AppKey）：', en: 'Client ID (AppKey): ' },
  'cli.login.askSecret': { zh: 'Client Secret（输入不显示）：', en: 'Client Secret (not shown): ' },
  'cli.login.done': {
    zh: '已登录 {clientId}（档案 {profile}），保存在 {file}',
    en: 'logged in as {clientId} (profile {profile}), stored in {file}',
  },
  'cli.logout': { zh: '删除保存的凭证', en: 'remove stored credentials' },
  'cli.logout.done': { zh: '已删除档案 {profile}', en: 'profile {profile} removed' },
  'cli.logout.none': { zh: '没有档案 {profile}', en: 'there is no profile {profile}' },
  'cli.whoami': { zh: '显示当前使用的应用', en: 'show which app is in use' },
  'cli.whoami.line': {
    zh: '{clientId}（{source}{production}）→ {api}',
    en: '{clientId} ({source}{production}) → {api}',
  },
  'cli.whoami.production': { zh: '，生产', en: ', production' },
  'cli.send': {
    zh: '发送一张卡片并检查投递结果',
    en: 'send a card and read every delivery result',
  },
  'cli.send.template': {
    zh: 'dtcard.yaml 里的别名，或卡片模板 ID（cardTemplateId，以 .schema 结尾）',
    en: 'alias of dtcard.yaml, or cardTemplateId, ending in .schema',
  },
  'cli.send.to': {
    zh: '会话 ID（cid…）、用户 ID、完整的 openSpaceId，或 dtcard.yaml 里的收件人',
    en: 'conversation id (cid…), user id, full openSpaceId, or a recipient of dtcard.yaml',
  },
  'cli.send.set': { zh: '设置一个变量 k=v，可重复', en: 'set a variable, k=v, repeatable' },
  'cli.send.data': {
    zh: '变量的 JSON 或 YAML 文件，或 - 表示标准输入',
    en: 'variables in a JSON or YAML file, or - for standard input',
  },
  'cli.send.delivered': {
    zh: '已送达 {spaceType} {spaceId}',
    en: 'delivered to {spaceType} {spaceId}',
  },
  'cli.send.undelivered': {
    zh: '未送达 {spaceType} {spaceId}：{errorMsg}',
    en: 'not delivered to {spaceType} {spaceId}: {errorMsg}',
  },
  'cli.watch': {
    zh: '保持 Stream 连接：显示消息与回调，按规则或手动应答',
    en: 'hold the Stream connection: show messages and callbacks, answer by rules or by hand',
  },
  'cli.watch.tapExpired': { zh: '到点没有回应', en: 'nobody answered in time' },
  'cli.watch.tapRefused': {
    zh: '回应了 code {code}，不生效',
    en: 'answered with code {code}: nothing changes',
  },
  'cli.watch.tapUndeliverable': {
    zh: '回调没有发出：{reason}',
    en: 'no callback was sent: {reason}',
  },
  'cli.watch.sim': {
    zh: '在本进程内启动模拟器并连接它',
    en: 'start a simulator in this process and connect to it',
  },
  'cli.watch.demo': {
    zh: '播放四张卡片的演示（需要 --sim）',
    en: 'play a story with four cards (with --sim)',
  },
  'cli.watch.rules': {
    zh: '规则文件（YAML，保存即生效）',
    en: 'rules file (YAML, reloaded when saved)',
  },
  'cli.watch.noRules': { zh: '不使用任何规则', en: 'use no rules' },
  'cli.watch.json': {
    zh: '每个事件输出一行 JSON，连接成功后才输出第一行',
    en: 'one event a line as JSON; the first line comes when connected',
  },
  'cli.watch.record': { zh: '事件文件的位置', en: 'where to write the event file' },
  'cli.watch.noRecord': { zh: '不写事件文件', en: 'write no event file' },
  'cli.watch.filter': {
    zh: "只显示符合的，如 'kind:callback user:李四 !late'；其余仍写入事件文件",
    en: "show only what fits, e.g. 'kind:callback user:李四 !late'; the event file has everything",
  },
  'cli.watch.maxEvents': {
    zh: '收到这么多条消息和回调后结束',
    en: 'end after this many messages and callbacks',
  },
  'cli.watch.duration': {
    zh: '运行这么久后结束，如 30s、5m',
    en: 'end after this long, e.g. 30s, 5m',
  },
  'cli.watch.plain': { zh: '逐行输出，不用全屏界面', en: 'plain lines instead of the full screen' },
  'cli.watch.template': {
    zh: '全屏界面里可选的模板 ID，可重复',
    en: 'template id to choose from on the screen, repeatable',
  },
  'cli.watch.forward': {
    zh: '把卡片回调按 HTTP 回调的形式转给自己的服务，再用它的应答',
    en: 'hand card callbacks to your own service in the HTTP form, and answer what it answers',
  },
  'cli.watch.onDeadline': {
    zh: '到点无人决定时：ack-then-update（默认）、fail、let-it-expire 或 hold（仅模拟器）',
    en: 'when nobody decides in time: ack-then-update (default), fail, let-it-expire or hold (simulator only)',
  },
  'cli.watch.answerReach': {
    zh: '应答里的 cardData 谁能看到：everyone 或 clicker',
    en: 'who sees the cardData of an answer: everyone or clicker',
  },
  'cli.watch.effects': {
    zh: '与 --json 一起：每次应答或更新之后，多一行谁看到什么（callback.effect）',
    en: 'with --json: a line of who sees what after each answer and update (callback.effect)',
  },
  'cli.watch.enableRules': {
    zh: '在生产应用上也从一开始就启用规则',
    en: 'rules are on from the start on a production app, too',
  },
  'cli.watch.yes': { zh: '确认在生产应用上运行', en: 'yes, run on a production app' },
  'cli.sim': {
    zh: '启动钉钉模拟器，或操作一个正在运行的模拟器',
    en: 'run a DingTalk simulator, or act on a running one',
  },
  'cli.sim.port': { zh: '端口，0 为任意空闲端口', en: 'port, 0 for any free one' },
  'cli.sim.setting': {
    zh: '模拟器设置 name=value，可重复',
    en: 'simulator setting, name=value, repeatable',
  },
  'cli.sim.ready': {
    zh: '模拟器已就绪 {origin}  clientId={clientId}  clientSecret={clientSecret}',
    en: 'simulator ready {origin}  clientId={clientId}  clientSecret={clientSecret}',
  },
  'cli.sim.message': { zh: '以某人身份给机器人发消息', en: 'write to the bot as somebody' },
  'cli.sim.tap': { zh: '以某人身份点击卡片', en: 'tap a card as somebody' },
  'cli.sim.card': { zh: '查看某人看到的卡片数据', en: "show a card's data as somebody sees it" },
  'cli.sim.settings': {
    zh: '列出模拟器的设置及其依据',
    en: "list the simulator's settings and what they rest on",
  },
  'cli.sim.as': { zh: '用户 ID 或姓名', en: 'user id or name' },
  'cli.sim.in': {
    zh: '会话 ID 或名称；默认是群聊',
    en: 'conversation id or title; the group by default',
  },
  'cli.sim.action': {
    zh: '组件的动作 ID（actionIds）',
    en: "the component's action id (actionIds)",
  },
  'cli.sim.param': {
    zh: '回传参数 k=v，可重复；值能解析为 JSON 时按 JSON',
    en: 'callback param, k=v, repeatable; JSON where the value parses as such',
  },
  'cli.sim.sent': { zh: '{who}：{text}（msgId {msgId}）', en: '{who}: {text} (msgId {msgId})' },
  'cli.sim.sentNobody': {
    zh: '没有机器人在线，消息没有送达',
    en: 'no bot is connected, the message reached nobody',
  },
  'cli.sim.tapped': {
    zh: '{outcome} · code {code} · {tookMs} ms · {applied}',
    en: '{outcome} · code {code} · {tookMs} ms · {applied}',
  },
  'cli.sim.applied': { zh: '卡片已更新', en: 'card updated' },
  'cli.sim.notApplied': { zh: '卡片未变', en: 'card unchanged' },
  'cli.sim.tapFailed': { zh: '{outcome}：{reason}', en: '{outcome}: {reason}' },
  'cli.version': { zh: '显示版本号', en: 'show the version' },
  'cli.help': { zh: '显示帮助', en: 'show help' },
  'cli.help.usage': { zh: '用法：', en: 'Usage:' },
  'cli.help.arguments': { zh: '参数：', en: 'Arguments:' },
  'cli.help.options': { zh: '选项：', en: 'Options:' },
  'cli.help.commands': { zh: '命令：', en: 'Commands:' },
  'cli.help.examples': { zh: '示例：', en: 'Examples:' },
} as const satisfies Record<string, Sentence>;
