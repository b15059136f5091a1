/** Tells the person at the terminal what is being done, without touching the standard output. */
function say(text) {
  process.stderr.write(`cartera: ${text}\n`);
}

module.exports = { say };
