import { Hono } from 'hono';
import type { Cancel, Clock } from '../base/clock.js';
import { DtcardError } from '../base/errors.js';
import type { IdSource } from '../base/ids.js';
import type { JsonObject } from '../base/json-text.js';
import type { RingBuffer } from '../base/ring-buffer.js';
import { tapCard } from './callbacks.js';
import type { SimCard } from './card-store.js';
import { type CardView, viewCard } from './card-view.js';
import { createControlApp } from './control-routes.js';
import { createSimContext } from './create-sim-context.js';
import { createEventFeed, type EventFeed } from './event-feed.js';
import { type EventResult, pushEvent } from './event-pushes.js';
import type { Faults } from './faults.js';
import { mountGateway } from './gateway-routes.js';
import { createHttpFront, type HttpFront } from './http-front.js';
import { findPerson } from './lookups.js';
import { type MessageInput, type MessageResult, sendMessage } from './message-pushes.js';
import { mountOpenApi } from './openapi-routes.js';
import { createPageAccess } from './page-access.js';
import type { PageAssets } from './page-assets.js';
import { PAGE_PATH } from './page-routes.js';
import { createPageSessions, type PageSessions } from './page-sessions.js';
import { type Ack, createPendingAnswers, type HoldRefusal } from './pending-answers.js';
import type { PushDeps } from './pushes.js';
import type { Settings } from './settings.js';
import type { SimContext } from './sim-context.js';
import type { SimEvent } from './sim-event.js';
import { createStreamConnections } from './stream-connections.js';
import { createMessageIds } from './stream-frames.js';
import {
  createStreamMisbehaviour,
  type RawOptions,
  type StreamMisbehaviour,
} from './stream-misbehaviour.js';
import { createStreamServer, type StreamServer } from './stream-server.js';
import type { TapInput, TapResult } from './tap.js';
import { createTickets } from './tickets.js';
import type { SimApp, SimConversation, SimPerson, SimTemplate, World } from './world.js';

export interface SimulatorOptions {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly world?: World;
  readonly settings?: Partial<Settings>;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Files of the chat page, e.g. `builtPage()`; without them there is none. */
  readonly page?: PageAssets;
}

/**
 * A server that pretends to be DingTalk: OpenAPI, gateway, Stream and the control API on one
 * loopback port. Everything it holds is in memory.
 */
export class Simulator {
  readonly #context: SimContext;
  readonly #feed: EventFeed;
  readonly #pushes: PushDeps;
  readonly #stream: StreamMisbehaviour;
  readonly #streamServer: StreamServer;
  readonly #front: HttpFront;
  readonly #page: PageAssets;
  readonly #pageSessions: PageSessions;
  readonly #wantedPort: number;
  #stopPings: Cancel | undefined;
  #starting: Promise<{ origin: string; port: number }> | undefined;
  #stopping: Promise<void> | undefined;

