import type { ErrorHints } from './error-hint.js';

/** Templates, card data, delivery and streaming (card-openapi §2.2–§2.7, §4). */
const templateUnknown = {
  cause: {
    zh: '本应用没有这个模板',
    en: 'this app has no such template',
  },
  fix: {
    zh: '模板 ID 要以 .schema 结尾（卡片平台地址栏里的 UUID 没有），且模板属于当前登录的应用',
    en: "the id ends in .schema (the builder's address bar shows it without), and the template must belong to the app in use",
  },
};

const templateUnpublished = {
  cause: { zh: '模板还没有发布', en: 'the template has not been published' },
  fix: { zh: '在卡片平台发布模板后再试', en: 'publish it on the card platform' },
};

const cardUnknown = {
  cause: {
    zh: '找不到这张卡片：outTrackId 不对、创建失败过，或卡片属于另一个应用',
    en: 'no such card: a wrong outTrackId, a creation that failed, or a card of another app',
  },
  fix: {
    zh: '使用发送时得到的 outTrackId，并用同一个应用更新',
    en: 'use the outTrackId the card was sent with, and the same app',
  },
};

const deliverModel = {
  cause: {
    zh: '缺少该场域的投放模型，或格式不对',
    en: 'the deliver model of a target is missing or malformed',
  },
  fix: {
    zh: '单聊用 IM_ROBOT、群聊用 IM_GROUP，并检查机器人已加入会话',
    en: 'use IM_ROBOT for a person and IM_GROUP for a group, and see that the bot is in the chat',
  },
};

const unsafeContent = {
  cause: { zh: '内容未通过安全审查', en: 'the content check refused the text' },
  fix: { zh: '换掉敏感文字或链接再试', en: 'change words or links and try again' },
};

const noUser = {
  cause: {
    zh: '该组织里没有这个用户，或 ID 类型不对',
    en: 'no such user in this organisation, or the wrong kind of id',
  },
  fix: {
    zh: '用消息里的 senderStaffId；unionId 请写成 union:…',
    en: "use a message's senderStaffId; write a unionId as union:…",
  },
};

const streamField = {
  cause: { zh: '流式更新缺少必要字段', en: 'a streaming update lacks a field' },
  fix: {
    zh: 'key 为模板里的流式变量，content 不能缺，guid 每帧不同',
    en: 'key names the streaming variable, content must be there, guid is new for each frame',
  },
};

const outTrackIdLong = {
  cause: { zh: 'outTrackId 过长', en: 'the outTrackId is too long' },
  fix: { zh: '缩短到 64 个字符以内', en: 'keep it within 64 characters' },
};

export const cardErrorHints: ErrorHints = {
  'param.templateNotExist': templateUnknown,
  'param.cardTemplateIdInvalid': templateUnknown,
  'param.cardTemplateIdEmpty': templateUnknown,
  'template.not.exist': templateUnknown,
  'param.templateUnpublished': templateUnpublished,
  'cardInstance.wrong': templateUnpublished,
  'param.empty': {
    cause: {
      zh: '参数为空；实际上常是模板未发布或不可用',
      en: 'an empty parameter; in practice often a template that is not published or not usable',
    },
    fix: {
      zh: '先在卡片平台发布模板，再检查变量是否都有值',
      en: 'publish the template, then see that its variables have values',
    },
  },
  'param.invalid': {
    cause: { zh: '有参数不合法', en: 'some parameter is not legal' },
    fix: {
      zh: '检查变量名、outTrackId 长度（≤64）和变量值类型',
      en: 'check variable names, the length of outTrackId (64 at most) and the kind of each value',
    },
  },
  'param.cardPublicDataEmpty': {
    cause: { zh: '卡片没有公共数据', en: 'the card has no public data' },
    fix: { zh: '至少传一个变量', en: 'give at least one variable' },
  },
  'param.cardAlreadyExist': {
    cause: { zh: 'outTrackId 已经用过', en: 'this outTrackId is already in use' },
    fix: { zh: '每张卡片用新的 outTrackId', en: 'use a new outTrackId for each card' },
  },
  'param.cardNotExist': cardUnknown,
  'cardInstance.notExist': cardUnknown,
  'param.stream.outTrackId': cardUnknown,
  'param.outTrackIdEmpty': cardUnknown,
  'outTrackId.exceed.limit': outTrackIdLong,
  outTrackIdLengthLimited: outTrackIdLong,
  'param.openSpaceIdInvalid': {
    cause: { zh: 'openSpaceId 格式不对', en: 'the openSpaceId is malformed' },
    fix: {
      zh: '写成 dtv1.card//IM_GROUP.<cid> 或 dtv1.card//IM_ROBOT.<userId>',
      en: 'write dtv1.card//IM_GROUP.<cid> or dtv1.card//IM_ROBOT.<userId>',
    },
  },
  'param.openSpaceIdEmpty': {
    cause: { zh: '没有收件人', en: 'there is no recipient' },
    fix: { zh: '用 --to 指定', en: 'name one with --to' },
  },
  'spaceId is illegal': {
    cause: {
      zh: '收件人 ID 与场域不符',
      en: 'the id does not fit the kind of recipient',
    },
    fix: {
      zh: '单聊要 userId，群聊要 cid…（区分大小写，照原样复制）',
      en: 'a person needs a userId, a group its cid… (case counts: copy it as it is)',
    },
  },
  'spaces of card is empty': deliverModel,
  'param.openSpaceModelInvalid': deliverModel,
  'param.openDeliverModelEmpty': deliverModel,
  'param.openDeliverModelError': deliverModel,
  'param.spaceDeliverModelEmpty': deliverModel,
  'param.spaceDeliverModelError': deliverModel,
  'param.userIdNotExist': noUser,
  'param.userIdEmpty': noUser,
  'param.contentUnsafe': unsafeContent,
  contentCheckError: unsafeContent,
  'card.content.checkFailed': unsafeContent,
  'param.cardDataAndPrivateDataBothEmpty': {
    cause: { zh: '更新里没有任何数据', en: 'the update holds no data' },
    fix: { zh: '至少传一个变量', en: 'give at least one variable' },
  },
  'param.stream.keyEmpty': streamField,
  'param.stream.contentEmpty': streamField,
  'param.stream.guidEmpty': streamField,
  'param.stream.isFull': streamField,
  'param.stream.content': {
    cause: { zh: '单次流式内容过大', en: 'one streaming frame is too large' },
    fix: { zh: '缩短每一帧的内容', en: 'send less per frame' },
  },
  unknownError: {
    cause: {
      zh: '钉钉内部错误；流式更新时多为 key 不是模板里的流式变量，或模板缺少对应状态',
      en: 'an error inside DingTalk; while streaming mostly a key that is no streaming variable of the template, or a state the template lacks',
    },
    fix: {
      zh: '核对 key、在「输入中」打开流式组件；仍失败请稍后再试',
      en: 'compare the key, switch the streaming component on in the typing state; else try later',
    },
  },
};
