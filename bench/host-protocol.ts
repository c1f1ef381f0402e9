import type { LoadResult } from './load.js';

/** The two apps of the simulated organisation: both clients are connected at once, each to its own. */
export const apps = {
  ours: { clientId: 'dingbenchours0001', clientSecret: 'bench-secret-ours' },
  baseline: { clientId: 'dingbenchbaseline', clientSecret: 'bench-secret-baseline' },
} as const;

export type Side = keyof typeof apps;

/** What the bench asks the simulator's process. */
export type HostRequest =
  | { readonly id: number; readonly ask: 'origin' }
  | { readonly id: number; readonly ask: 'connected'; readonly side: Side }
  | { readonly id: number; readonly ask: 'disconnected'; readonly side: Side }
  | {
      readonly id: number;
      readonly ask: 'load';
      readonly side: Side;
      readonly taps: number;
      readonly inFlight: number;
    };

export type HostLoad = Omit<LoadResult, 'tookMs'> & {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU time of the simulator over the load's duration; 1 is one core kept busy. */
  readonly simulatorBusy: number;
};

export interface HostAnswers {
  readonly origin: string;
  /** When the connection was open, ms since the epoch with fractions. */
  readonly connected: number;
  readonly disconnected: true;
  readonly load: HostLoad;
}

export type HostReply = {
  readonly id: number;
  readonly answer?: HostAnswers[keyof HostAnswers];
  readonly error?: string;
};
