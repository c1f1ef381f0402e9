import type { Sentence } from './sentence.js';

/**
 * One sentence per error code (what failed, because of what) and, under `<code>.next`, what to do.
 * `{detail}` and other placeholders come from the error's params.
 */
export const errorMessages = {
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
  E1007: {
    zh: '无法写入录制文件 {path}：{detail}',
    en: 'Cannot write the recording {path}: {detail}',
  },
  'E1007.next': {
    zh: '换一个路径或腾出磁盘空间；已有内容的文件不会被覆盖',
    en: 'Choose another path or free some disk space; a file with content is never overwritten',
  },
  E1011: {
    zh: '环境变量 {variable} 不是有效的代理地址',
    en: 'The environment variable {variable} does not hold a proxy address',
  },
  'E1011.next': {
    zh: '写成 http://主机:端口；直连请清空它，或把目标主机加入 NO_PROXY',
    en: 'Write it as http://host:port; clear it, or list the host in NO_PROXY, to connect directly',
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
  E5002: {
    zh: '模拟器拒绝了请求：{detail}',
    en: 'The simulator refused: {detail}',
  },
  'E5002.next': {
    zh: '用 dtcard sim state 查看模拟器里的人、会话和卡片',
    en: 'See who and what the simulator has with: dtcard sim state',
  },
  E5003: {
    zh: '模拟器无法监听端口 {port}：{detail}',
    en: 'The simulator cannot listen on port {port}: {detail}',
  },
  'E5003.next': {
    zh: '换一个端口，或结束占用它的程序；端口 0 表示任意空闲端口',
    en: 'Choose another port, or end the program that holds it; port 0 means any free one',
  },
  E9001: { zh: 'dtcard 自身出错：{detail}', en: 'dtcard itself failed: {detail}' },
} as const satisfies Record<string, Sentence>;
