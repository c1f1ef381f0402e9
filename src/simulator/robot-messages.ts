import { isJsonObject, type JsonObject, parseJsonObject } from '../base/json-text.js';

/** Fields of `msgParam` by `msgKey` (card-openapi §5.3). */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  sampleText: ['content'],
  sampleMarkdown: ['title', 'text'],
  sampleImageMsg: ['photoURL'],
  sampleLink: ['text', 'title', 'picUrl', 'messageUrl'],
  sampleActionCard: ['title', 'text', 'singleTitle', 'singleURL'],
  sampleActionCard2: ['title', 'text', ...actions(2)],
  sampleActionCard3: ['title', 'text', ...actions(3)],
  sampleActionCard4: ['title', 'text', ...actions(4)],
  sampleActionCard5: ['title', 'text', ...actions(5)],
  sampleActionCard6: ['title', 'text', 'buttonTitle1', 'buttonUrl1', 'buttonTitle2', 'buttonUrl2'],
  sampleAudio: ['mediaId', 'duration'],
  sampleFile: ['mediaId', 'fileName', 'fileType'],
  sampleVideo: ['duration', 'videoMediaId', 'videoType', 'picMediaId'],
};

function actions(count: number): string[] {
  return Array.from({ length: count }, (_, at) => [
    `actionTitle${at + 1}`,
    `actionURL${at + 1}`,
  ]).flat();
}

export interface RobotMessage {
  readonly msgKey: string;
  /** What a chat shows of it. */
  readonly text: string;
  readonly missing: readonly string[];
}

export function isMsgKey(msgKey: string): boolean {
  return Object.hasOwn(fieldsOf, msgKey);
}

/** `msgParam` is JSON text; undefined when it is not. */
export function readRobotMessage(msgKey: string, msgParam: string): RobotMessage | undefined {
  const param = parseJsonObject(msgParam);
  if (!param) return undefined;
  const missing = (fieldsOf[msgKey] ?? []).filter((field) => param[field] === undefined);
  return { msgKey, text: shownText(param), missing };
}

/** The text of a message in the form both robot APIs and webhooks use. */
export function shownText(param: JsonObject): string {
  for (const key of ['content', 'text', 'title', 'fileName', 'photoURL', 'mediaId']) {
    const value = param[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  const links = param['links'];
  if (!Array.isArray(links)) return '';
  const titles = links.map((link) => (isJsonObject(link) ? link['title'] : undefined));
  return titles.filter((title) => typeof title === 'string').join('\n');
}
