import { type CardInstance, createCardsProjection } from '../cards.js';
import type { EventLog, Projection } from '../event-log.js';
import { createKnownNames, type KnownNames } from '../known-names.js';
import type { SubjectNames } from './filter-subject.js';

/** What the log tells of a card that was tapped and of who did it. */
export interface TapKnowledge {
  cardOf(outTrackId: string): CardInstance | undefined;
  readonly names: SubjectNames;
}

/** Cards remembered: of older ones rules no longer know the variables. */
const remembered = 500;

/** @param aliasesOf what the project calls a cardTemplateId */
export function createTapKnowledge(
  log: Pick<EventLog, 'project'>,
  aliasesOf?: (cardTemplateId: string) => readonly string[],
): TapKnowledge {
  const cards = log.project(createCardsProjection(remembered)).read();
  const names = log.project(namesProjection()).read();
  return {
    cardOf: (outTrackId) => cards.get(outTrackId),
    names: {
      nickOf: (userId) => names.nameOf(userId),
      placeOf: (spaceId) => names.place(spaceId),
      ...(aliasesOf && { aliasesOf }),
    },
  };
}

function namesProjection(): Projection<KnownNames> {
  const names = createKnownNames();
  return { apply: (event) => names.apply(event), read: () => names, version: 0 };
}
