import type { JsonValue } from '../base/json-text.js';
import { done, type Outcome, type Refused, refuse } from './api-error.js';
import type { ApiCall, ApiRoute } from './api-gate.js';
import { fieldText } from './card-fields.js';
import { isMsgKey, type RobotMessage, readRobotMessage } from './robot-messages.js';

/** 20 by the field table, 100 by an error text (card-openapi §9 no. 12). */
const RECIPIENT_LIMIT = 20;
const MSG_PARAM_LIMIT_BYTES = 15_000;

/** `POST /v1.0/robot/oToMessages/batchSend` (card-openapi §5.3). */
export const robotBatchSendRoute: ApiRoute = {
  method: 'POST',
  path: '/v1.0/robot/oToMessages/batchSend',
  scope: 'qyapi_robot_sendmsg',
  required: ['robotCode', 'userIds', 'msgKey', 'msgParam'],
  run(call) {
    const { context, app } = call;
    const robot = checkRobotCode(call);
    if (!robot.ok) return robot;
    const userIds = readUserIds(call.body['userIds']);
    if (!userIds.ok) return userIds;
    const message = readMessage(call);
    if (!message.ok) return message;
    const known = userIds.value.filter((userId) => context.directory.person(userId));
    for (const userId of known) {
      // A person without a chat in the world is reached all the same; their id stands for it.
      const chat = context.directory.singleChat(userId, app.robotCode);
      reportMessage(call, chat?.conversationId ?? userId, message.value);
    }
    return done({
      processQueryKey: newProcessQueryKey(call),
      invalidStaffIdList: userIds.value.filter((userId) => !known.includes(userId)),
      flowControlledStaffIdList: [],
    });
  },
};

/** `POST /v1.0/robot/groupMessages/send` (card-openapi §5.3). */
export const robotGroupSendRoute: ApiRoute = {
  method: 'POST',
  path: '/v1.0/robot/groupMessages/send',
  scope: 'qyapi_robot_sendmsg',
  required: ['robotCode', 'openConversationId', 'msgKey', 'msgParam'],
  run(call) {
    const { context, app, body } = call;
    const robot = checkRobotCode(call);
    if (!robot.ok) return robot;
    const openConversationId = fieldText(body['openConversationId']) ?? '';
    if (openConversationId === '') {
      return refuseWithSentence(
        'miss.openConversationId',
        'openConversationId 为空',
        '填写 openConversationId',
      );
    }
    const message = readMessage(call);
    if (!message.ok) return message;
    const chat = context.directory.conversation(openConversationId);
    if (chat?.type !== 'group') {
      return refuseWithSentence(
        'invalid.openConversationId',
        'openConversationId 不合法',
        '请确认 openConversationId 是否正确',
      );
    }
    if (!chat.robots.includes(app.robotCode)) {
      return refuseWithSentence('resource.not.found', 'robot 不在群内', '请将机器人添加到群内');
    }
    reportMessage(call, openConversationId, message.value);
    return done({ processQueryKey: newProcessQueryKey(call) });
  },
};

/** Messages of the robot APIs are sentences of this form (card-openapi §5.3). */
function refuseWithSentence(code: string, what: string, cure: string): Refused {
  return refuse(code, `错误描述: ${what}；解决方案:${cure}；`);
}

function checkRobotCode({ app, body }: ApiCall): Outcome<true> {
  const robotCode = fieldText(body['robotCode']) ?? '';
  if (robotCode === '') {
    return refuseWithSentence(
      'invalidParameter.robotCode.empty',
      'robotCode 为空',
      '填写 robotCode',
    );
  }
  if (robotCode === app.robotCode) return done(true);
  return refuseWithSentence(
    'invalidParameter.robotCode.notExsit',
    'robot 不存在',
    '请确认 robotCode 是否正确',
  );
}

function readUserIds(value: JsonValue | undefined): Outcome<readonly string[]> {
  const userIds = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  if (userIds.length === 0) {
    return refuseWithSentence('invalidParameter.userIds.empty', 'userIds 为空', '填写 userIds');
  }
  if (userIds.length > RECIPIENT_LIMIT) {
    return refuseWithSentence(
      'invalidParameter.userIds.overMax',
      `userIds 超过 ${RECIPIENT_LIMIT} 个`,
      '减少 userIds 的数量',
    );
  }
  return done(userIds);
}

function readMessage(call: ApiCall): Outcome<RobotMessage> {
  const msgKey = fieldText(call.body['msgKey']) ?? '';
  const msgParam = call.body['msgParam'];
  if (msgKey === '') {
    return refuseWithSentence('invalidParameter.msgKey.empty', 'msgKey 为空', '填写 msgKey');
  }
  if (!isMsgKey(msgKey)) {
    return refuseWithSentence(
      'invalidParameter.msgKey.invalid',
      'msgKey 不合法',
      '请确认 msgKey 是否正确',
    );
  }
  // An object instead of its JSON text is refused, as a string is documented.
  const text = typeof msgParam === 'string' ? msgParam : '';
  if (Buffer.byteLength(text) > MSG_PARAM_LIMIT_BYTES) {
    return refuseWithSentence('invalidParameter.msgParam.tooLong', 'msgParam 过长', '缩短消息内容');
  }
  const message = readRobotMessage(msgKey, text);
  if (!message) {
    return refuseWithSentence(
      'invalidParameter.msgParam.invalid',
      'msgParam 不是合法的 JSON 字符串',
      '请确认 msgParam 是否正确',
    );
  }
  if (message.missing.length > 0) {
    call.warn('message-fields', `msgParam of ${msgKey} lacks ${message.missing.join(', ')}`);
  }
  return done(message);
}

function reportMessage({ context }: ApiCall, conversationId: string, message: RobotMessage): void {
  const { msgKey: msgtype, text } = message;
  context.report({ type: 'bot.message', conversationId, msgtype, text });
}

function newProcessQueryKey({ context }: ApiCall): string {
  return Buffer.from(context.ids.hex(32), 'hex').toString('base64');
}
