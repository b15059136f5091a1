import { spawn } from 'node:child_process';

export type ProgramResult = { readonly code: number; readonly output: string; readonly seconds: number };

export type ProgramOptions = {
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Show the output as it comes instead of only returning it. */
  readonly show?: boolean;
};

/** Runs a script under this very Node to its end. A program killed by a signal counts as failed with code 1. */
export function runNode({ args, environment = process.env, show = false }: ProgramOptions): Promise<ProgramResult> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env: environment, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: error.message, seconds: 0 }));
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8'), seconds: (performance.now() - started) / 1000 });
    });
  });
}
