import { DtcardError } from '../base/errors.js';
import { type JsonValue, parseJson } from '../base/json-text.js';

/** `--set k=v` as pairs, in the order given; the value is the text as it stands. @throws E1001 */
export function readAssignments(given: readonly string[], option: string): [string, string][] {
  return given.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) {
      throw new DtcardError('E1001', { params: { reason: 'assignment', option, value: text } });
    }
    return [text.slice(0, at), text.slice(at + 1)];
  });
}

/** A value typed on the command line: JSON where it parses as such, else the text. */
export function naturalValue(text: string): JsonValue {
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}
