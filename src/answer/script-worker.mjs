// Runs one module of somebody's rules in a worker thread. Not bundled: the thread is started from
// this file as it stands, in the sources as in dist/. Its other half is script-thread.ts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import proc from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { file, mostReplyChars } = workerData;
/** [0]: the last call that began; [1]: 1 once no further call may begin. */
const shared = new Int32Array(workerData.shared);
const port = parentPort;

const mostDepth = 100;
const mostEntries = 200_000;
const mostDetailChars = 2000;
/** Printed by one call; the rest is dropped. */
const mostOutputChars = 16_384;
const output = { left: mostOutputChars };

captureOutput(proc.stdout);
captureOutput(proc.stderr);
await load();

async function load() {
  const hasTypes = /\.[mc]?ts$/i.test(file);
  if (hasTypes && !proc.features.typescript) {
    refuse('no-types', `Node ${proc.versions.node}`);
    return;
  }
  let module;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (error) {
    refuse('load', described(error, syntaxPlace(error)));
    return;
  }
  const run = module.default;
  if (typeof run !== 'function') {
    const names = Object.keys(module);
    const found = names.length === 0 ? 'it exports nothing' : `it exports ${names.join(', ')}`;
    refuse('no-function', shortened(found));
    return;
  }
  port.on('message', ({ id, input }) => void answer(run, id, input));
  port.postMessage({ kind: 'ready' });
}

function refuse(reason, detail) {
  port.postMessage({ kind: 'unusable', reason, detail });
}

async function answer(run, id, input) {
  // In this order: whoever sees that it began knows that it will be answered.
  Atomics.store(shared, 0, id);
  if (Atomics.load(shared, 1) === 1) {
    port.postMessage({ kind: 'skipped', id });
    return;
  }
  output.left = mostOutputChars;
  let reply;
  try {
    reply = replied(id, await run(input));
  } catch (error) {
    reply = { kind: 'failed', id, reason: 'threw', detail: described(error) };
  }
  port.postMessage(reply);
}

function replied(id, value) {
  if (value === undefined) return { kind: 'value', id };
  const problem = notJson(value);
  if (problem !== undefined) return { kind: 'failed', id, reason: 'reply', detail: problem };
  return { kind: 'value', id, text: JSON.stringify(value) };
}

/** Why a value is no JSON; JSON.stringify would leave functions out, and make null of NaN, without a word. */
function notJson(root) {
  const inside = new Set();
  let left = mostEntries;
  let chars = 0;
  return look(root, '', 0);

  function look(value, at, depth) {
    const what = at === '' ? 'the reply' : at;
    if (--left < 0) return `the reply has more than ${mostEntries} values`;
    switch (typeof value) {
      case 'string':
        chars += value.length;
        return chars > mostReplyChars ? tooLong() : undefined;
      case 'number':
        return Number.isFinite(value) ? undefined : `${what} is ${value}`;
      case 'boolean':
      case 'undefined':
        return undefined;
      case 'object':
        break;
      default:
        return `${what} is a ${typeof value}`;
    }
    if (value === null) return undefined;
    if (typeof value.then === 'function') return `${what} is a promise; await it`;
    if (value instanceof Map || value instanceof Set) {
      return `${what} is a ${value.constructor.name}; give a plain object or a list`;
    }
    if (typeof value.toJSON === 'function') return look(value.toJSON(), at, depth + 1);
    if (inside.has(value)) return `${what} holds itself`;
    if (depth >= mostDepth) return `${what} is nested deeper than ${mostDepth} levels`;
    inside.add(value);
    for (const key of Object.keys(value)) {
      chars += key.length;
      const path = Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`;
      const problem = look(value[key], shortened(path, 200), depth + 1);
      if (problem !== undefined) return problem;
    }
    inside.delete(value);
    return chars > mostReplyChars ? tooLong() : undefined;
  }

  function tooLong() {
    return `the reply is longer than ${mostReplyChars} characters`;
  }
}

/** What was thrown, which may be anything, and where. */
function described(thrown, place = placeOf(thrown)) {
  let text;
  try {
    text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    text = 'something that cannot be printed';
  }
  text = text.replaceAll(` imported from ${fileURLToPath(import.meta.url)}`, '');
  return place === undefined ? shortened(text) : `${shortened(text)} (${place})`;
}

/** `rule.mjs:3:9`, from the first line of the stack that is no file of Node's or ours. */
function placeOf(thrown) {
  try {
    for (const line of String(thrown?.stack).split('\n', 50)) {
      const found = /(file:\/\/[^\s()]+?):(\d+)(:\d+)?\)?$/.exec(line.trim());
      if (found && found[1] !== import.meta.url) {
        return `${shownFile(fileURLToPath(found[1]))}:${found[2]}${found[3] ?? ''}`;
      }
    }
  } catch {
    // A stack made up by the script.
  }
  return undefined;
}

/** A caught error of the parser says nothing of the place; a check by Node itself does. */
function syntaxPlace(error) {
  const known = placeOf(error);
  if (known !== undefined || !(error instanceof SyntaxError)) return known;
  const { stderr } = spawnSync(proc.execPath, ['--check', file], {
    encoding: 'utf8',
    env: {},
    timeout: 2000,
    windowsHide: true,
  });
  const first = String(stderr).split('\n', 1)[0];
  const line = /:(\d+)$/.exec(first)?.[1];
  return line === undefined ? undefined : `${shownFile(file)}:${line}`;
}

function shownFile(found) {
  return found === file ? path.basename(file) : found;
}

function shortened(text, most = mostDetailChars) {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** What a script prints would garble the screen, or the lines of --json. */
function captureOutput(stream) {
  stream.write = (chunk, encoding, done) => {
    report(typeof chunk === 'string' ? chunk : String(chunk));
    const told = typeof encoding === 'function' ? encoding : done;
    if (typeof told === 'function') queueMicrotask(told);
    return true;
  };
}

function report(text) {
  if (output.left <= 0) return;
  const shown = text.slice(0, output.left);
  output.left -= text.length;
  port.postMessage({ kind: 'output', text: output.left > 0 ? shown : `${shown}…` });
}
