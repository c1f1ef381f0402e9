#!/usr/bin/env node
// Starts the program. Plain old syntax, so that an old Node says what is wrong instead of a SyntaxError.
// The bundle is compiled from V8's code cache where there is one: that is a third of the start
// (docs/decisions/003-start-up.md).
'use strict';

var fs = require('fs');
var path = require('path');
var vm = require('vm');

var bundle = path.join(__dirname, '..', 'dist', 'dtcard.cjs');
var cacheFile = bundle + '.' + process.versions.v8 + '-' + process.arch + '.cache';

function readCache() {
  try {
    return fs.readFileSync(cacheFile);
  } catch (error) {
    return undefined;
  }
}

/** Leaves the cache for the next start. A folder that cannot be written to only means a slower one. */
function saveCache(script) {
  try {
    var half = cacheFile + '.' + process.pid;
    fs.writeFileSync(half, script.createCachedData());
    fs.renameSync(half, cacheFile);
  } catch (error) {
    return;
  }
}

/** A script compiled here cannot import; the bundle asks this module to do it. */
function load(specifier) {
  return import(specifier.startsWith('./') ? '../dist/' + specifier.slice(2) : specifier);
}

function start() {
  var cached = readCache();
  // The bundle is one function, plain ASCII.
  var source = fs.readFileSync(bundle, 'latin1');
  var script = new vm.Script(source, { filename: bundle, cachedData: cached });
  // What was compiled is known at the end; `watch` is the start that has to be fast.
  if ((cached === undefined || script.cachedDataRejected) && process.argv[2] === 'watch') {
    process.on('exit', function () {
      saveCache(script);
    });
  }
  script.runInThisContext()(require, bundle, load);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write('dtcard needs Node.js 20 or newer; this is ' + process.versions.node + '\n');
  process.exitCode = 2;
} else {
  try {
    start();
  } catch (error) {
    process.stderr.write('dtcard could not start: ' + ((error && error.stack) || error) + '\n');
    process.exitCode = 5;
  }
}
