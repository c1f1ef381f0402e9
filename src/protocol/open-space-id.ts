import { DtcardError } from '../base/errors.js';
import type { SpaceType } from './card-api.js';

declare const brand: unique symbol;

/** `dtv1.card//TYPE.id[;TYPE.id…]` (card-openapi §2.3). Only this file makes one. */
export type OpenSpaceId = string & { readonly [brand]: 'OpenSpaceId' };

interface SpaceTarget {
  readonly spaceType: SpaceType;
  /** Case sensitive; may hold dots of its own. */
  readonly spaceId: string;
}

export type ParsedOpenSpaceId =
  | { readonly ok: true; readonly openSpaceId: OpenSpaceId; readonly targets: SpaceTargets }
  | { readonly ok: false; readonly problem: OpenSpaceIdProblem; readonly detail: string };

export type SpaceTargets = readonly [SpaceTarget, ...SpaceTarget[]];

type OpenSpaceIdProblem =
  | 'empty'
  | 'too-long'
  | 'prefix-misspelt'
  | 'prefix-missing'
  | 'space-type'
  | 'target-malformed'
  | 'characters';

/** What `send --to` was given instead of a recipient; each has its sentence in i18n. */
export type RecipientProblem =
  | OpenSpaceIdProblem
  | 'encrypted-id'
  | 'case-changed'
  | 'phone'
  | 'template-id'
  | 'uuid'
  | 'client-id'
  | 'session-webhook'
  | 'url'
  | 'multi-target';

export interface Recipient {
  readonly openSpaceId: OpenSpaceId;
  /** 2 when the recipient was named by unionId. */
  readonly userIdType: 1 | 2;
}

const openSpaceIdPrefix = 'dtv1.card//';
const MAX_LENGTH = 1000;

const spaceTypes: readonly SpaceType[] = [
  'IM_GROUP',
  'IM_ROBOT',
  'IM_SINGLE',
  'ONE_BOX',
  'CO_FEED',
  'DOC',
];

const shorthands: Readonly<Record<string, SpaceType>> = {
  group: 'IM_GROUP',
  user: 'IM_ROBOT',
  union: 'IM_ROBOT',
  single: 'IM_SINGLE',
  top: 'ONE_BOX',
};

/** Checks the grammar only: whether such a user or chat exists is for the server to say. */
export function parseOpenSpaceId(text: string): ParsedOpenSpaceId {
  const problem = shapeProblem(text);
  if (problem) return { ok: false, problem, detail: text.slice(0, 40) };
  const targets: SpaceTarget[] = [];
  for (const part of text.slice(openSpaceIdPrefix.length).replace(/;$/, '').split(';')) {
    // The first dot only: the id may hold more (card-openapi §2.3).
    const dot = part.indexOf('.');
    const spaceId = part.slice(dot + 1);
    if (dot <= 0 || spaceId === '') return { ok: false, problem: 'target-malformed', detail: part };
    const name = part.slice(0, dot);
    // The SDK's samples write the type in lower case, the docs in upper case.
    const spaceType = spaceTypes.find((known) => known === name.toUpperCase());
    if (!spaceType) return { ok: false, problem: 'space-type', detail: name };
    targets.push({ spaceType, spaceId });
  }
  const [first, ...rest] = targets;
  if (!first) return { ok: false, problem: 'target-malformed', detail: '' };
  return { ok: true, openSpaceId: text as OpenSpaceId, targets: [first, ...rest] };
}

function shapeProblem(text: string): OpenSpaceIdProblem | undefined {
  if (text === '') return 'empty';
  if (text.length > MAX_LENGTH) return 'too-long';
  if (hasStrayCharacters(text)) return 'characters';
  if (text.startsWith(openSpaceIdPrefix)) return undefined;
  return /^dtv?\d?\.?card/i.test(text) ? 'prefix-misspelt' : 'prefix-missing';
}

export function formatOpenSpaceId(targets: SpaceTargets): OpenSpaceId {
  const parts = targets.map(({ spaceType, spaceId }) => `${spaceType}.${spaceId}`);
  return `${openSpaceIdPrefix}${parts.join(';')}` as OpenSpaceId;
}

