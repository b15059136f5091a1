const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { cleanEnvironment } = require('./npm.cjs');
const { ownNode } = require('./project.cjs');
const { run } = require('./run.cjs');
const { say } = require('./say.cjs');

/**
 * Runs the install step of the package `node`, which fetches the binary for this machine, and puts the binary where npm scripts
 * look first. npm links it by itself only when it ran that step, which `--ignore-scripts` prevents.
 */
async function ensureOwnNode(root) {
  const folder = path.join(root, 'node_modules', 'node');
  const wanted = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
  if (versionOf(ownNode(root)) !== wanted) {
    say(`Installing Node ${wanted} for Cartera's own use...`);
    const { code } = await run(process.execPath, ['installArchSpecificPackage'], { cwd: folder, env: cleanEnvironment() });
    if (code !== 0 || versionOf(ownNode(root)) !== wanted) {
      throw new Error(
        `Node ${wanted} could not be installed for ${process.platform} ${process.arch}; npm's own message is above. ` +
          'If the network was missing, connect it and run the same again.',
      );
    }
  }
  link(root);
}

function versionOf(binary) {
  try {
    return execFileSync(binary, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .slice(1);
  } catch {
    return undefined;
  }
}

function link(root) {
  const bin = path.join(root, 'node_modules', '.bin');
  fs.mkdirSync(bin, { recursive: true });
  if (process.platform === 'win32') {
    fs.writeFileSync(path.join(bin, 'node.cmd'), '@"%~dp0\\..\\node\\bin\\node.exe" %*\r\n');
    return;
  }
  const target = path.join(bin, 'node');
  fs.rmSync(target, { force: true });
  fs.symlinkSync('../node/bin/node', target);
}

module.exports = { ensureOwnNode };
