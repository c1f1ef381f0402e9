import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editInEditor } from '../../src/cli/external-editor.js';

const paths = { PATH: process.env['PATH'] };

/** A program that notes where and how it was called, then does as told. */
function editorDoing(lines: string): { readonly command: string; readonly notes: () => string[] } {
  const directory = mkdtempSync(path.join(tmpdir(), 'dtcard-editor-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const program = path.join(directory, 'my editor');
  const notes = path.join(directory, 'notes');
  writeFileSync(
    program,
    `#!/bin/sh\nfor last; do :; done\n{ stat -c %a "$last"; echo "$last"; echo "$1"; } > '${notes}'\n${lines}\n`,
  );
  chmodSync(program, 0o755);
  return { command: `'${program}'`, notes: () => readFileSync(notes, 'utf8').split('\n') };
}

describe.skipIf(process.platform === 'win32')('the editor of the person', () => {
  it('gets the text in a file only they can read, which is gone afterwards', async () => {
    const editor = editorDoing('sed -i s/a/b/ "$last"');
    const edited = await editInEditor('{"a":"已同意"}\n', { ...paths, EDITOR: editor.command });
    expect(edited).toEqual({ ok: true, text: '{"b":"已同意"}\n' });
    const [mode, file = ''] = editor.notes();
    expect(mode).toBe('600');
    expect(file).toMatch(/answer\.json$/);
    expect(existsSync(path.dirname(file))).toBe(false);
  });

  it('is not told our credentials', async () => {
    const editor = editorDoing('env > "$last"');
    const env = { ...paths, EDITOR: editor.command, DTCARD_CLIENT_SECRET: 'x', MY_TOKEN: 'y' };
    const edited = await editInEditor('', env);
    expect(edited.ok && edited.text).toMatch(/^PATH=/m);
    expect(edited.ok && edited.text).not.toMatch(/DTCARD|TOKEN/);
  });

  it('may have arguments, and $VISUAL comes before $EDITOR', async () => {
    const editor = editorDoing('true');
    const env = { ...paths, VISUAL: `${editor.command} --wait`, EDITOR: 'false' };
    expect(await editInEditor('x', env)).toEqual({ ok: true, text: 'x' });
    expect(editor.notes()[2]).toBe('--wait');
  });

  it('says so when it is not set or fails, and leaves no file', async () => {
    for (const env of [{}, { VISUAL: '', EDITOR: ' ' }]) {
      expect(await editInEditor('x', env)).toEqual({ ok: false, reason: 'unset' });
    }
    const editor = editorDoing('exit 3');
    expect(await editInEditor('x', { ...paths, EDITOR: editor.command })).toMatchObject({
      ok: false,
      reason: 'failed',
      detail: expect.stringMatching(/: 3$/),
    });
    expect(existsSync(editor.notes()[1] ?? '')).toBe(false);
    const missing = await editInEditor('x', { ...paths, EDITOR: '/no/such/editor' });
    expect(missing).toMatchObject({ ok: false, reason: 'failed' });
    const removes = editorDoing('rm "$last"');
    expect(await editInEditor('x', { ...paths, EDITOR: removes.command })).toMatchObject({
      ok: false,
      detail: expect.stringContaining('ENOENT'),
    });
  });
});
