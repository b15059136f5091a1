const fs = require('node:fs');
const path = require('node:path');

/**
 * Names the packages whose installed version is not the locked one. Packages that are optional (binaries of another operating
 * system) may be absent, never of another version.
 */
function differences(root) {
  const locked = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.keys(locked).filter((name) => {
    if (name === '') {
      return false;
    }
    const mayBeAbsent = locked[name].optional === true || locked[name].devOptional === true || locked[name].peer === true;
    const found = installed[name];
    return found === undefined ? !mayBeAbsent : found.version !== locked[name].version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') {
      return {};
    }
    throw error;
  }
}

module.exports = { differences };