  constructor(options: SimulatorOptions) {
    const { clock, ids } = options;
    this.#wantedPort = options.port ?? 0;
    this.#page = options.page ?? noPage;
    this.#pageSessions = createPageSessions(clock, ids);
    this.#feed = createEventFeed(clock);
    const { report } = this.#feed;
    this.#context = createSimContext({
      clock,
      ids,
      report,
      ...(options.world ? { world: options.world } : {}),
      ...(options.settings ? { settings: options.settings } : {}),
    });
    this.#pushes = {
      context: this.#context,
      connections: createStreamConnections(ids),
      answers: createPendingAnswers(clock, report),
      messageIds: createMessageIds(clock, ids),
      retries: new Set(),
    };
    const tickets = createTickets(clock, ids);
    this.#stream = createStreamMisbehaviour(this.#pushes);
    this.#streamServer = createStreamServer({ ...this.#pushes, tickets });
    const platform = new Hono();
    mountOpenApi(platform, this.#context);
    mountGateway(platform, this.#context, tickets);
    const context = this.#context;
    const access = createPageAccess(context, this.#pageSessions);
    const page = { access, sessions: this.#pageSessions, assets: this.#page };
    const control = createControlApp({ simulator: this, context, feed: this.#feed, page });
    const { upgrade } = this.#streamServer;
    this.#front = createHttpFront({ platform, control, upgrade });
  }

  /** @throws E5003 when the port is taken */
  start(): Promise<{ origin: string; port: number }> {
    this.#starting ??= this.#listen();
    return this.#starting;
  }

  /** Ends every connection, half-open ones too, and settles what still waits. Later calls do nothing. */
  stop(): Promise<void> {
    this.#stopping ??= this.#close();
    return this.#stopping;
  }

  /** `http://127.0.0.1:<port>`; empty before `start`. */
  get origin(): string {
    return this.#context.origin;
  }

  /**
   * A fresh address of the chat page, for one visit within ten minutes. Whoever has it may act as
   * everybody in the simulator, so it belongs on no record.
   * @throws E5004 when there is no page
   */
  pageUrl(): string {
    if (!this.#page.get('index.html')) throw new DtcardError('E5004');
    return `${this.origin}${PAGE_PATH}?token=${this.#pageSessions.issue()}`;
  }

  get credentials(): Pick<SimApp, 'clientId' | 'clientSecret'> {
    const app = this.#context.world.apps[0];
    return { clientId: app?.clientId ?? '', clientSecret: app?.clientSecret ?? '' };
  }

  subscribe(listener: (event: SimEvent) => void): () => void {
    return this.#feed.subscribe(listener);
  }

  /** The newest events after `seq`, oldest first. */
  events(seq = 0): readonly SimEvent[] {
    return this.#feed.after(seq);
  }

  /** Answers of clients as they came, the newest ones. */
  get acks(): Pick<RingBuffer<Ack>, 'slice' | 'end'> {
    return this.#pushes.answers.acks;
  }

  /** A person writes to the bot. @throws E5002 */
  message(input: MessageInput): MessageResult {
    return sendMessage(this.#pushes, input);
  }

  /** A person touches a card; resolves when answered, expired or undeliverable. @throws E5002 */
  async tap(input: TapInput): Promise<TapResult> {
    return tapCard(this.#pushes, input);
  }

  /**
   * Stops the clock of one callback: its tap waits until it is answered, its connection closes, or
   * `releaseCallback`. @param messageId of the frame
   */
  holdCallback(messageId: string): HoldOutcome {
    return holdOutcome(this.#pushes.answers.hold(messageId));
  }

  /** Lets the clock of a held callback go on, with the time it had left. */
  releaseCallback(messageId: string): HoldOutcome {
    return holdOutcome(this.#pushes.answers.release(messageId));
  }

  /** An EVENT to an app, the first one by default. */
  pushEvent(
    eventType: string,
    data: JsonObject,
    clientId: string = this.credentials.clientId,
  ): EventResult {
    return pushEvent(this.#pushes, { clientId, eventType, data });
  }

  cards(): readonly SimCard[] {
    return this.#context.cards.list();
  }

  /** A card with what one person sees of it. @throws E5002 */
  card(outTrackId: string, userId: string): CardView {
    return viewCard(this.#context, outTrackId, findPerson(this.#context, userId));
  }

  get people(): readonly SimPerson[] {
    return this.#context.world.people;
  }

  get conversations(): readonly SimConversation[] {
    return this.#context.world.conversations;
  }

  get settings(): Settings {
    return this.#context.settings;
  }

  set(changes: Partial<Settings>): void {
    this.#context.settings = { ...this.#context.settings, ...changes };
    if (changes.pingIntervalMs !== undefined) this.#restartPings();
    this.#context.report({ type: 'settings.changed', names: Object.keys(changes) });
  }

  get faults(): Faults {
    return this.#context.faults;
  }

  /** The templates it knows: those of the world, and those set since. */
  templates(): readonly SimTemplate[] {
    return this.#context.directory.templates();
  }

  /** Makes a template known, or puts its new version in place; cards made from it are drawn anew. */
  setTemplate(template: SimTemplate): void {
    this.#context.directory.setTemplate(template);
    const { cardTemplateId } = template;
    this.#context.report({ type: 'template.changed', cardTemplateId });
  }

  /** The open connections. */
  connections(): readonly ConnectionView[] {
    return this.#pushes.connections.all().map((connection) => ({
      connectionId: connection.connectionId,
      clientId: connection.clientId,
      state: connection.state,
      topics: connection.subscriptions.map(({ topic }) => topic),
      openedAtMs: connection.openedAtMs,
    }));
  }

  /** Planned: a frame, silence, and the close after `disconnectCloseMs`. Returns how many were told. */
  disconnectAll(options?: { readonly reason?: string }): number {
    return this.#stream.disconnectAll(options);
  }

  /** Closes every TCP connection without a close frame. */
  dropAll(): number {
    return this.#stream.dropAll();
  }

  /** Leaves every socket half-open: nothing is read, answered or sent any more. */
  stallAll(): number {
    return this.#stream.stallAll();
  }

  /** A SYSTEM ping on every connection, `times` in a row. Returns how many were sent. */
  ping(times?: number): number {
    return this.#stream.ping(times);
  }

  /** Sends bytes as they are to every connection of an app. */
  sendRaw(clientId: string, data: string | Buffer, options?: RawOptions): number {
    return this.#stream.sendRaw(clientId, data, options);
  }

  /** The next `count` WebSocket handshakes are refused. */
  refuseTickets(count: number): void {
    this.#streamServer.refuseTickets(count);
  }

  async #listen(): Promise<{ origin: string; port: number }> {
    const port = await this.#front.listen(this.#wantedPort);
    this.#context.origin = `http://127.0.0.1:${port}`;
    this.#restartPings();
    return { origin: this.origin, port };
  }

  #restartPings(): void {
    this.#stopPings?.();
    const everyMs = this.#context.settings.pingIntervalMs;
    this.#stopPings =
      everyMs > 0
        ? this.#context.clock.every(everyMs, () => this.#stream.ping(), { unref: true })
        : undefined;
  }

  async #close(): Promise<void> {
    await this.#starting?.catch(() => {});
    this.#stopPings?.();
    for (const cancel of this.#pushes.retries) cancel();
    this.#pushes.retries.clear();
    this.#pushes.answers.stop();
    this.#streamServer.close();
    await this.#front.close();
  }
}

/** What came of stopping a clock, or of letting it go on. */
export type HoldOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: HoldRefusal };

function holdOutcome(reason: HoldRefusal | undefined): HoldOutcome {
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

const noPage: PageAssets = { get: () => undefined };

export interface ConnectionView {
  readonly connectionId: string;
  readonly clientId: string;
  readonly state: string;
  readonly topics: readonly string[];
  readonly openedAtMs: number;
}
