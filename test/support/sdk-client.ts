import { DWClient, type DWClientDownStream } from 'dingtalk-stream';
import type { Simulator } from '../../src/simulator/simulator.js';
import { openConnection } from './stream-client.js';

export const cardTopic = '/v1.0/card/instances/callback';

/** The client as published; its gateway address is a constant, so that one method is replaced. */
export class SimulatedClient extends DWClient {
  readonly #simulator: Pick<Simulator, 'origin' | 'credentials'>;

  constructor(simulator: Pick<Simulator, 'origin' | 'credentials'>) {
    // The subscriptions of the package are one array for all clients, so each brings its own.
    const subscriptions = [{ type: 'EVENT', topic: '*' }];
    super({ ...simulator.credentials, subscriptions, autoReconnect: false } as never);
    this.#simulator = simulator;
  }

  override async getEndpoint(): Promise<this> {
    const { subscriptions, ua } = this.config;
    const answer = await openConnection(this.#simulator, { subscriptions, ua });
    const { endpoint, ticket } = (await answer.json()) as Record<string, string>;
    this['dw_url'] = `${endpoint}?ticket=${ticket}`;
    return this;
  }
}

/** What a card callback carries, opened the way a bot opens it. */
export function privateDataOf({ data }: DWClientDownStream): unknown {
  const { content } = JSON.parse(data) as { content: string };
  return (JSON.parse(content) as { cardPrivateData: unknown }).cardPrivateData;
}
