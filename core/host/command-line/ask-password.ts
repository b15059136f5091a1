import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a password on the terminal, and shows nothing of what is typed; undefined where there is no terminal. */
export function askPassword(question: string): (() => Promise<string>) | undefined {
  if (!process.stdin.isTTY) return undefined;
  return async () => {
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
    process.stderr.write(question);
    try {
      return await lines.question('');
    } finally {
      lines.close();
      process.stderr.write('\n');
    }
  };
}
