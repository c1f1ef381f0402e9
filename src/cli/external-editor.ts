import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { messageOf } from '../base/errors.js';
import type { EditedText } from '../tui/state/answer-editing.js';

/** Who writes more than this does not write an answer. */
const mostBytes = 1024 * 1024;

/**
 * Has a text edited in `$VISUAL`, else in `$EDITOR`, which may have arguments and has the terminal
 * until it ends. The file is for the eyes of its owner only, and gone afterwards. Never rejects.
 */
export async function editInEditor(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<EditedText> {
  const editor = [env['VISUAL'], env['EDITOR']].find((one) => one?.trim());
  if (editor === undefined) return { ok: false, reason: 'unset' };
  let directory: string | undefined;
  try {
    directory = mkdtempSync(path.join(tmpdir(), 'dtcard-'));
    const file = path.join(directory, 'answer.json');
    writeFileSync(file, text, { mode: 0o600 });
    const code = await run(editor, file, env);
    if (code !== 0) return { ok: false, reason: 'failed', detail: `${editor}: ${code}` };
    const bytes = readFileSync(file);
    if (bytes.length > mostBytes) {
      return { ok: false, reason: 'failed', detail: `${bytes.length} bytes` };
    }
    return { ok: true, text: bytes.toString('utf8') };
  } catch (error) {
    return { ok: false, reason: 'failed', detail: messageOf(error) };
  } finally {
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  }
}

/** Editors are called as git calls them: by the shell, with the file as the last argument. */
async function run(
  editor: string,
  file: string,
  given: Readonly<Record<string, string | undefined>>,
): Promise<number | string> {
  // Our credentials are none of its business.
  const env = Object.fromEntries(
    Object.entries(given).filter(([name]) => !/^DTCARD_|SECRET|TOKEN/i.test(name)),
  );
  const child =
    path.sep === '\\'
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true, env })
      : spawn('sh', ['-c', `${editor} "$@"`, editor, file], { stdio: 'inherit', env });
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  return code ?? signal ?? 'ended';
}
