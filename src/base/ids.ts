import { randomBytes, randomUUID } from 'node:crypto';

/** Identifiers as an argument, so that tests and recordings can be repeated to the letter. */
export interface IdSource {
  /** RFC 4122 version 4, lower case. */
  uuid(): string;
  /** A fresh card instance id. 64 characters at most (card-openapi §2.9), `[A-Za-z0-9-]` only. */
  outTrackId(): string;
  /** `bytes` random bytes as lower-case hex. */
  hex(bytes: number): string;
  /** A number in [0, 1), for jitter and for choosing a connection. */
  fraction(): number;
}

export const systemIds: IdSource = {
  uuid: () => randomUUID(),
  outTrackId: () => `dtcard-${randomUUID()}`,
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  fraction: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
};

/** Deterministic ids (mulberry32). Never for production: the values can be guessed. */
export function seededIds(seed = 1): IdSource {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const hex = (bytes: number) => {
    let out = '';
    for (let i = 0; i < bytes; i++) {
      out += Math.floor(fraction() * 256)
        .toString(16)
        .padStart(2, '0');
    }
    return out;
  };
  const uuid = () => {
    const h = hex(16);
    const variant = ((Number.parseInt(h.slice(16, 17), 16) & 3) | 8).toString(16);
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20)}`;
  };
  return { uuid, hex, fraction, outTrackId: () => `dtcard-${uuid()}` };
}
