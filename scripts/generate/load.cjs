const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

const loaded = new Map();

/** Runs a CommonJS file as `require` does, but from what V8 compiled of it in an earlier run and left in the folder. */
function load(file, folder = dirname(file)) {
  const known = loaded.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const native = createRequire(file);
  const require = Object.assign((name) => (isBuiltin(name) ? native(name) : load(native.resolve(name), folder)), native);
  compile(file, join(folder, `${basename(file)}.code`)).call(module.exports, module.exports, require, module, file, dirname(file));
  return module.exports;
}

function compile(file, kept) {
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`;
  const cachedData = existsSync(kept) ? readFileSync(kept) : undefined;
  const script = new Script(source, { filename: file, cachedData });
  // Another version of V8 refuses it. Only at the end does it hold the functions that a run needs.
  if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => keep(kept, script.createCachedData()));
  return script.runInThisContext();
}

function keep(file, data) {
  try {
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, data);
    renameSync(unfinished, file);
  } catch {
    // The next run compiles once more.
  }
}

exports.load = load;

if (require.main === module) load(process.argv[2]);
