// Another program has the terminal for a while: only a PTY tells whether keys reach it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spawnPty } from '../support/pty.js';

const program = fileURLToPath(new URL('./fixtures/tui-program.tsx', import.meta.url));

/** Asks for a word and writes it into the answer. */
const script = `#!/bin/sh
stty -a | grep -o -- '-*icanon'
printf 'word? '
read -r word
printf '{"cardUpdateOptions":{"updateCardDataByKey":true},"cardData":{"cardParamMap":{"status":"%s"}}}' "$word" > "$1"
`;

describe('an editor of the person', () => {
  it('has the keys and the screen, ctrl-c included, and gives them back', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'dtcard-editor-'));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const editor = path.join(directory, 'editor');
    writeFileSync(editor, script);
    chmodSync(editor, 0o755);
    const pty = spawnPty(process.execPath, ['--import', 'tsx', program], {
      cols: 80,
      rows: 24,
      env: { VISUAL: editor, EDITOR: 'false', FIXTURE_WAITING: '1' },
    });
    await pty.waitFor('btn_reject');
    pty.write('E');
    await pty.waitFor('word?');
    expect(pty.isAlternate()).toBe(false);
    expect(pty.screen().join('\n')).toMatch(/^icanon$/m);
    pty.write('qE已同意<enter>');
    await pty.waitFor((seen) => /status +qE已同意/.test(seen.screen().join('\n')));
    pty.write('！<enter>');
    await pty.waitFor('status=qE已同意！');
    pty.write('E');
    await pty.waitFor('word?');
    pty.write('<ctrl-c>');
    await pty.waitFor('编辑器没有完成');
    expect(pty.isAlternate()).toBe(true);
    pty.write('<ctrl-c><ctrl-c>');
    await pty.waitFor('left interrupt');
    expect((await pty.exit).exitCode).toBe(0);
    expect(pty.isAlternate()).toBe(false);
  });
});
