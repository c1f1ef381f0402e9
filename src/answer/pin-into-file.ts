import { messageOf } from '../base/errors.js';
import { maxSourceBytes } from '../base/yaml-source.js';
import { pinRule } from './pin-rule.js';
import { readFileBytes, replaceFile } from './replace-file.js';
import type { PinOutcome, RulePin } from './rule-pin.js';

/** Somebody who saves all the time is not fought with. */
const mostTries = 5;

/** Writes an answer into a rules file as a rule; a file that is not there is made. Never throws. */
export function pinIntoFile(file: string, pin: RulePin): PinOutcome {
  try {
    for (let tries = 0; tries < mostTries; tries++) {
      const bytes = readFileBytes(file, maxSourceBytes);
      const text = decoded(bytes);
      if (text === undefined) {
        return { ok: false, code: 'E1005', detail: `${file}: the file is not UTF-8 text` };
      }
      const pinned = pinRule(text, file, pin);
      if (!pinned.ok) return { ok: false, code: 'E1005', detail: pinned.detail };
      if (replaceFile(file, bytes, pinned.text, maxSourceBytes)) {
        return { ok: true, file, rule: pinned.rule, line: pinned.line };
      }
    }
    return { ok: false, code: 'E1004', detail: 'the file changes all the time' };
  } catch (error) {
    return { ok: false, code: 'E1004', detail: messageOf(error) };
  }
}

/** With its byte order mark, which is part of what is kept. */
function decoded(bytes: Buffer | undefined): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
