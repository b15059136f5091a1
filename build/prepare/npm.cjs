const { run } = require('./run.cjs');

/** Runs npm on the given Node: the very npm that started this script, where there is one, else the system's on its own Node. */
function npm(args, { node, ...options }) {
  const itself = process.env.npm_execpath;
  if (itself !== undefined && /npm-cli\.c?js$/.test(itself)) {
    return run(node, [itself, ...args], options);
  }
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * The environment without what an outer npm, or a production setting, would say about an install: a Cartera started with
 * NODE_ENV=production or --silent still needs all its packages, and a failure has to be seen.
 */
function cleanEnvironment() {
  const unwanted =
    /^(NODE_ENV|NODE_OPTIONS|npm_config_(omit|only|production|include|dev|save.*|global|ignore_scripts|loglevel|silent|prefix|local_prefix))$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwanted.test(name)));
}

module.exports = { npm, cleanEnvironment };
