import type { Translate } from '../i18n/translate.js';
import type { PrivateData } from '../protocol/card-api.js';
import type { CardCallbackResponse, CardParamMap } from '../protocol/card-callback.js';

/** `status=已同意 · 私有 voted=true`, or the sentence for an answer that changes nothing. */
export function responseWords(response: CardCallbackResponse | undefined, t: Translate): string {
  const parts = [paramWords(response?.cardData?.cardParamMap)];
  const own = paramWords(response?.userPrivateData?.cardParamMap);
  if (own !== '') parts.push(`userPrivateData ${own}`);
  return parts.filter((part) => part !== '').join(' · ') || t('line.answer.empty');
}

export function updateWords(
  cardParamMap: CardParamMap | undefined,
  privateData: PrivateData | undefined,
): string {
  const parts = [paramWords(cardParamMap)];
  for (const [userId, data] of Object.entries(privateData ?? {})) {
    parts.push(`privateData ${userId} ${paramWords(data.cardParamMap)}`);
  }
  return parts.filter((part) => part !== '').join(' · ');
}

export function paramWords(map: CardParamMap | undefined): string {
  return Object.entries(map ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
}
