/** A file of the chat page. */
export interface PageAsset {
  /** Its content-type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The files of the chat page by name: `index.html`, `main.js`, `style.css`. Read when first asked for. */
export interface PageAssets {
  /** Undefined when there is no such file. */
  get(name: PageFile): PageAsset | undefined;
}

/** Exactly these are ever served. */
export type PageFile = 'index.html' | 'main.js' | 'style.css';
