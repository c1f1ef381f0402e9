import type { SimEvent } from '../sim-event.js';

/** `lost`: it is being tried again. `closed`: the simulator refuses this page, so it is not. */
export type LinkState = 'connecting' | 'open' | 'lost' | 'closed';

export interface EventLinkListener {
  state(state: LinkState): void;
  event(event: SimEvent): void;
  /** Events between two that came are no longer kept by the simulator. */
  missed(count: number): void;
}

/** Opens the stream of events from the first kept one on. @returns closes it */
export type OpenEvents = (listener: EventLinkListener) => () => void;

/** Over an EventSource: it reconnects by itself and says which event it had last. */
export const openEventSource: OpenEvents = (listener) => {
  const source = new EventSource('/_dtcard/events?since=0');
  source.addEventListener('open', () => listener.state('open'));
  source.addEventListener('error', () =>
    listener.state(source.readyState === EventSource.CLOSED ? 'closed' : 'lost'),
  );
  source.addEventListener('message', ({ data }: MessageEvent<string>) =>
    listener.event(JSON.parse(data) as SimEvent),
  );
  source.addEventListener('missed', ({ data }: MessageEvent<string>) =>
    listener.missed((JSON.parse(data) as { missed: number }).missed),
  );
  return () => source.close();
};
