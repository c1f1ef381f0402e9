import type { CardParamMap } from '../protocol/card-callback.js';
import type {
  NewSimCard,
  SimCard,
  SimDelivery,
  SimStreamFrame,
  StreamOutcome,
} from './card-store.js';
import { emptyParamMap, mergeParamMaps } from './param-map.js';

/** A change of data. Maps replace what was there unless the matching flag asks for a merge. */
export interface CardChange {
  readonly cardParamMap?: CardParamMap;
  /** By viewer, in the id type of the card. Viewers not named keep theirs. */
  readonly privateData?: ReadonlyMap<string, CardParamMap>;
  readonly updateCardDataByKey: boolean;
  readonly updatePrivateDataByKey: boolean;
}

/** A card as the store keeps it: the data of a `SimCard`, and what may be done to it. */
export type CardRecord = {
  -readonly [K in keyof Omit<SimCard, 'spaces' | 'deliveries'>]: SimCard[K];
} & {
  readonly spaces: Set<string>;
  readonly deliveries: SimDelivery[];
  change(change: CardChange): void;
  /** Public data one viewer alone was answered; it hides the public data until that is written again. */
  overlay(viewer: string, map: CardParamMap, byKey: boolean): void;
  stream(frame: SimStreamFrame): StreamOutcome;
  viewOf(viewer: string): CardParamMap;
  /** Public data as one viewer sees it. The map itself where nothing was answered to them alone. */
  publicOf(viewer: string): CardParamMap;
  /** The map itself; undefined before one was set. */
  privateOf(viewer: string): CardParamMap | undefined;
  /** What only this viewer was answered, the map itself. */
  answeredOf(viewer: string): CardParamMap | undefined;
  /** Whether what they were answered took the place of all public data. */
  isReplacedFor(viewer: string): boolean;
};

interface Overlay {
  map: CardParamMap;
  /** The answer replaced the whole public map: keys it does not hold are gone for this viewer. */
  replaces: boolean;
}

/** guids remembered per card; older ones count as new again. */
const GUID_LIMIT = 10_000;

export function createCardRecord(card: NewSimCard, nowMs: number): CardRecord {
  const privateMaps = new Map(card.privateData);
  const overlays = new Map<string, Overlay>();
  const guids = new Set<string>();

  const publish = (map: CardParamMap, byKey: boolean) => {
    record.cardParamMap = mergeParamMaps(byKey ? record.cardParamMap : emptyParamMap(), map);
    if (!byKey) overlays.clear();
    for (const overlay of overlays.values()) uncover(overlay, map);
  };

  const record: CardRecord = {
    outTrackId: card.outTrackId,
    cardTemplateId: card.cardTemplateId,
    clientId: card.clientId,
    callbackType: card.callbackType,
    callbackRouteKey: card.callbackRouteKey,
    userIdType: card.userIdType,
    cardParamMap: mergeParamMaps(emptyParamMap(), card.cardParamMap),
    get privateData() {
      const data = Object.create(null) as Record<string, CardParamMap>;
      for (const [viewer, map] of privateMaps) data[viewer] = map;
      return data;
    },
    spaces: new Set(card.spaces),
    deliveries: [],
    flowStatus: 1,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    change(change) {
      if (change.cardParamMap) publish(change.cardParamMap, change.updateCardDataByKey);
      for (const [viewer, map] of change.privateData ?? []) {
        const kept = change.updatePrivateDataByKey ? privateMaps.get(viewer) : undefined;
        privateMaps.set(viewer, mergeParamMaps(kept ?? emptyParamMap(), map));
      }
    },
    overlay(viewer, map, byKey) {
      const before = byKey ? overlays.get(viewer) : undefined;
      overlays.set(viewer, {
        map: mergeParamMaps(before?.map ?? emptyParamMap(), map),
        replaces: byKey ? (before?.replaces ?? false) : true,
      });
    },
    stream(frame) {
      if (guids.has(frame.guid)) return 'repeated';
      if (record.flowStatus === 3 || record.flowStatus === 5) return 'too-late';
      if (guids.size >= GUID_LIMIT) guids.clear();
      guids.add(frame.guid);
      const before = frame.isFull ? '' : (record.cardParamMap[frame.key] ?? '');
      const changes = emptyParamMap();
      changes[frame.key] = before + frame.content;
      record.flowStatus = frame.isError ? 5 : frame.isFinalize ? 3 : 2;
      if (frame.writesFlowStatus || Object.hasOwn(record.cardParamMap, 'flowStatus')) {
        changes['flowStatus'] = String(record.flowStatus);
      }
      publish(changes, true);
      return 'applied';
    },
    viewOf: (viewer) =>
      mergeParamMaps(record.publicOf(viewer), privateMaps.get(viewer) ?? emptyParamMap()),
    publicOf(viewer) {
      const overlay = overlays.get(viewer);
      if (!overlay) return record.cardParamMap;
      return overlay.replaces ? overlay.map : mergeParamMaps(record.cardParamMap, overlay.map);
    },
    privateOf: (viewer) => privateMaps.get(viewer),
    answeredOf: (viewer) => overlays.get(viewer)?.map,
    isReplacedFor: (viewer) => overlays.get(viewer)?.replaces ?? false,
  };
  return record;
}

/** Keys that were written for everybody show again: under a replaced map by taking the new value over. */
function uncover(overlay: Overlay, map: CardParamMap): void {
  if (overlay.replaces) {
    overlay.map = mergeParamMaps(overlay.map, map);
    return;
  }
  const left = emptyParamMap();
  for (const key of Object.keys(overlay.map)) {
    const value = overlay.map[key];
    if (!Object.hasOwn(map, key) && value !== undefined) left[key] = value;
  }
  overlay.map = left;
}
