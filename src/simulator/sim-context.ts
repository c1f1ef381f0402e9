import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import type { CardStore } from './card-store.js';
import type { Directory } from './directory.js';
import type { Faults } from './faults.js';
import type { RequestLog } from './request-log.js';
import type { SessionWebhooks } from './session-webhooks.js';
import type { Settings } from './settings.js';
import type { SimEvent, SimEventBody } from './sim-event.js';
import type { TokenStore } from './token-store.js';
import type { World } from './world.js';

/** What every part of one simulator shares. Nothing in this folder is module-level state. */
export interface SimContext {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly world: World;
  /** The world, found by id. */
  readonly directory: Directory;
  readonly cards: CardStore;
  readonly tokens: TokenStore;
  readonly webhooks: SessionWebhooks;
  readonly faults: Faults;
  readonly requests: RequestLog;
  /** Read at each use: the control API changes settings while the simulator runs. */
  settings: Settings;
  /** Where the simulator listens, e.g. `http://127.0.0.1:7700`; set before the first request. */
  origin: string;
  report(event: SimEventBody): SimEvent;
}
