import { done, type Outcome, refuse } from './api-error.js';
import type { ApiCall } from './api-gate.js';

const SCHEMA_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.schema$/i;

/** Whether the app may make cards from a template (card-openapi §3.6, §8 items 44 and 45). */
export function checkTemplate(call: ApiCall, cardTemplateId: string): Outcome<true> {
  const { directory, settings } = call.context;
  const known = directory.template(cardTemplateId);
  if (!known) {
    // The builder's address shows the bare UUID; sending that is refused live.
    if (!SCHEMA_ID.test(cardTemplateId)) return refuse('param.templateNotExist');
    if (settings.unknownTemplate === 'refuse') return refuse('param.templateNotExist');
    call.warn(
      'unknown-template',
      `${cardTemplateId} is not known to the simulator; nothing about its variables was checked`,
    );
    return done(true);
  }
  if (known.clientId !== undefined && known.clientId !== call.app.clientId) {
    return refuse('param.templateNotExist');
  }
  if (known.status === 'draft') {
    if (settings.draftTemplate === 'refuse') return refuse('param.templateUnpublished');
    call.warn('draft-template', `${cardTemplateId} is not published`);
  }
  return done(true);
}
