import { fit, printable } from '../../base/display-width.js';
import { isJsonObject, type JsonObject, toParamText } from '../../base/json-text.js';
import { jsonLine } from '../../output/json-line.js';
import type { ProgramIo } from '../program-io.js';
import { type SimTargetFlags, simTarget } from '../sim-target.js';

export interface SimCardFlags extends SimTargetFlags {
  readonly as?: string;
}

/** A card's data as one person sees it; as everybody does when nobody is named. */
export async function runSimCard(
  io: ProgramIo,
  flags: SimCardFlags,
  [outTrackId = 'latest']: readonly string[],
): Promise<number> {
  const simulator = simTarget(io, flags);
  const viewers =
    flags.as === undefined ? await everybody(await simulator.get('/state')) : [flags.as];
  const views: JsonObject[] = [];
  for (const viewer of viewers) {
    const query = `userId=${encodeURIComponent(viewer)}`;
    views.push(await simulator.get(`/cards/${encodeURIComponent(outTrackId)}?${query}`));
  }
  if (flags.json) {
    io.out(jsonLine(flags.as === undefined ? { v: 1, views } : { v: 1, ...views[0] }));
    return 0;
  }
  for (const [index, view] of views.entries()) {
    if (index === 0)
      io.out(
        `${printable(`${toParamText(view['outTrackId'] ?? '')}  ${toParamText(view['cardTemplateId'] ?? '')}`)}\n`,
      );
    io.out(
      `${toParamText(view['userId'] ?? '')}${view['visible'] === true ? '' : ' (not visible)'}\n`,
    );
    const map = isJsonObject(view['view']) ? view['view'] : {};
    for (const [key, value] of Object.entries(map)) {
      io.out(`  ${fit(printable(key), 12)} ${printable(toParamText(value))}\n`);
    }
  }
  return 0;
}

async function everybody(state: JsonObject): Promise<string[]> {
  const people = state['people'];
  if (!Array.isArray(people)) return [];
  return people.flatMap((person) =>
    isJsonObject(person) && typeof person['userId'] === 'string' ? [person['userId']] : [],
  );
}
