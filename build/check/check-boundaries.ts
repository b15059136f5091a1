import { existsSync, readFileSync } from 'node:fs';
import { judgeImport, resolveOwn } from './boundaries.ts';
import { findCycles } from './find-cycles.ts';
import { readImports } from './read-imports.ts';
import { listSourceFiles } from './source-files.ts';

const graph = new Map<string, readonly string[]>();
const faults: string[] = [];

for (const file of listSourceFiles('.')) {
  const imports = readImports(file, readFileSync(file, 'utf8'));
  const atRunTime = imports.filter((found) => !found.typeOnly);
  graph.set(
    file,
    atRunTime.flatMap(({ specifier }) => resolveOwn(file, specifier) ?? []),
  );
  for (const found of imports) {
    const breach = judgeImport(file, found);
    const target = resolveOwn(file, found.specifier);
    if (breach !== undefined) {
      faults.push(`${file}:${found.line}  ${found.specifier}: ${breach.reason}`);
    } else if (target !== undefined && !existsSync(target)) {
      faults.push(`${file}:${found.line}  ${found.specifier}: no such file`);
    }
  }
}

for (const cycle of findCycles(graph)) {
  faults.push(`These import one another: ${cycle.join(' -> ')}`);
}

process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length === 0 ? 0 : 1;
