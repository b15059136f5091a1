const fs = require('node:fs');
const path = require('node:path');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const FIXED_PATHS = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * The Chromium that end-to-end tests drive: the one named by CARTERA_CHROMIUM, the system's, or Playwright's own.
 * @returns {string | undefined} the path of its executable
 */
function findChromium(environment = process.env) {
  const named = environment.CARTERA_CHROMIUM;
  if (named) {
    return isThere(named) ? named : undefined;
  }
  const folders = (environment.PATH || '').split(path.delimiter).concat('/usr/bin', '/snap/bin');
  const inPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...inPath, ...(FIXED_PATHS[process.platform] || []), ...playwrightsOwn()].find(isThere);
}

function playwrightsOwn() {
  try {
    return [require('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

function isThere(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile();
}

module.exports = { findChromium };
