import { readFileSync } from 'node:fs';
import { catalogue } from '#shared/messages/catalogue.ts';
import { listSourceFiles } from './source-files.ts';
import { findUntranslated } from './untranslated.ts';

const components = listSourceFiles('.', ['renderer']).filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'));
const faults = components.flatMap((file) =>
  findUntranslated(file, readFileSync(file, 'utf8'), (text) => text in catalogue).map(
    ({ line, text }) => `${file}:${line}  "${text}" stands outside the message catalogues`,
  ),
);

process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.exitCode = faults.length === 0 ? 0 : 1;
