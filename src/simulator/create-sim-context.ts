import type { Clock } from '../base/clock.js';
import type { IdSource } from '../base/ids.js';
import { createCardStore } from './card-store.js';
import { createDirectory } from './directory.js';
import { createFaults } from './faults.js';
import { createRequestLog } from './request-log.js';
import { createSessionWebhooks } from './session-webhooks.js';
import { defaultSettings, type Settings } from './settings.js';
import type { SimContext } from './sim-context.js';
import { createTokenStore } from './token-store.js';
import { createWorld, type World } from './world.js';

export interface SimContextParts {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly report: SimContext['report'];
  readonly world?: World;
  readonly settings?: Partial<Settings>;
  readonly origin?: string;
}

/** The state of one simulator. `origin` and `settings` may be assigned later; the stores follow. */
export function createSimContext(parts: SimContextParts): SimContext {
  const { clock, ids, report, world = createWorld() } = parts;
  const directory = createDirectory(world);
  const settings = () => context.settings;
  const context: SimContext = {
    clock,
    ids,
    world,
    directory,
    report,
    settings: { ...defaultSettings(), ...parts.settings },
    origin: parts.origin ?? '',
    cards: createCardStore(clock, directory, settings),
    tokens: createTokenStore(clock, ids, settings),
    webhooks: createSessionWebhooks(clock, ids, () => context.origin),
    faults: createFaults(),
    requests: createRequestLog(),
  };
  return context;
}
