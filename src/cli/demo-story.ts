import { type Clock, sleep } from '../base/clock.js';
import type { SimEvent } from '../simulator/sim-event.js';
import type { Simulator } from '../simulator/simulator.js';

export type StoryEnd = { readonly ok: true } | { readonly ok: false; readonly what: string };

export interface StoryOptions {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** Between two acts, so that people can follow. */
  readonly pauseMs: number;
  /** How long a card may take to appear. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

interface Act {
  readonly where: 'single' | 'group';
  readonly writer: string;
  readonly text: string;
  readonly tapper: string;
  /** The value of the card's `action` param, as the tutorial's buttons send it. */
  readonly action: string;
}

const acts: readonly Act[] = [
  {
    where: 'single',
    writer: 'manager01',
    text: '出差回来了，报销一下',
    tapper: 'manager01',
    action: 'accept',
  },
  {
    where: 'group',
    writer: 'user002',
    text: '这笔也帮我报一下',
    tapper: 'user003',
    action: 'reject',
  },
];

/**
 * The tutorial's loop, played by simulated colleagues: somebody writes, the bot's card appears,
 * somebody taps. It only acts; what is shown are the events that come of it. It ends well when both
 * taps were answered with an update of the card.
 */
export async function playStory(options: StoryOptions): Promise<StoryEnd> {
  const { simulator, clock, pauseMs, signal } = options;
  for (const act of acts) {
    await sleep(clock, pauseMs, signal);
    const card = nextCard(options);
    const chat = simulator.conversations.find(({ type }) => type === act.where);
    const message = simulator.message({
      userId: act.writer,
      text: act.text,
      ...(chat ? { conversationId: chat.conversationId } : {}),
    });
    if (!message.delivered) {
      card.cancel();
      return { ok: false, what: `message: ${message.reason}` };
    }
    const outTrackId = await card.appeared;
    if (outTrackId === undefined) return { ok: false, what: 'message: no card' };
    await sleep(clock, pauseMs, signal);
    const tap = await simulator.tap({
      outTrackId,
      userId: act.tapper,
      actionIds: [act.action],
      params: { action: act.action },
    });
    if (tap.outcome !== 'answered') return { ok: false, what: `tap: ${tap.outcome}` };
    if (!tap.applied) return { ok: false, what: 'tap: acknowledged without an update' };
  }
  await sleep(clock, pauseMs, signal);
  return { ok: true };
}

/** The next card anybody can see; undefined when none comes in time. */
function nextCard({ simulator, clock, patienceMs, signal }: StoryOptions) {
  const stop = new AbortController();
  const appeared = new Promise<string | undefined>((resolve) => {
    const unsubscribe = simulator.subscribe((event: SimEvent) => {
      if (event.type === 'card.delivered') finish(event.outTrackId);
    });
    const cancelTimer = clock.after(patienceMs, () => finish(undefined));
    const onAbort = () => finish(undefined);
    signal.addEventListener('abort', onAbort);
    stop.signal.addEventListener('abort', onAbort);
    function finish(outTrackId: string | undefined): void {
      unsubscribe();
      cancelTimer();
      signal.removeEventListener('abort', onAbort);
      resolve(outTrackId);
    }
  });
  return { appeared, cancel: () => stop.abort() };
}
