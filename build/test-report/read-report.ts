import { readFileSync } from 'node:fs';

/** The JSON that a test runner wrote, or undefined when it died before it could. */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
