const fs = require('node:fs');
const path = require('node:path');
const { fingerprint, readStamp, writeStamp } = require('./fingerprint.cjs');
const { differences } = require('./installed.cjs');
const { withLock } = require('./lock-folder.cjs');
const { cleanEnvironment, npm } = require('./npm.cjs');
const { ensureOwnNode } = require('./own-node.cjs');
const { ownNode, projectFolder } = require('./project.cjs');
const { say } = require('./say.cjs');

/** Leaves node_modules holding what the lock file names, and a Node of the project's own in it. */
async function ensurePackages(root = projectFolder) {
  if (isFresh(root)) {
    return;
  }
  await withLock(path.join(root, '.cache', 'prepare.lock'), async () => {
    if (isFresh(root)) {
      return;
    }
    if (differences(root).length > 0) {
      say('Installing the packages that the lock file names (once, about a minute)...');
      await install(root);
    }
    await ensureOwnNode(root);
    if (isOldNode()) {
      await install(root, ownNode(root));
    }
    writeStamp(stampFile(root), lockHash(root));
  });
}

function isFresh(root) {
  return readStamp(stampFile(root)) === lockHash(root) && fs.existsSync(ownNode(root));
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.cartera-stamp');
}

function lockHash(root) {
  return fingerprint(root, ['package-lock.json']);
}

/**
 * `npm ci` is not usable here: it refuses a lock file which, like ours, was made from a registry that lacks the binaries of some
 * other operating system. `npm install --no-save` takes the locked versions just the same and leaves the lock file alone; what
 * came out of it is compared with the lock file afterwards. No install script runs: the only one needed is that of `node`.
 */
async function install(root, node = process.execPath) {
  const flags = ['--no-save', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await npm(['install', ...flags], { node, cwd: root, env: cleanEnvironment() });
  if (code !== 0) {
    throw new Error(explain(output));
  }
  const wrong = differences(root);
  if (wrong.length > 0) {
    throw new Error(
      `npm installed something else than package-lock.json says: ${wrong.slice(0, 5).join(', ')}. Run: npm install`,
    );
  }
}

/** npm silently leaves out binaries that are not for the Node it runs on: a second round on our own Node brings them. */
function isOldNode() {
  return Number(process.versions.node.split('.')[0]) < 22;
}

function explain(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return (
      "The packages that Cartera is built from could not be fetched: npm's registry can't be reached. " +
      'This is needed once; connect the machine to the internet (or set the registry: npm config set registry URL) and run the same again.'
    );
  }
  if (/ENOSPC/.test(output)) {
    return 'The disk is full: about 1 GB is needed to install the packages.';
  }
  return 'npm could not install the packages; its own message is above.';
}

module.exports = { ensurePackages, explain };
