declare const DTCARD_VERSION: string | undefined;

/** The package's version; the build writes it in, from source it is `0.0.0-dev`. */
export const version: string = typeof DTCARD_VERSION === 'string' ? DTCARD_VERSION : '0.0.0-dev';
