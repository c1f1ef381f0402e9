import type { Sentence } from './sentence.js';

/**
 * One sentence per error code (what failed, because of what) and, under `<code>.next`, what to do.
 * `{detail}` and other placeholders come from the error's params.
 */
export const errorMessages = {
  E1001: { zh: '命令用法有误：{detail}', en: 'The command cannot be understood: {detail}' },
  'E1001.next': {
    zh: '用 dtcard --help 或 dtcard <命令> --help 查看用法',
    en: 'See dtcard --help, or dtcard <command> --help',
  },
  E1002: {
    zh: '收件人 {to} 无法使用',
    en: 'The recipient {to} cannot be used',
  },
  'E1002.next': {
    zh: '群聊用 cid…，单聊用 userId；也可写 group: user: single: top: union: 或完整的 dtv1.card//…',
    en: 'Use cid… for a group, a userId for a person; or group: user: single: top: union:, or a whole dtv1.card//…',
  },
  E1003: {
    zh: '卡片数据 {path} 无法使用：{detail}',
    en: 'The card data {path} cannot be used: {detail}',
  },
  'E1003.next': {
    zh: '写成 JSON 对象：键是变量名，值是文本（其他类型会转成 JSON 文本发送）',
    en: 'Write a JSON object: variable names as keys, text as values (anything else is sent as JSON text)',
  },
  E1004: { zh: '无法读取 {path}：{detail}', en: 'Cannot read {path}: {detail}' },
  'E1004.next': {
    zh: '检查路径、权限与文件内容',
    en: 'Check the path, the permissions and what the file holds',
  },
  E1005: {
    zh: '规则文件 {file} 有 {count} 处问题：\n{detail}',
    en: 'The rules file {file} has {count} problem(s):\n{detail}',
  },
  'E1005.next': {
    zh: '按“行:列”改正后重试；在编辑器中引用 schemas/rules.schema.json 可即时检查',
    en: 'Correct the places named (line:column); schemas/rules.schema.json makes an editor check as you type',
  },
  E1006: { zh: 'API 地址 {api} 无法使用', en: 'The API address {api} cannot be used' },
  'E1006.next': {
    zh: '用 https://api.dingtalk.com（或 api.dingtalk.io、预发域名），或本机模拟器如 http://127.0.0.1:7700',
    en: 'Use https://api.dingtalk.com (or api.dingtalk.io, or their pre- hosts), or a simulator such as http://127.0.0.1:7700',
  },
  E1007: {
    zh: '无法写入录制文件 {path}：{detail}',
    en: 'Cannot write the recording {path}: {detail}',
  },
  'E1007.next': {
    zh: '换一个路径或腾出磁盘空间；已有内容的文件不会被覆盖',
    en: 'Choose another path or free some disk space; a file with content is never overwritten',
  },
  E1008: {
    zh: '缺少 {option}：没有输入，也没有终端可以询问',
    en: '{option} is missing: nothing was entered, or there is no terminal to ask on',
  },
  'E1008.next': {
    zh: '在命令里写明它；密钥只能从标准输入传入：--client-secret-stdin',
    en: 'Give it with the command; a secret goes in through standard input only: --client-secret-stdin',
  },
  E1009: {
    zh: '模板 ID “{template}” 不完整：缺少结尾的 .schema',
    en: 'The template id "{template}" is incomplete: the ending .schema is missing',
  },
  'E1009.next': {
    zh: '从卡片平台复制模板 ID，地址栏里的那一段要补上 .schema',
    en: 'Copy the id from the card platform; what stands in the address bar there needs .schema at its end',
  },
  E1010: { zh: '档案文件 {file} 已损坏：{detail}', en: 'The profile {file} is damaged: {detail}' },
  'E1010.next': {
    zh: '改好它，或用 dtcard login 重新登录（会覆盖它）',
    en: 'Repair it, or log in again with dtcard login, which replaces it',
  },
  E1011: {
    zh: '环境变量 {variable} 不是有效的代理地址',
    en: 'The environment variable {variable} does not hold a proxy address',
  },
  'E1011.next': {
    zh: '写成 http://主机:端口；直连请清空它，或把目标主机加入 NO_PROXY',
    en: 'Write it as http://host:port; clear it, or list the host in NO_PROXY, to connect directly',
  },
  E1012: { zh: '无法写入档案 {file}：{detail}', en: 'Cannot write the profile {file}: {detail}' },
  'E1012.next': {
    zh: '检查目录权限与磁盘空间，或用 DTCARD_CONFIG_DIR 换一个目录',
    en: 'Check permissions and disk space, or name another directory in DTCARD_CONFIG_DIR',
  },
  E1013: { zh: '无法写到标准输出：{detail}', en: 'Cannot write to standard output: {detail}' },
  'E1013.next': {
    zh: '检查输出所到的文件或磁盘空间',
    en: 'Check the file it goes to and the space on the disk',
  },
  E1014: {
    zh: '项目文件 {file} 有 {count} 处问题：\n{detail}',
    en: 'The project file {file} has {count} problem(s):\n{detail}',
  },
  'E1014.next': {
    zh: '按“行:列”改正后重试；在编辑器中引用 schemas/project.schema.json 可即时检查',
    en: 'Correct the places named (line:column); schemas/project.schema.json makes an editor check as you type',
  },
  E1015: {
    zh: '{path} 不是可用的卡片模板：\n{detail}',
    en: '{path} is no card template that can be used:\n{detail}',
  },
  'E1015.next': {
    zh: '在卡片平台打开模板，用「导出」重新下载 JSON 文件',
    en: 'Open the template on the card platform and export the JSON file again',
  },
  E1016: {
    zh: '文件 {path} 里没有模板 ID',
    en: 'The file {path} does not say its template id',
  },
  'E1016.next': {
    zh: '用 --id 写明：卡片平台的模板列表里有“模板 ID”，形如 <uuid>.schema',
    en: 'Name it with --id: the list of templates on the card platform shows it, <uuid>.schema',
  },
  E1017: {
    zh: '没有叫 {template} 的模板',
    en: 'There is no template called {template}',
  },
  'E1017.next': {
    zh: '已知的：{known}；用 dtcard template add <文件> 登记，或写完整的 cardTemplateId（以 .schema 结尾）',
    en: 'Known: {known}. Register one with dtcard template add <file>, or give the whole cardTemplateId, ending in .schema',
  },
  E1018: { zh: '无法写入 {file}：{detail}', en: 'Cannot write {file}: {detail}' },
  'E1018.next': {
    zh: '检查目录权限与磁盘空间后重试',
    en: 'Check the permissions of the directory and the space on the disk, then try again',
  },
  E1019: {
    zh: '卡片数据与模板 {template} 不符，没有发送：\n{detail}',
    en: 'The card was not sent; its data does not fit the template {template}:\n{detail}',
  },
  'E1019.next': {
    zh: '改正后重试；确实要发送时加 --no-lint',
    en: 'Correct it and try again; --no-lint sends it all the same',
  },
  E1020: {
    zh: '脚本 {file} 无法使用：{detail}',
    en: 'The script {file} cannot be used: {detail}',
  },
  'E1020.next': {
    zh: '改好后保存即可，下一次会重新加载；用 dtcard rules check 可先检查',
    en: 'Correct and save it: it is loaded again for the next one; dtcard rules check tells beforehand',
  },
  E1021: {
    zh: '脚本 {file} 出错：{detail}',
    en: 'The script {file} failed: {detail}',
  },
  'E1021.next': {
    zh: '用 dtcard rules explain 可以拿录制下来的回调再试一次',
    en: 'Try it again on a recorded callback with dtcard rules explain',
  },
  E2001: { zh: '没有可用的凭证', en: 'There are no credentials' },
  'E2001.next': {
    zh: '运行 dtcard login，或设置 DTCARD_CLIENT_ID 与 DTCARD_CLIENT_SECRET；没有应用时先用 dtcard watch --sim',
    en: 'Run dtcard login, or set DTCARD_CLIENT_ID and DTCARD_CLIENT_SECRET; without an app start with dtcard watch --sim',
  },
  E2002: {
    zh: '钉钉拒绝了凭证：{detail}',
    en: 'The credentials were refused: {detail}',
  },
  'E2002.next': {
    zh: '重新复制 Client ID 与 Client Secret（区分大小写），再 dtcard login',
    en: 'Copy Client ID and Client Secret again (case counts), then dtcard login',
  },
  E2003: {
    zh: '钉钉拒绝了 Stream 连接：{faultCode} {faultMessage}',
    en: 'DingTalk refused the Stream connection: {faultCode} {faultMessage}',
  },
  'E2003.next': {
    zh: '核对 Client ID 与 Client Secret；并确认机器人已选 Stream 模式、应用已发布、IP 白名单没有拦住本机',
    en: 'Check Client ID and Client Secret; then that the bot is in Stream mode, the app is published and its IP list lets this machine in',
  },
  E2004: {
    zh: '应用没有调用 {path} 的权限：{scopes}',
    en: 'The app lacks the permission for {path}: {scopes}',
  },
  'E2004.next': {
    zh: '在开发者后台的「权限管理」开通它，需要时发布新版本，等一分钟再试',
    en: 'Add it under permissions in the developer console, publish a version if asked to, and wait a minute',
  },
  E3001: {
    zh: '连不上 {host}：{detail}',
    en: 'Cannot reach {host}: {detail}',
  },
  'E3001.next': {
    zh: '检查网络与代理（HTTPS_PROXY、NO_PROXY）；自签名证书请用 NODE_EXTRA_CA_CERTS 指定 CA',
    en: 'Check the network and the proxy (HTTPS_PROXY, NO_PROXY); name a private CA in NODE_EXTRA_CA_CERTS',
  },
  E3002: {
    zh: '{host} 在 {seconds} 秒内没有应答',
    en: '{host} did not answer within {seconds} s',
  },
  'E3002.next': {
    zh: '检查网络与代理后重试',
    en: 'Check the network and the proxy, then try again',
  },
  E3003: {
    zh: '{host} 的应答不可用：{detail}',
    en: 'The answer of {host} cannot be used: {detail}',
  },
  'E3003.next': {
    zh: '应答可能来自代理或网关登录页：确认 API 地址，并检查 HTTPS_PROXY',
    en: 'It may come from a proxy or a login page: check the API address and HTTPS_PROXY',
  },
  E3004: {
    zh: '服务器给出的地址 {host} 不可信，已拒绝',
    en: 'The address {host} the server gave is not to be trusted',
  },
  'E3004.next': {
    zh: '检查 --api 与代理设置；密钥只发往钉钉或你指定的本机地址',
    en: 'Check --api and the proxy; secrets go to DingTalk, or to the address on this machine that you named',
  },
  E4001: {
    zh: '钉钉拒绝了 {path}：{detail}',
    en: 'DingTalk refused {path}: {detail}',
  },
  'E4001.next': {
    zh: '按 {code} 的含义改正后重试；向钉钉求助时附上 requestId',
    en: 'Correct what {code} names and try again; when asking DingTalk for help, give the requestId',
  },
  E4002: {
    zh: '卡片 {outTrackId} 没有全部送达：{detail}',
    en: 'Card {outTrackId} did not reach every recipient: {detail}',
  },
  'E4002.next': {
    zh: '核对收件人；群聊里要有这个机器人，单聊的人要在应用的可见范围内',
    en: 'Check the recipients: the bot has to be in the group, and the app visible to the person',
  },
  E4003: {
    zh: '发送卡片 {outTrackId} 后一直没有应答，卡片可能已经创建：{detail}',
    en: 'Card {outTrackId} was sent and never answered for; it may exist all the same: {detail}',
  },
  'E4003.next': {
    zh: '先到会话里看一眼；要重发请用同一个 outTrackId，以免出现两张',
    en: 'Look into the chat first; repeat with the same outTrackId, so that there are never two',
  },
  E4004: {
    zh: '{path} 的应答无法理解：{detail}',
    en: 'The answer of {path} makes no sense: {detail}',
  },
  'E4004.next': {
    zh: '请求可能已经生效：先到会话里看一眼，并确认 --api 指向钉钉或 dtcard 模拟器',
    en: 'The call may have worked: look into the chat, and check that --api leads to DingTalk or a dtcard simulator',
  },
  E4005: {
    zh: '已有 {count} 个调用在排队，卡片 {outTrackId} 的这一个没有发出',
    en: '{count} calls wait for their turn already; this one for card {outTrackId} was not made',
  },
  'E4005.next': {
    zh: '钉钉每秒只接受约 20 次调用：让服务或规则在时限内应答，应答不算调用',
    en: 'DingTalk takes about 20 calls a second: have services and rules answer in time, as answers are no calls',
  },
  E5001: {
    zh: '找不到模拟器：本机没有正在运行的',
    en: 'There is no simulator to talk to: none is running on this machine',
  },
  'E5001.next': {
    zh: '先在另一个终端运行 dtcard sim 或 dtcard watch --sim；在别处启动的，用 --api 写明它的地址',
    en: 'Start dtcard sim or dtcard watch --sim in another terminal; name one started elsewhere with --api',
  },
  E5002: {
    zh: '模拟器拒绝了请求：{detail}',
    en: 'The simulator refused: {detail}',
  },
  'E5002.next': {
    zh: '用 dtcard sim card 查看模拟器里的卡片和能看到它的人',
    en: 'See the latest card and who sees it with: dtcard sim card',
  },
  E5003: {
    zh: '模拟器无法监听端口 {port}：{detail}',
    en: 'The simulator cannot listen on port {port}: {detail}',
  },
  'E5003.next': {
    zh: '换一个端口，或结束占用它的程序；端口 0 表示任意空闲端口',
    en: 'Choose another port, or end the program that holds it; port 0 means any free one',
  },
  E5004: {
    zh: '聊天页面不可用：没有找到它的文件',
    en: 'There is no chat page: its files were not found',
  },
  'E5004.next': {
    zh: '在源码目录运行 npm run build；已安装的包请重新安装',
    en: 'In a checkout run npm run build; install a package again',
  },
  E9001: { zh: 'dtcard 自身出错：{detail}', en: 'dtcard itself failed: {detail}' },
  'E9001.next': {
    zh: '这是 dtcard 的缺陷；设置 DTCARD_DEBUG=1 再运行一次可看到调用栈',
    en: 'This is a bug of dtcard; run again with DTCARD_DEBUG=1 to see where it happened',
  },
} as const satisfies Record<string, Sentence>;
