import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openPage } from '../../src/cli/open-page.js';
import { createProject } from '../support/project.js';

const url = 'http://127.0.0.1:7700/_dtcard/page/?token=abc&x=1';

function withOpener(script: string) {
  const project = createProject();
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  chmodSync(project.write(`bin/${command}`, `#!/bin/sh\n${script}\n`), 0o755);
  const env = {
    PATH: `${path.join(project.directory, 'bin')}:/usr/bin:/bin`,
    OUT: path.join(project.directory, 'out'),
    DTCARD_CLIENT_SECRET: 'hush-hush',
  };
  return { env, out: env.OUT };
}

describe.skipIf(process.platform === 'win32')('opening a page', () => {
  it('hands the address to the system, and no credentials', async () => {
    const { env, out } = withOpener('{ echo "$1"; env; } > "$OUT.new" && mv "$OUT.new" "$OUT"');
    let failed = false;
    openPage({ env }, url, () => {
      failed = true;
    });
    const text = await vi.waitFor(() => readFileSync(out, 'utf8'));
    expect(text.split('\n')[0]).toBe(url);
    expect(text).not.toContain('hush-hush');
    expect(failed).toBe(false);
  });

  it('says when nothing opens it', async () => {
    const { env } = withOpener('exit 3');
    await new Promise<void>((resolve) => openPage({ env }, url, resolve));
    await new Promise<void>((resolve) => openPage({ env: { PATH: '/nonexistent' } }, url, resolve));
  });
});
