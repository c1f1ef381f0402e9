import type { ErrorHints } from './error-hint.js';

/** Plain bot messages and the bot's place in chats (card-openapi §5.2, §5.3). */
const robotUnknown = {
  cause: {
    zh: 'robotCode 不存在，或机器人不在这个群里',
    en: 'the robotCode is unknown, or the bot is not in this group',
  },
  fix: {
    zh: 'robotCode 用应用的 Client ID（不是 AgentId），并把机器人加进群',
    en: "robotCode is the app's Client ID (not its AgentId); add the bot to the group",
  },
};

const conversationUnknown = {
  cause: {
    zh: '会话 ID 不对、属于别的组织，或大小写被改过',
    en: 'the conversation id is wrong, of another organisation, or its case was changed',
  },
  fix: {
    zh: '在群里 @机器人，从 dtcard watch 里照原样复制 cid…',
    en: 'mention the bot in the group and copy the cid… from dtcard watch as it is',
  },
};

const noOneToOne = {
  cause: {
    zh: '机器人不能主动与该用户单聊',
    en: 'the bot may not start a chat with this user',
  },
  fix: {
    zh: '发布机器人、把用户放进可见范围，或先让用户发一条消息',
    en: 'publish the bot, put the user into its visible range, or let the user write first',
  },
};

const sessionOver = {
  cause: {
    zh: 'sessionWebhook 已过期（约 90 分钟）',
    en: 'the sessionWebhook has ended (it lives about 90 minutes)',
  },
  fix: { zh: '等用户再发一条消息', en: 'wait for another message' },
};

export const robotErrorHints: ErrorHints = {
  'invalidParameter.robotCode.notExsit': robotUnknown,
  'invalidParameter.robotCode.empty': robotUnknown,
  'invalidParameter.robotCode.missing': robotUnknown,
  'chatbot.notFound': robotUnknown,
  'resource.not.found': robotUnknown,
  'invalidParameter.robotCode.auth': {
    cause: {
      zh: '凭证所属应用与机器人不是同一个应用',
      en: 'the credentials belong to another app than the bot',
    },
    fix: { zh: '用机器人所属应用的凭证', en: "use the credentials of the bot's app" },
  },
  'invalid.openConversationId': conversationUnknown,
  'conversation.org.notMatch': conversationUnknown,
  'robot.oto.notExist': noOneToOne,
  'chatbotId.notAllow.sendOTO': noOneToOne,
  'staffId.notExisted': noOneToOne,
  'bot.stopped': {
    cause: { zh: '机器人已停用', en: 'the bot is stopped' },
    fix: { zh: '在开发者后台启用它', en: 'start it again in the developer console' },
  },
  '300001': sessionOver,
  'session.expired': sessionOver,
  'session.notExisted': sessionOver,
  '40035': {
    cause: { zh: '请求缺少参数', en: 'a parameter is missing' },
    fix: {
      zh: '看原文里点名的参数',
      en: 'the message names the parameter',
    },
  },
};
