const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');

/**
 * One hash over the names and contents of files and of whole folders, in a stable order. Tests and hidden files don't count:
 * nothing that is built depends on them. A path that isn't there counts as empty.
 */
function fingerprint(root, names) {
  const hash = crypto.createHash('sha256');
  for (const name of names) {
    for (const file of filesUnder(root, name)) {
      hash.update(`${file}\0`);
      hash.update(fs.readFileSync(path.join(root, file)));
      hash.update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(root, name) {
  const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
  if (stat === undefined) {
    return [];
  }
  if (!stat.isDirectory()) {
    return [name];
  }
  return fs
    .readdirSync(path.join(root, name))
    .filter((entry) => !entry.startsWith('.') && !/\.test\.tsx?$/.test(entry))
    .sort()
    .flatMap((entry) => filesUnder(root, `${name}/${entry}`));
}

/** What a stamp file says, or undefined when there is none. */
function readStamp(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function writeStamp(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${value}\n`);
}

module.exports = { fingerprint, readStamp, writeStamp };
