import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PageAsset, PageAssets, PageFile } from './page-assets.js';

const types: Readonly<Record<PageFile, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'main.js': 'text/javascript; charset=utf-8',
  'style.css': 'text/css; charset=utf-8',
};

/** The chat page as `npm run build` put it into dist/page. Looks at the disk only when asked for a file. */
export function builtPage(): PageAssets {
  let assets: PageAssets | undefined;
  return {
    get(name) {
      assets ??= pageIn(directory());
      return assets.get(name);
    },
  };
}

/** Files of a directory that has been built. @param directory undefined: there is none */
export function pageIn(directory: URL | undefined): PageAssets {
  const kept = new Map<PageFile, PageAsset>();
  return {
    get(name) {
      const known = kept.get(name);
      if (known || !directory) return known;
      const bytes = read(new URL(name, directory));
      if (!bytes) return undefined;
      const asset = { type: types[name], bytes };
      kept.set(name, asset);
      return asset;
    },
  };
}

/** Beside the part this code was bundled into, or in dist/ when it runs from its sources. */
function directory(): URL | undefined {
  const places = ['./page/', '../../dist/page/'].map((place) => new URL(place, import.meta.url));
  return places.find((place) => existsSync(fileURLToPath(new URL('main.js', place))));
}

function read(file: URL): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    return undefined;
  }
}
