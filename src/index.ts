/** The public API: an embedded simulator and sessions for people's own tests. */
export { type Clock, ManualClock, systemClock } from './base/clock.js';
export { type IdSource, seededIds, systemIds } from './base/ids.js';