/**
 * Reads `--to`: a group's `cid…`, a userId, `group:` `user:` `single:` `top:` `union:` before an id,
 * or a whole openSpaceId, which is taken as it is.
 * @throws DtcardError E1002; `reason` says what was pasted instead (a `RecipientProblem`)
 */
export function recipientToSpace(to: string): Recipient {
  const text = to.trim();
  if (text === '') throw unusable('empty', to);
  if (text.length > MAX_LENGTH) throw unusable('too-long', text);
  if (/^dtv?\d?\.?card/i.test(text)) {
    const parsed = parseOpenSpaceId(text);
    if (!parsed.ok) throw unusable(parsed.problem, text, parsed.detail);
    return { openSpaceId: parsed.openSpaceId, userIdType: 1 };
  }
  const webhook = pastedUrl(text);
  if (webhook) throw unusable(webhook, '');
  const named = /^(group|user|union|single|top):(.*)$/s.exec(text);
  return named?.[1] !== undefined && named[2] !== undefined
    ? fromShorthand(named[1], named[2].trim())
    : fromBareId(text);
}

function fromShorthand(name: string, id: string): Recipient {
  const spaceType = shorthands[name];
  if (spaceType === undefined || id === '') throw unusable('empty', `${name}:`);
  const problem = idProblem(id, spaceType !== 'IM_ROBOT');
  if (problem) throw unusable(problem, id);
  return toRecipient(spaceType, id, name === 'union' ? 2 : 1);
}

function fromBareId(id: string): Recipient {
  const type = id.search(/(IM_GROUP|IM_ROBOT|IM_SINGLE|ONE_BOX|CO_FEED)\./i);
  if (type >= 0) throw unusable(type === 0 ? 'prefix-missing' : 'prefix-misspelt', id);
  const isConversation = /^cid/i.test(id) && (id.startsWith('cid') || id.length >= 20);
  const problem = idProblem(id, isConversation) ?? (isConversation ? undefined : guess(id));
  if (problem) throw unusable(problem, id);
  return toRecipient(isConversation ? 'IM_GROUP' : 'IM_ROBOT', id, 1);
}

function toRecipient(spaceType: SpaceType, spaceId: string, userIdType: 1 | 2): Recipient {
  const openSpaceId = formatOpenSpaceId([{ spaceType, spaceId }]);
  if (openSpaceId.length > MAX_LENGTH) throw unusable('too-long', spaceId);
  return { openSpaceId, userIdType };
}

function idProblem(id: string, isConversation: boolean): RecipientProblem | undefined {
  // Encrypted ids of people come as senderId and chatbotUserId (card-openapi §5.1).
  if (id.startsWith('$:LWCP')) return 'encrypted-id';
  if (/[;,]/.test(id)) return 'multi-target';
  if (hasStrayCharacters(id)) return 'characters';
  // Twenty base64 characters without a single capital do not happen by chance.
  if (isConversation && id.length >= 20 && (!/[A-Z]/.test(id.slice(3)) || !id.startsWith('cid'))) {
    return 'case-changed';
  }
  return undefined;
}

/** Things that could be a userId by their letters, but hardly are; `user:` takes them all the same. */
function guess(id: string): RecipientProblem | undefined {
  if (/^(\+?86[- ]?)?1[3-9]\d{9}$/.test(id)) return 'phone';
  if (/\.schema$/i.test(id)) return 'template-id';
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return 'uuid';
  if (/^ding[0-9a-z]{16,}$/.test(id)) return 'client-id';
  return undefined;
}

function pastedUrl(text: string): RecipientProblem | undefined {
  if (/robot\/send(BySession)?\?/i.test(text)) return 'session-webhook';
  return /^[a-z]+:\/\//i.test(text) ? 'url' : undefined;
}

function hasStrayCharacters(text: string): boolean {
  return /[\s\p{Cc}\p{Cf}\p{Cs}]/u.test(text);
}

function unusable(reason: RecipientProblem, to: string, detail = ''): DtcardError {
  return new DtcardError('E1002', { params: { reason, to: to.slice(0, 80), detail } });
}
