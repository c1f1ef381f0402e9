/** The text of a stylesheet: Vite knows it by the suffix, the bundler by scripts/build.mjs. */
declare module '*.css?raw' {
  const text: string;
  export default text;
}
