import { type Clock, sleep } from '../base/clock.js';
import type { JsonObject } from '../base/json-text.js';
import type { SimEvent } from '../simulator/sim-event.js';
import type { Simulator } from '../simulator/simulator.js';
import { type Act, type ActTap, acts } from './story-acts.js';

export type StoryEnd = { readonly ok: true } | { readonly ok: false; readonly what: string };

export interface StoryOptions {
  readonly simulator: Simulator;
  readonly clock: Clock;
  /** Between two acts, so that people can follow. */
  readonly pauseMs: number;
  /** How long a card may take to appear, and a streamed text to be complete. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** What is played; all of it by default. */
  readonly acts?: readonly Act[];
}

/**
 * What cards are for, played by simulated colleagues: somebody writes, the bot's card appears,
 * somebody taps or fills it in, or reads what is streamed into it. It only acts; what is shown are
 * the events that come of it. It ends well when every tap was answered with an update of the card.
 */
export async function playStory(options: StoryOptions): Promise<StoryEnd> {
  for (const act of options.acts ?? acts) {
    const problem = await playAct(options, act);
    if (problem !== undefined) return { ok: false, what: problem };
  }
  await sleep(options.clock, options.pauseMs, options.signal);
  return { ok: true };
}

/** What went wrong; undefined when nothing did. */
async function playAct(options: StoryOptions, act: Act): Promise<string | undefined> {
  const { simulator, clock, pauseMs, signal } = options;
  await sleep(clock, pauseMs, signal);
  const card = nextEvent(options, (event) => event.type === 'card.delivered');
  const streamed = act.streams
    ? nextEvent(options, (event) => isStreamed(simulator, event))
    : undefined;
  const chat = simulator.conversations.find(({ type }) => type === act.where);
  const message = simulator.message({
    userId: act.writer,
    text: act.text,
    ...(chat ? { conversationId: chat.conversationId } : {}),
  });
  if (!message.delivered) {
    card.cancel();
    streamed?.cancel();
    return `message: ${message.reason}`;
  }
  const outTrackId = await card.happened;
  if (outTrackId === undefined) {
    streamed?.cancel();
    return 'message: no card';
  }
  if (streamed && (await streamed.happened) === undefined) return 'stream: not complete';
  for (const tap of act.taps) {
    await sleep(clock, pauseMs, signal);
    const problem = await playTap(simulator, outTrackId, tap);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function playTap(
  simulator: Simulator,
  outTrackId: string,
  { tapper, actionId, params }: ActTap,
): Promise<string | undefined> {
  const given: JsonObject = params;
  const tap = await simulator.tap({
    outTrackId,
    userId: tapper,
    actionIds: [actionId],
    params: given,
  });
  if (tap.outcome !== 'answered') return `tap: ${tap.outcome}`;
  return tap.applied ? undefined : 'tap: acknowledged without an update';
}

function isStreamed(simulator: Simulator, event: SimEvent): boolean {
  if (event.type !== 'card.changed' || event.by !== 'streaming') return false;
  return simulator
    .cards()
    .some((card) => card.outTrackId === event.outTrackId && card.flowStatus === 3);
}

/** The card of the next event of a kind; undefined when none comes in time. */
function nextEvent(
  { simulator, clock, patienceMs, signal }: StoryOptions,
  isWanted: (event: SimEvent) => boolean,
) {
  const stop = new AbortController();
  const happened = new Promise<string | undefined>((resolve) => {
    const unsubscribe = simulator.subscribe((event: SimEvent) => {
      if (isWanted(event) && 'outTrackId' in event) finish(event.outTrackId);
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
  return { happened, cancel: () => stop.abort() };
}
