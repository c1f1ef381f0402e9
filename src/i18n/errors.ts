import type { Sentence } from './sentence.js';

/**
 * One sentence per error code (what failed, because of what) and, under `<code>.next`, what to do.
 * `{detail}` and other placeholders come from the error's params.
 */
export const errorMessages = {
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
  E9001: { zh: 'dtcard 自身出错：{detail}', en: 'dtcard itself failed: {detail}' },
} as const satisfies Record<string, Sentence>;
