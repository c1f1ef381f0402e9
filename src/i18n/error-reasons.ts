import type { Sentence } from './sentence.js';

/**
 * Errors whose param `reason` makes the difference: `<code>.<reason>` takes the place of `<code>`, and
 * `<code>.<reason>.next` that of `<code>.next`, where there is one.
 */
export const errorReasons = {
  'E1001.assignment': {
    zh: '{option} {value}：应写成 key=value',
    en: '{option} {value}: expected key=value',
  },
  'E1001.duration': {
    zh: '{option} {value}：应是 30s、5m、500ms 这样的时间',
    en: '{option} {value}: expected a time such as 30s, 5m or 500ms',
  },
  'E1001.count': {
    zh: '{option} {value}：应是 {least} 到 {most} 的整数',
    en: '{option} {value}: expected a whole number from {least} to {most}',
  },
  'E1001.lang': {
    zh: '--lang {value}：应是 zh 或 en',
    en: '--lang {value}: expected zh or en',
  },
  'E1001.choice': {
    zh: '{option} {value}：应是 {choices} 之一',
    en: '{option} {value}: expected one of {choices}',
  },
  'E1001.exclusive': {
    zh: '{first} 与 {second} 不能一起用',
    en: '{first} and {second} exclude each other',
  },
  'E1001.alias': {
    zh: '“{value}” 不能用作别名',
    en: '"{value}" cannot be an alias',
  },
  'E1001.alias.next': {
    zh: '用 --as 另取一个：字母、数字（任何文字）和 . _ -，最多 64 个，不能像模板 ID 或文件名',
    en: 'Choose one with --as: letters and digits of any script, ".", "_" and "-", 64 at most, nothing that looks like an id or a file',
  },
  'E1001.alias-taken': {
    zh: '别名 {alias} 已经属于 {file}（{cardTemplateId}）',
    en: 'The alias {alias} stands for {file} already ({cardTemplateId})',
  },
  'E1001.alias-taken.next': {
    zh: '用 --as 另取一个别名；确实要改指新文件，也用 --as {alias} 写明',
    en: 'Choose another with --as; to make it stand for the new file, say so with --as {alias}',
  },
  'E1017.nearest.next': {
    zh: '是不是 {meant}？已知的：{known}',
    en: 'Did you mean {meant}? Known: {known}',
  },
  'E1017.no-file': {
    zh: 'dtcard.yaml 里的 {template} 没有 file，无法读取模板',
    en: '{template} has no file in dtcard.yaml, so there is no template to read',
  },
  'E1017.no-file.next': {
    zh: '从卡片平台导出它，再用 dtcard template add <文件> --as {template} 登记',
    en: 'Export it on the card platform, then dtcard template add <file> --as {template}',
  },
  'E1001.demo-without-sim': {
    zh: '--demo 要和 --sim 一起用：演示在模拟器上播放',
    en: '--demo needs --sim: the story is played on the simulator',
  },
  'E1001.open-without-sim': {
    zh: '--open 要和 --sim 一起用：聊天页面是模拟器的',
    en: '--open needs --sim: the chat page belongs to the simulator',
  },
  'E1001.sim-with-api': {
    zh: '--sim 会启动自己的模拟器，不能再用 --api',
    en: '--sim starts a simulator of its own and takes no --api',
  },
  'E1001.sim-with-api.next': {
    zh: '要连接已有的模拟器：在另一个终端运行 dtcard sim，这里只用 --api',
    en: 'To use one that runs already: dtcard sim in another shell, and --api alone here',
  },
  'E1001.effects-without-json': {
    zh: '--effects 要和 --json 一起用',
    en: '--effects needs --json',
  },
  'E1001.json-and-plain': {
    zh: '--json 与 --plain 只能选一个',
    en: '--json and --plain exclude each other',
  },
  'E1001.production': {
    zh: '{clientId} 标记为生产应用，不会随手连接',
    en: '{clientId} is marked as a production app and is not connected to casually',
  },
  'E1001.production.next': {
    zh: '开发时最好另建一个应用；确定要连接就加上 --yes：真实用户的一部分消息和点击会到达这里，生产服务收不到',
    en: 'Better use an app of its own for development. To connect all the same add --yes: part of what real users send and tap then arrives here, and not at the production service',
  },
  'E1001.rules-needed': {
    zh: '要用 --rules 写明规则文件：{value} 里没有提到',
    en: 'Name the rules file with --rules: {value} does not say which one',
  },
  'E1001.not-explainable': {
    zh: '{value} 第 {line} 行既不是事件，也不是消息或回调的数据：{detail}',
    en: 'Line {line} of {value} is neither an event nor the data of a message or a callback: {detail}',
  },
  'E1001.not-explainable.next': {
    zh: '给出 dtcard watch --json 的一行、回调的 data、或一个录制文件',
    en: 'Give a line of dtcard watch --json, the data of a callback, or a recording',
  },
  'E1001.secret-argument': {
    zh: '密钥不能写在命令行里：本机其他人看得到，shell 也会记下来',
    en: 'A secret does not go on the command line: others on this machine see it, and shells keep it',
  },
  'E1001.secret-argument.next': {
    zh: '从标准输入传入：--client-secret-stdin，或不写，由 dtcard login 询问；刚才那个密钥建议重置',
    en: 'Pass it on standard input with --client-secret-stdin, or let dtcard login ask; consider resetting the one just typed',
  },
  'E1001.forward-url': {
    zh: '--forward {value}：应是 http:// 或 https:// 开头的网址',
    en: '--forward {value}: expected a URL that starts with http:// or https://',
  },
  'E1001.forward-url.next': {
    zh: '写成你的服务的地址，如 http://127.0.0.1:3000/cards',
    en: 'Name the address of your service, such as http://127.0.0.1:3000/cards',
  },
  'E1001.profile-name': {
    zh: '档案名 {value} 不可用：只能有字母、数字和 . _ -',
    en: 'The profile name {value} cannot be used: letters, digits, . _ - only',
  },
  'E1002.empty': { zh: '收件人是空的', en: 'The recipient is empty' },
  'E1002.no-sender': {
    zh: '没有 {detail}，不知道把卡片发给谁',
    en: 'There is no {detail}, and so nobody to send the card to',
  },
  'E1002.no-sender.next': {
    zh: '发送者可能不在本组织，或应用尚未发布；也可以在规则里用 to 写明收件人',
    en: 'The sender may be outside the organisation, or the app not published; a rule can also name the recipient with "to"',
  },
  'E1002.no-conversation': {
    zh: '没有 {detail}，不知道把卡片发到哪个群',
    en: 'There is no {detail}, and so no group to send the card to',
  },
  'E1002.no-card': {
    zh: '没有 {detail}，不知道更新哪张卡片',
    en: 'There is no {detail}, and so no card to update',
  },
  'E1002.no-card.next': {
    zh: '看看规则里写的 outTrackId 取到了什么值',
    en: 'See what the outTrackId in the rule comes to',
  },
  'E1002.union-id': {
    zh: '规则里的收件人不能是 unionId：{to}',
    en: 'The recipient in a rule cannot be a unionId: {to}',
  },
  'E1002.union-id.next': {
    zh: '改用 userId',
    en: 'Use the userId',
  },
  'E1002.too-long': {
    zh: '收件人太长：openSpaceId 最多 1000 个字符',
    en: 'The recipient is too long: an openSpaceId has 1000 characters at most',
  },
  'E1002.characters': {
    zh: '收件人 {to} 里有空格、换行或不可见字符',
    en: 'The recipient {to} holds blanks, line ends or invisible characters',
  },
  'E1002.encrypted-id': {
    zh: '{to} 是加密的 senderId，不能用作收件人',
    en: '{to} is an encrypted senderId and of no use as a recipient',
  },
  'E1002.encrypted-id.next': {
    zh: '单聊请用同一条消息里的 senderStaffId，群聊请用 conversationId（cid…）',
    en: 'Take senderStaffId of the same message for a person, or conversationId (cid…) for a group',
  },
  'E1002.prefix-misspelt': {
    zh: '{to} 的前缀写错了：应是 dtv1.card//，没有冒号，两个斜杠',
    en: 'The prefix of {to} is misspelt: it is dtv1.card// with two slashes and no colon',
  },
  'E1002.prefix-missing': {
    zh: '{to} 缺少前缀 dtv1.card//',
    en: '{to} lacks the prefix dtv1.card//',
  },
  'E1002.prefix-missing.next': {
    zh: '写成 dtv1.card//{to}',
    en: 'Write dtv1.card//{to}',
  },
  'E1002.space-type': {
    zh: 'openSpaceId 里的场域 {detail} 不存在',
    en: 'There is no space type {detail} in an openSpaceId',
  },
  'E1002.space-type.next': {
    zh: '可用：IM_GROUP、IM_ROBOT、IM_SINGLE、ONE_BOX、CO_FEED、DOC',
    en: 'Known ones: IM_GROUP, IM_ROBOT, IM_SINGLE, ONE_BOX, CO_FEED, DOC',
  },
  'E1002.target-malformed': {
    zh: 'openSpaceId 的目标「{detail}」不完整：应是 类型.ID',
    en: 'The target "{detail}" of the openSpaceId is incomplete: it is TYPE.id',
  },
  'E1002.case-changed': {
    zh: '{to} 像是被改过大小写的会话 ID，而会话 ID 区分大小写',
    en: '{to} looks like a conversation id whose case was changed, and its case counts',
  },
  'E1002.case-changed.next': {
    zh: '在群里 @机器人，从 dtcard watch 里照原样复制 cid…',
    en: 'Mention the bot in the group and copy the cid… from dtcard watch as it is',
  },
  'E1002.phone': {
    zh: '{to} 像是手机号，而收件人要 userId',
    en: '{to} looks like a phone number; a recipient is a userId',
  },
  'E1002.phone.next': {
    zh: '用消息里的 senderStaffId；如果它确实是 userId，写成 user:{to}',
    en: "Take a message's senderStaffId; if it really is a userId, write user:{to}",
  },
  'E1002.template-id': {
    zh: '{to} 是卡片模板 ID，不是收件人',
    en: '{to} is a card template id, not a recipient',
  },
  'E1002.uuid': {
    zh: '{to} 像是模板 ID 或 outTrackId，不是收件人',
    en: '{to} looks like a template id or an outTrackId, not a recipient',
  },
  'E1002.uuid.next': {
    zh: '如果它确实是 userId，写成 user:{to}',
    en: 'If it really is a userId, write user:{to}',
  },
  'E1002.client-id': {
    zh: '{to} 像是应用的 Client ID 或企业的 corpId，不是收件人',
    en: "{to} looks like an app's Client ID or a corpId, not a recipient",
  },
  'E1002.client-id.next': {
    zh: '如果它确实是 userId，写成 user:{to}',
    en: 'If it really is a userId, write user:{to}',
  },
  'E1002.session-webhook': {
    zh: '这是 sessionWebhook，互动卡片不能经由它发送',
    en: 'This is a sessionWebhook, which takes no interactive cards',
  },
  'E1002.url': { zh: '这是一个网址，不是收件人', en: 'This is a web address, not a recipient' },
  'E1002.multi-target': {
    zh: '{to} 像是多个收件人',
    en: '{to} looks like several recipients',
  },
  'E1002.multi-target.next': {
    zh: '一次发一个；或写完整的 dtv1.card//IM_ROBOT.a;IM_GROUP.cid…',
    en: 'Send to one at a time, or write dtv1.card//IM_ROBOT.a;IM_GROUP.cid… in full',
  },
  'E1006.not-simulator': {
    zh: '{api} 不是本机的模拟器',
    en: '{api} is not a simulator on this machine',
  },
  'E1006.not-simulator.next': {
    zh: '写成模拟器的地址，如 http://127.0.0.1:7700',
    en: "Name the simulator's address, such as http://127.0.0.1:7700",
  },
  'E1006.empty': { zh: 'API 地址是空的', en: 'The API address is empty' },
  'E1006.not-url': {
    zh: 'API 地址 {api} 不是网址：要以 https:// 或 http:// 开头',
    en: 'The API address {api} is no URL: it starts with https:// or http://',
  },
  'E1006.scheme': {
    zh: 'API 地址 {api} 只能是 https 或 http',
    en: 'The API address {api} must be https or http',
  },
  'E1006.userinfo': {
    zh: 'API 地址 {api} 里不能有 @（用户名或密码）',
    en: 'The API address {api} must not hold an @ (user name or password)',
  },
  'E1006.path': {
    zh: 'API 地址 {api} 不能带路径',
    en: 'The API address {api} must not have a path',
  },
  'E1006.query': {
    zh: 'API 地址 {api} 不能带参数',
    en: 'The API address {api} must not have a query',
  },
  'E1006.port': {
    zh: 'API 地址 {api} 的端口不可用',
    en: 'The port of the API address {api} cannot be used',
  },
  'E1006.http-to-dingtalk': {
    zh: '访问钉钉必须用 https，{api} 会明文发送密钥',
    en: 'DingTalk is reached by https only: {api} would send secrets in the clear',
  },
  'E1006.host': {
    zh: '{api} 不是钉钉的域名，也不是本机地址；密钥不会发往别处',
    en: "{api} is neither DingTalk's nor on this machine; secrets go nowhere else",
  },
  'E1020.no-runner': {
    zh: '规则用到脚本 {file}，而这里不运行脚本',
    en: 'A rule names the script {file}, and scripts are not run here',
  },
  'E1020.no-function': {
    zh: '脚本 {file} 没有默认导出函数（{detail}）',
    en: 'The script {file} has no function as its default export ({detail})',
  },
  'E1020.no-function.next': {
    zh: '写成 export default (event) => ({ answer: { cardData: { … } } })',
    en: 'Write export default (event) => ({ answer: { cardData: { … } } })',
  },
  'E1020.no-types': {
    zh: '脚本 {file} 是 TypeScript，而这个 Node（{detail}）不能直接运行它',
    en: 'The script {file} is TypeScript, which this Node ({detail}) does not run',
  },
  'E1020.no-types.next': {
    zh: '改用 Node 22.18 或更新的版本，或把脚本写成 .mjs',
    en: 'Take Node 22.18 or newer, or write the script as .mjs',
  },
  'E1020.load-time': {
    zh: '脚本 {file} 在 {limitMs} 毫秒内没有加载完，已结束',
    en: 'The script {file} had not loaded after {limitMs} ms and was ended',
  },
  'E1020.load-time.next': {
    zh: '检查文件顶层的 await 与循环：顶层代码应很快结束',
    en: 'Look at loops and await at the top of the file: what stands there must end soon',
  },
  'E1021.time-limit': {
    zh: '脚本 {file} 超过 {limitMs} 毫秒没有返回，已结束',
    en: 'The script {file} did not return within {limitMs} ms and was ended',
  },
  'E1021.time-limit.next': {
    zh: '在规则里调大 timeLimitMs，或找出没有结束的循环与 await',
    en: 'Raise timeLimitMs in the rule, or look for a loop or an await that does not end',
  },
  'E1021.threw': {
    zh: '脚本 {file} 抛出了错误：{detail}',
    en: 'The script {file} threw: {detail}',
  },
  'E1021.memory': {
    zh: '脚本 {file} 用掉了允许的全部内存，已结束',
    en: 'The script {file} used up the memory it may have and was ended',
  },
  'E1021.ended': {
    zh: '脚本 {file} 还没有返回就结束了：{detail}',
    en: 'The script {file} ended before it returned: {detail}',
  },
  'E1021.reply': {
    zh: '脚本 {file} 返回的内容不能用：{detail}',
    en: 'What the script {file} returned cannot be used: {detail}',
  },
  'E1021.reply.next': {
    zh: '可以返回什么，见 docs/scripts.md',
    en: 'What may be returned is in docs/scripts.md',
  },
  'E2001.none': {
    zh: '没有凭证：还没有登录，环境变量里也没有',
    en: 'There are no credentials: not logged in, and none in the environment',
  },
  'E2001.half': {
    zh: '设置了 {has}，却没有 {lacks}',
    en: '{has} is set, but {lacks} is not',
  },
  'E2001.half.next': {
    zh: '两个都设置，或两个都清空',
    en: 'Set both, or clear both',
  },
  'E2001.missing': {
    zh: '没有名为 {profile} 的档案',
    en: 'There is no profile named {profile}',
  },
  'E3004.not-dingtalk': {
    zh: '{host} 不是钉钉的域名，已拒绝连接',
    en: "{host} is not one of DingTalk's hosts; not connecting",
  },
  'E3004.not-loopback': {
    zh: '{host} 不在本机，而当前用的是本机模拟器，已拒绝连接',
    en: '{host} is not on this machine, but the API in use is; not connecting',
  },
  'E3004.not-encrypted': {
    zh: '{host} 的地址没有加密，已拒绝连接',
    en: 'The address at {host} is not encrypted; not connecting',
  },
  'E4003.exists': {
    zh: '卡片 {outTrackId} 已经创建，但不知道是否投递成功：第一次请求没有等到应答',
    en: 'Card {outTrackId} was created, but whether it was delivered is unknown: the first call was never answered',
  },
} as const satisfies Record<string, Sentence>;
