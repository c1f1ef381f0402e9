import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/base/clock.js';
import { answerEffect } from '../../src/log/answer-effect.js';
import { emptyLayers } from '../../src/log/card-layers.js';
import type { DtcardEvent, EventBody } from '../../src/log/event.js';
import { createEventLog } from '../../src/log/event-log.js';
import { createEffectLines, effectLine } from '../../src/output/effect-lines.js';
import { createEventLine } from '../../src/output/json-line.js';
import { blocks } from '../support/documents.js';
import {
  callbackAnswered,
  callbackReceived,
  cardCreated,
  sessionStarted,
} from '../support/event-builders.js';
import { projectRoot } from '../support/run-program.js';

const secret = 'hunter2-hunter2-hunter2';
const response = { cardData: { cardParamMap: { status: `已同意 ${secret}` } } };
const story: readonly EventBody[] = [
  sessionStarted({ answerReach: 'clicker' }),
  cardCreated('c1', { cardParamMap: { status: '待审批', title: 't' } }),
  callbackReceived('e1', { outTrackId: 'c1', userId: 'user02' }),
  callbackAnswered('e1', { response }),
  {
    type: 'card.updated',
    outTrackId: 'c1',
    cardParamMap: { status: '已撤回' },
    because: { exchangeId: 'e1' },
  },
  { type: 'connection.closed' },
];

function printed(bodies: readonly EventBody[], passes?: (event: DtcardEvent) => boolean) {
  const encode = createEventLine(() => [secret]);
  const log = createEventLog({ clock: new ManualClock(), encode });
  const add = createEffectLines(encode);
  const out: string[] = [];
  log.subscribeLines((lines, events) => out.push(...add(lines, events, passes)), 0);
  for (const body of bodies) {
    log.append(body);
    log.flush();
  }
  return out.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('lines of effects', () => {
  it('stand right behind the line they belong to, without a seq of their own', () => {
    const lines = printed(story);
    expect(lines.map(({ type, seq, of }) => [type, seq ?? `of ${String(of)}`])).toEqual([
      ['session.started', 0],
      ['card.created', 1],
      ['callback.received', 2],
      ['callback.answered', 3],
      ['callback.effect', 'of 3'],
      ['card.updated', 4],
      ['callback.effect', 'of 4'],
      ['connection.closed', 5],
    ]);
    expect(lines[4]).toMatchObject({
      exchangeId: 'e1',
      as: 'answer',
      reach: 'clicker',
      emptied: [{ name: 'title' }],
      others: { sees: 'nothing', because: 'clicker-only' },
    });
  });

  it('are as they are documented', () => {
    const [example] = blocks(
      readFileSync(path.join(projectRoot, 'docs/effects.md'), 'utf8'),
      'json',
    );
    const documented = JSON.parse(example ?? '') as object;
    const before = emptyLayers;
    const effect = answerEffect({
      outTrackId: 'dtcard-05c5e656-2fac-46e0-b5ce-849e0d65d902',
      before: { ...before, cardParamMap: { status: '待处理', title: '差旅费', type: '1' } },
      userId: 'manager01',
      reach: 'clicker',
      viewers: ['user002'],
      as: 'answer',
      response: {
        cardUpdateOptions: { updatePrivateDataByKey: true },
        cardData: { cardParamMap: { status: '已同意', type: '1' } },
        userPrivateData: { cardParamMap: { voted: 'true' } },
      },
    });
    const exchangeId = 'cbd551ba_4fb6_1a205da71f0_eec8';
    const line = effectLine({ exchangeId, seq: 13, atMs: 1795394531825, effect });
    expect(documented).toEqual(JSON.parse(JSON.stringify(line)));
  });

  it('hold no secrets', () => {
    const effect = printed(story).find(({ type }) => type === 'callback.effect');
    expect(JSON.stringify(effect)).not.toContain(secret);
    expect(JSON.stringify(effect)).toContain('已同意');
  });

  it('come only with what passes, and know what did not', () => {
    const lines = printed(story, ({ type }) => type === 'card.updated');
    expect(lines).toMatchObject([
      { type: 'card.updated' },
      { type: 'callback.effect', of: 4, isBeforeKnown: true, emptied: [{ name: 'title' }] },
    ]);
  });
});
