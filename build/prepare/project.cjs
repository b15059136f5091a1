const path = require('node:path');

/** The folder that holds package.json. */
const projectFolder = path.resolve(__dirname, '..', '..');

/** The Node that the project brings with it, and which every script runs on. */
function ownNode(root = projectFolder) {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

module.exports = { projectFolder, ownNode };
