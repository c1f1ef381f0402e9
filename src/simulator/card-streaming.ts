import type { JsonObject } from '../base/json-text.js';
import type { CardParamMap } from '../protocol/card-callback.js';
import { done, type Outcome, type Refused, refuse } from './api-error.js';
import { type ApiCall, type ApiRoute, tooFrequent } from './api-gate.js';
import { succeeded } from './card-create.js';
import { CARD_SIZE_LIMIT, fieldText, requiredText } from './card-fields.js';
import type { SimCard, SimStreamFrame } from './card-store.js';
import { reportChange } from './data-changes.js';

/** Documented as advised; much longer texts are streamed in practice (card-openapi §3.3). */
const ADVISED_LENGTH = 3000;

/** `PUT /v1.0/card/streaming` (card-openapi §4). */
export const cardStreamingRoute: ApiRoute = {
  method: 'PUT',
  path: '/v1.0/card/streaming',
  scope: 'Card.Streaming.Write',
  required: ['outTrackId', 'guid', 'key', 'content'],
  run(call) {
    const { app, context } = call;
    const outTrackId = requiredText(call.body, 'outTrackId', 'param.outTrackIdEmpty');
    if (!outTrackId.ok) return outTrackId;
    const frame = readFrame(call);
    if (!frame.ok) return frame;
    const card = context.cards.of(app.clientId, outTrackId.value);
    if (!card) return refuse('param.stream.outTrackId', 'card is not exist');
    const fitting = checkAgainstTemplate(call, card, frame.value);
    if (!fitting.ok) return fitting;
    const { streamIntervalMs, streamAfterFinalize } = context.settings;
    if (streamIntervalMs > 0 && card.flowStatus !== 1) {
      if (context.clock.now() - card.updatedAtMs < streamIntervalMs) return tooFrequent();
    }

    const before = card.cardParamMap;
    const template = context.directory.template(card.cardTemplateId);
    // Reserved in AI cards, declared or not; only these can have an error state.
    const writesFlowStatus =
      template?.hasErrorState !== undefined ||
      template?.variables?.some(({ name }) => name === 'flowStatus') === true;
    const outcome = context.cards.stream(card, { ...frame.value, writesFlowStatus });
    if (outcome === 'too-late' && streamAfterFinalize === 'refuse') return unknownError();
    if (outcome === 'applied') report(call, card, frame.value.key, before);
    else if (outcome === 'too-late') {
      call.warn('stream-after-finalize', 'the card was finished before; the frame had no effect');
    } else
      call.warn(
        'repeated-guid',
        `guid ${frame.value.guid} was used before; the frame had no effect`,
      );
    return done(succeeded);
  },
};

function readFrame(call: ApiCall): Outcome<SimStreamFrame> {
  const { body, context } = call;
  const guid = requiredText(body, 'guid', 'param.stream.guidEmpty');
  if (!guid.ok) return guid;
  const key = requiredText(body, 'key', 'param.stream.keyEmpty');
  if (!key.ok) return key;
  const content = fieldText(body['content']);
  if (content === undefined) return refuse('param.invalid');
  if (content === '' && context.settings.emptyStreamContent === 'refuse') {
    return refuse('param.stream.contentEmpty');
  }
  if (Buffer.byteLength(content) > CARD_SIZE_LIMIT) {
    return refuse('param.stream.content', 'content is too large');
  }
  const isFull = body['isFull'] ?? undefined;
  if (isFull === undefined && context.settings.absentIsFull === 'refuse') {
    return refuse('param.stream.isFull', 'streaming update the parameter isFull is null');
  }
  return done({
    guid: guid.value,
    key: key.value,
    content,
    isFull: isTrue(body, 'isFull'),
    isFinalize: isTrue(body, 'isFinalize'),
    isError: isTrue(body, 'isError'),
  });
}

function isTrue(body: JsonObject, field: string): boolean {
  return body[field] === true || body[field] === 'true';
}

/** Only for templates whose variables are known (card-openapi §8 items 85 and 90). */
function checkAgainstTemplate(call: ApiCall, card: SimCard, frame: SimStreamFrame): Outcome<true> {
  const template = call.context.directory.template(card.cardTemplateId);
  if (frame.isError && template?.hasErrorState === false) return unknownError();
  if (!template?.variables) return done(true);
  const variable = template.variables.find(({ name }) => name === frame.key);
  if (!variable?.streaming) return unknownError();
  return variable.type === 'markdown' && !frame.isFull ? unknownError() : done(true);
}

function unknownError(): Refused {
  return refuse('unknownError', '未知错误', 500);
}

function report(call: ApiCall, card: SimCard, key: string, before: CardParamMap): void {
  const lengthBefore = before[key]?.length ?? 0;
  const length = card.cardParamMap[key]?.length ?? 0;
  if (lengthBefore <= ADVISED_LENGTH && length > ADVISED_LENGTH) {
    call.warn('long-stream', `${key} is longer than the advised ${ADVISED_LENGTH} characters`);
  }
  reportChange(call.context, card, 'streaming', ['*'], before);
}
