import type { Hono } from 'hono';
import type { SimContext } from './sim-context.js';

/**
 * The REST half of DingTalk. Call it before other routes are added: faults and the request log
 * then cover those too. Paths nobody serves are answered through `app.notFound`.
 */
export function mountOpenApi(_app: Hono, _context: SimContext): void {}
