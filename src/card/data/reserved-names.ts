const reserved: ReadonlySet<string> = new Set([
  'flowStatus',
  '_IC_AIGC_DETAIL_URL',
  'config',
  '_IC_SHARE_CARD',
  '_IC_FORWARD_SOURCE',
  '_IC_SHARE_CARD_RESPONSE',
  'logTrack_cardJson',
  'flowException',
  '_tableRequestMessage',
  '_tableRequestStatus',
  'sys_lastMessageI18n',
  'sys_full_json_obj',
]);

/** Names the platform knows without a declaration (template-format §1.4, card-openapi §3.2). */
export function isReservedName(name: string): boolean {
  return reserved.has(name);
}
