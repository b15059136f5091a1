const fs = require('node:fs');
const path = require('node:path');
const { fingerprint, readStamp, writeStamp } = require('./fingerprint.cjs');
const { withLock } = require('./lock-folder.cjs');
const { ownNode, projectFolder } = require('./project.cjs');
const { run } = require('./run.cjs');
const { say } = require('./say.cjs');

const SOURCES = ['renderer', 'shared', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/** Builds the interface into dist/renderer when its sources changed since the last build. */
async function ensureRenderer(root = projectFolder) {
  if (isBuilt(root)) {
    return;
  }
  await withLock(path.join(root, '.cache', 'prepare.lock'), async () => {
    if (isBuilt(root)) {
      return;
    }
    say('Building the interface...');
    const hash = fingerprint(root, SOURCES);
    const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const { code } = await run(ownNode(root), [vite, 'build', '--logLevel', 'warn'], { cwd: root, env: productionEnvironment() });
    if (code !== 0) {
      throw new Error('The interface could not be built; the reason is above.');
    }
    writeStamp(stampFile(root), hash);
  });
}

/** The build is a production build whoever asks for it, so that its stamp means one thing. */
function productionEnvironment() {
  return { ...process.env, NODE_ENV: 'production' };
}

function isBuilt(root) {
  return (
    fs.existsSync(path.join(root, 'dist', 'renderer', 'index.html')) && readStamp(stampFile(root)) === fingerprint(root, SOURCES)
  );
}

function stampFile(root) {
  return path.join(root, 'dist', 'renderer.stamp');
}

module.exports = { ensureRenderer };
