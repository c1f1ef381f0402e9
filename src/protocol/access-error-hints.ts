import type { ErrorHints } from './error-hint.js';

/** Credentials, tokens, permissions, speed and quota, the gateway itself (card-openapi §1.1, §1.3, §1.6). */
const wrongPair = {
  cause: {
    zh: 'Client ID 不存在，或与 Client Secret 不匹配',
    en: 'the Client ID is unknown, or the Client Secret belongs to another one',
  },
  fix: {
    zh: '在开发者后台「凭证与基础信息」重新复制两者（区分大小写、不带空格），再 dtcard login',
    en: "copy both again from the app's credentials page (case counts, no blanks), then dtcard login",
  },
};

const staleToken = {
  cause: {
    zh: 'access_token 已失效，或属于另一个应用',
    en: 'the access token has ended, or belongs to another app',
  },
  fix: {
    zh: 'dtcard 已换新 token 重试过一次；请确认凭证属于正确的应用与组织',
    en: 'dtcard has already tried a fresh one; check that the credentials are those of the right app',
  },
};

const noScope = {
  cause: { zh: '应用没有调用该接口的权限', en: 'the app lacks the permission for this call' },
  fix: {
    zh: '开发者后台 → 权限管理，开通 Card.Instance.Write（流式更新再加 Card.Streaming.Write），需要时发布新版本，等一分钟再试',
    en: 'add Card.Instance.Write (for streaming also Card.Streaming.Write) under permissions in the developer console, publish a version if asked to, and wait a minute',
  },
};

const tooFast = {
  cause: {
    zh: '本应用调用该接口过快（标准版约 20 次/秒）',
    en: 'this app calls this API too fast (about 20 per second on the standard edition)',
  },
  fix: {
    zh: '放慢速度；同一张卡片的流式更新每秒不超过 1–2 帧',
    en: 'slow down; stream at most one or two frames per second to one card',
  },
};

const platformBusy = {
  cause: { zh: '钉钉暂时繁忙或全局限流', en: 'DingTalk is busy, or limits this API for everyone' },
  fix: { zh: '稍后再试', en: 'try again in a while' },
};

const quotaGone = {
  cause: {
    zh: '组织本月的接口调用额度已用完',
    en: "the organisation's API calls for this month are used up",
  },
  fix: {
    zh: '用 dtcard 的模拟器继续开发；或购买额度包、等待下月',
    en: 'go on with the simulator; or buy more, or wait for next month',
  },
};

const foreignIp = {
  cause: {
    zh: '出口 IP 不在应用的白名单里',
    en: "this machine's address is not on the app's list",
  },
  fix: {
    zh: '在「安全设置」加入出口 IP，开发期可清空白名单',
    en: "add the outgoing IP to the app's security settings, or empty the list during development",
  },
};

const wrongPath = {
  cause: { zh: '接口路径或方法不存在', en: 'there is no such path or method' },
  fix: {
    zh: '确认 --api 指向 api.dingtalk.com 或 dtcard 模拟器',
    en: 'check that --api leads to api.dingtalk.com or to a dtcard simulator',
  },
};

export const accessErrorHints: ErrorHints = {
  invalidClientIdOrSecret: wrongPair,
  authFailed: {
    cause: {
      zh: 'Stream 建连鉴权失败：凭证不匹配，或应用已停用',
      en: 'the Stream gateway refused the credentials: a wrong pair, or a disabled app',
    },
    fix: wrongPair.fix,
  },
  '40096': wrongPair,
  '40089': wrongPair,
  'invalid.client': wrongPair,
  InvalidAuthentication: staleToken,
  '40014': staleToken,
  '42001': staleToken,
  '41001': staleToken,
  'AuthenticationFailed.MissingParameter': {
    cause: {
      zh: '请求没有带 x-acs-dingtalk-access-token',
      en: 'the call came without x-acs-dingtalk-access-token',
    },
    fix: {
      zh: '检查中间的代理是否删掉了请求头',
      en: 'see whether a proxy in between removes headers',
    },
  },
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': noScope,
  '60011': noScope,
  'permission.checkFailed': noScope,
  'Forbidden.AccessDenied.IpNotInWhiteList': foreignIp,
  '60020': foreignIp,
  'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi': tooFast,
  'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi': tooFast,
  '90018': tooFast,
  'send.too.fast': tooFast,
  'Forbidden.AccessDenied.QpsLimitForApi': platformBusy,
  '90002': platformBusy,
  'system.busy': platformBusy,
  systemBusy: platformBusy,
  '-1': platformBusy,
  'HTTP 503': platformBusy,
  'HTTP 429': platformBusy,
  'Forbidden.AccessDenied.ApiCountLimitForOrg': quotaGone,
  '90020': quotaGone,
  '20001': {
    cause: {
      zh: '组织本月的推送额度已用完，消息到达但不带正文',
      en: "the organisation's pushes for this month are used up: messages arrive without their text",
    },
    fix: quotaGone.fix,
  },
  '1111': {
    cause: {
      zh: '同一 IP 请求过多（20 秒 1 万次），被封 5 分钟',
      en: 'too many calls from one address (10 000 within 20 s): banned for five minutes',
    },
    fix: { zh: '停止所有调用，5 分钟后再试', en: 'stop all calls and wait five minutes' },
  },
  'InvalidAction.NotFound': wrongPath,
  '404': wrongPath,
  '22': wrongPath,
  Missingbody: {
    cause: { zh: '请求没有正文', en: 'the call came without a body' },
    fix: {
      zh: '检查中间的代理是否改写了请求',
      en: 'see whether a proxy in between rewrites requests',
    },
  },
  Invalidbody: {
    cause: { zh: '请求正文不是 JSON', en: "the call's body was not JSON" },
    fix: {
      zh: '检查中间的代理是否改写了请求',
      en: 'see whether a proxy in between rewrites requests',
    },
  },
};
