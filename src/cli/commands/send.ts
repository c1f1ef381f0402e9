import { printable } from '../../base/display-width.js';
import { DtcardError } from '../../base/errors.js';
import { redactText } from '../../base/redact.js';
import { readEnvironment } from '../../config/environment.js';
import { findingJson, findingLines } from '../../output/finding-lines.js';
import { jsonLine } from '../../output/json-line.js';
import type { ApiObserver } from '../../platform/card-client.js';
import { createSdkCardClient } from '../../platform/sdk-card-client.js';
import type { DeliverResult } from '../../protocol/card-api.js';
import { hintFor } from '../../protocol/error-catalogue.js';
import { type CardFlags, readCardToSend } from '../card-to-send.js';
import { setUpConnection } from '../connection-setup.js';
import { silentObserver } from '../observers.js';
import type { ProgramIo } from '../program-io.js';

export interface SendFlags extends CardFlags {
  readonly api?: string;
  readonly profile?: string;
}

/** Sends one card. A delivery that failed inside a 200 answer is a failure: exit code 1. */
export async function runSend(io: ProgramIo, flags: SendFlags): Promise<number> {
  const { alias, draft, encoded, checked, findings } = await readCardToSend(io, flags);
  const { credentials, endpoints, http } = await setUpConnection(io, {
    environment: readEnvironment(io.env),
    api: flags.api,
    profile: flags.profile,
  });
  const { clientId, clientSecret, robotCode } = credentials;
  const { clock, ids } = io;
  const observer: ApiObserver = {
    ...silentObserver,
    uncertain: (_outTrackId, detail) =>
      io.err(
        `${printable(io.t('line.card.uncertain', { detail: redactText(detail, [clientSecret]) }))}\n`,
      ),
  };
  const cards = createSdkCardClient({
    clock,
    ids,
    http,
    endpoints,
    clientId,
    clientSecret,
    robotCode,
    observer,
  });
  if (encoded.length > 0)
    io.err(`${printable(io.t('notice.valuesEncoded', { keys: encoded.join(', ') }))}\n`);
  if (!flags.json) {
    const warnings = findings.filter(({ severity }) => severity !== 'info');
    for (const line of findingLines(warnings, io.lang)) io.err(`${line}\n`);
  }
  const outTrackId = ids.outTrackId();
  const sent = await cards.createAndDeliver({ ...draft, outTrackId });
  // What a server says of a delivery may repeat what it was sent.
  const deliverResults = sent.deliverResults.map((result) =>
    result.errorMsg === undefined
      ? result
      : { ...result, errorMsg: redactText(result.errorMsg, [clientSecret]) },
  );
  const ok = deliverResults.length > 0 && deliverResults.every((result) => result.success);
  if (flags.json) {
    const { cardTemplateId, openSpaceId, cardParamMap, privateData } = draft;
    io.out(
      jsonLine({
        v: 1,
        ok,
        outTrackId,
        ...(alias === undefined ? {} : { alias }),
        cardTemplateId,
        openSpaceId,
        cardParamMap,
        ...(privateData === undefined ? {} : { privateData }),
        encoded,
        checked,
        findings: findings.map(findingJson),
        deliverResults,
      }),
    );
  } else {
    io.out(`outTrackId ${outTrackId}\n`);
    for (const result of deliverResults) io.out(`${deliveryLine(io, result)}\n`);
  }
  if (!ok) {
    const failed = deliverResults.filter((result) => !result.success);
    const detail =
      failed.map((result) => result.errorMsg || 'success=false').join('; ') ||
      'deliverResults is empty';
    throw new DtcardError('E4002', { params: { outTrackId, detail } });
  }
  if (!checked && flags.lint !== false && !flags.json) {
    io.err(`${printable(io.t('template.unchecked', { template: flags.template }))}\n`);
  }
  return 0;
}

function deliveryLine(
  io: ProgramIo,
  { success, spaceType, spaceId, errorMsg }: DeliverResult,
): string {
  if (success) return printable(`✓ ${io.t('cli.send.delivered', { spaceType, spaceId })}`);
  const words = io.t('cli.send.undelivered', { spaceType, spaceId, errorMsg: errorMsg ?? '' });
  const line = printable(`✗ ${words}`);
  const hint = hintFor(errorMsg ?? '', io.lang);
  return hint === undefined ? line : `${line}\n  ${hint}`;
}
