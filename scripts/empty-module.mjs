// Stands in for a package that is imported but never used (see build.mjs).
function unused() {
  throw new Error('this package is not part of the bundle');
}
export default unused;
