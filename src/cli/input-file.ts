import { readBytes } from '../answer/file-watch.js';
import { DtcardError } from '../base/errors.js';

/** Nothing a person writes or exports is larger; a device file has no end at all. */
export const mostInputBytes = 20_000_000;

/**
 * The text of a file, or of a pipe such as `<(…)`, without a byte order mark.
 * @param file absolute, or relative to where the program was started
 * @throws DtcardError E1004 when it is missing, a directory, too large, or no UTF-8
 */
export function readInputFile(file: string): string {
  const read = readBytes(file, mostInputBytes, true);
  const text = read.ok ? inputText(read.bytes) : read;
  if ('problem' in text) {
    throw new DtcardError('E1004', { params: { path: file, detail: text.problem } });
  }
  return text.text;
}

/** The text in the bytes of a file, or why there is none. */
export function inputText(
  bytes: Uint8Array,
): { readonly text: string } | { readonly problem: string } {
  if (bytes.length > mostInputBytes) {
    return { problem: `the file has more than ${mostInputBytes} bytes` };
  }
  if (isUtf16(bytes)) {
    return { problem: 'the file is UTF-16; save it as UTF-8' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'the file is not UTF-8 text; save it as UTF-8' };
  }
}

/** By its byte order mark, or by the empty half of the first character: texts of ours begin in ASCII. */
function isUtf16([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return second !== undefined && (first === 0) !== (second === 0);
}
