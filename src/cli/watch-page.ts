import type { Simulator } from '../simulator/simulator.js';
import { openPage } from './open-page.js';
import { openWhenAsked, pageAddress } from './page-address.js';
import type { ProgramIo } from './program-io.js';
import type { WatchOptions } from './watch-options.js';

/** On stderr: the address is for one visit, and belongs on no record. */
export async function tellOfPage(
  io: ProgramIo,
  simulator: Simulator,
  options: Pick<WatchOptions, 'open'>,
): Promise<void> {
  const url = pageAddress(simulator);
  if (url !== undefined) io.err(`${io.t('cli.sim.page', { url })}\n`);
  await openWhenAsked(io, simulator, options.open);
}

/** @param onFailure told an address of its own: that of a browser that did not open may be spent */
export function openPageOf(
  io: ProgramIo,
  simulator: Simulator,
  onFailure: (url: string) => void,
): void {
  const failed = () => onFailure(pageAddress(simulator) ?? '-');
  const url = pageAddress(simulator);
  if (url === undefined) failed();
  else openPage(io, url, failed);
}
