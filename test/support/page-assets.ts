import type { PageAssets } from '../../src/simulator/page-assets.js';

const encoder = new TextEncoder();

/** A page of three lines, for tests of how files are served. */
export const littlePage: PageAssets = {
  get: (name) => ({
    type: name.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain',
    bytes: encoder.encode(`this is ${name}`),
  }),
};
