import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { answerMarginMs, callbackWindowMs } from '../../src/answer/deadline.js';
import { nextAttemptInMs } from '../../src/answer/forward-plan.js';
import { soundAnswer } from '../../src/answer/forward-response.js';
import { systemClock } from '../../src/base/clock.js';
import { parseJsonObject } from '../../src/base/json-text.js';
import { createHttpForwarder } from '../../src/platform/http-forwarder.js';
import { createProxy } from '../../src/platform/proxy.js';
import { httpCallbackBody } from '../../src/protocol/http-callback.js';
import { blocks } from '../support/documents.js';
import { projectRoot } from '../support/run-program.js';

const text = readFileSync(path.join(projectRoot, 'docs/forward.md'), 'utf8');
const [callback = '', answer = ''] = blocks(text, 'json').map((block) => block.trim());

/** The service of docs/forward.md as a process of its own. */
async function startService(secret: string): Promise<URL> {
  const directory = mkdtempSync(path.join(tmpdir(), 'dtcard-forward-'));
  const file = path.join(directory, 'service.mjs');
  writeFileSync(file, blocks(text, 'js')[0] ?? '');
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], PORT: '0', CARD_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    rmSync(directory, { recursive: true });
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return new URL(`http://127.0.0.1:${line.replace(/\D+/, '')}/cards`);
}

it('the service of docs/forward.md answers callbacks that are signed, and refuses others', async () => {
  const url = await startService('s3cret');
  const deps = { url, clock: systemClock, proxy: createProxy({}) };
  const signed = createHttpForwarder({ ...deps, secret: 's3cret' });
  const reply = await signed.forward(callback, { timeoutMs: 10_000 });
  if (reply.kind !== 'response') throw new Error(JSON.stringify(reply));
  expect(soundAnswer(reply.body)).toMatchObject({
    kind: 'update',
    response: { cardData: { cardParamMap: { status: '已同意', approver: 'manager01' } } },
  });
  for (const other of [
    createHttpForwarder({ ...deps, secret: 'guess' }),
    createHttpForwarder(deps),
  ]) {
    expect(await other.forward(callback, { timeoutMs: 10_000 })).toMatchObject({ status: 401 });
  }
}, 20_000);

it('the callback of docs/forward.md is one, and its answer is sound', () => {
  expect(httpCallbackBody(callback)).toBe(callback);
  const { content } = parseJsonObject(callback) ?? {};
  expect(parseJsonObject(content)).toBeDefined();
  expect(soundAnswer(answer)).toMatchObject({ kind: 'update' });
});

it('the times of docs/forward.md are those that are kept', () => {
  const budgetMs = callbackWindowMs - answerMarginMs;
  const pauses = [1, 2, 3, 4].map((failed) => nextAttemptInMs(failed, Number.POSITIVE_INFINITY));
  const list = `${pauses.slice(0, -1).join(', ')} and ${pauses.at(-1)} ms`;
  expect(text).toContain(list);
  expect(text).toContain(`what is left, ${budgetMs / 1000} s`);
});
