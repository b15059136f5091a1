const fs = require('node:fs');
const path = require('node:path');
const { say } = require('./say.cjs');

const LONGEST_WORK_MS = 30 * 60 * 1000;
const TIME_TO_WRITE_OWNER_MS = 5000;

/**
 * Runs the work while no other process of this machine runs work under the same lock. A folder is the lock, because making one
 * is atomic everywhere. The lock of a process that died is taken over.
 */
async function withLock(lockFolder, work) {
  await acquire(lockFolder);
  const release = () => fs.rmSync(lockFolder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

async function acquire(lockFolder) {
  fs.mkdirSync(path.dirname(lockFolder), { recursive: true });
  let told = false;
  while (!take(lockFolder)) {
    if (isStale(lockFolder)) {
      putAside(lockFolder);
    } else {
      if (!told) {
        say('Another Cartera is preparing in this folder, waiting for it.');
        told = true;
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function take(lockFolder) {
  try {
    fs.mkdirSync(lockFolder);
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
  fs.writeFileSync(path.join(lockFolder, 'owner'), String(process.pid));
  return true;
}

/** True when whoever made the lock is gone, or has held it longer than any honest work takes. */
function isStale(lockFolder) {
  let age;
  try {
    age = Date.now() - fs.statSync(lockFolder).mtimeMs;
  } catch {
    return false;
  }
  const owner = readOwner(lockFolder);
  if (owner === undefined) {
    return age > TIME_TO_WRITE_OWNER_MS;
  }
  return age > LONGEST_WORK_MS || !isAlive(owner);
}

/** Of several processes that find the same dead lock, the rename lets exactly one remove it. */
function putAside(lockFolder) {
  const aside = `${lockFolder}.${process.pid}`;
  try {
    fs.renameSync(lockFolder, aside);
  } catch {
    return;
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

function readOwner(lockFolder) {
  try {
    const owner = Number(fs.readFileSync(path.join(lockFolder, 'owner'), 'utf8'));
    return Number.isInteger(owner) && owner > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { withLock };
