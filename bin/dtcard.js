#!/usr/bin/env node
// Plain old syntax down to the import, so that an old Node says what is wrong instead of a SyntaxError.
var major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write('dtcard needs Node.js 20 or newer; this is ' + process.versions.node + '\n');
  process.exitCode = 2;
} else {
  import('../dist/dtcard.mjs').catch(function (error) {
    process.stderr.write('dtcard could not start: ' + ((error && error.stack) || error) + '\n');
    process.exitCode = 5;
  });
}
