import { posix } from 'node:path';
import { isBuiltin } from 'node:module';
import type { Import } from './read-imports.ts';

export type Breach = { readonly file: string; readonly line: number; readonly specifier: string; readonly reason: string };

/**
 * Which rooms a room may import. Electron stands on top; renderer, core and office stand side by side and never import one
 * another; shared, wire and migrations are the ground.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  migrations: ['migrations'],
  wire: ['wire', 'shared'],
  core: ['core', 'shared', 'wire', 'migrations'],
  office: ['office', 'shared', 'wire', 'migrations'],
  renderer: ['renderer', 'shared'],
  electron: ['electron', 'core/host', 'office', 'shared'],
  build: ['build', 'core/host', 'office', 'shared', 'test'],
  test: ['test', 'build', 'core', 'office', 'wire', 'shared', 'migrations', 'renderer', 'electron'],
};

/** Packages that one part of the house keeps to itself. */
const KEPT: readonly { readonly package: RegExp; readonly files: RegExp; readonly reason: string }[] = [
  { package: /^electron($|\/)/, files: /^electron\//, reason: 'electron is imported only under electron/' },
  {
    package: /^better-sqlite3($|\/)/,
    files: /^(core\/database\/|office\/store\/|office\/.*\.test\.ts$|migrations\/.*\.test\.ts$|test\/)/,
    reason: "the SQLite driver is imported only under core/database/ and the hub's store",
  },
  {
    package: /^(react|react-dom|@mantine\/.*)($|\/)/,
    files: /^(renderer|test)\//,
    reason: 'React is imported only under renderer/',
  },
];

/** Rooms that must run in a browser: nothing of Node there, tests apart. */
const WITHOUT_NODE = ['shared', 'renderer'];

/** Says what is wrong with one import of one file, by the rules of docs/ARCHITECTURE.md; undefined when nothing is. */
export function judgeImport(file: string, { specifier, line }: Import): Breach | undefined {
  const reason =
    specifier.startsWith('.') || specifier.startsWith('#') ? judgeOwn(file, specifier) : judgePackage(file, specifier);
  return reason === undefined ? undefined : { file, line, specifier, reason };
}

/** The project file that an import means, or undefined when it means a package. */
export function resolveOwn(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) {
    return specifier.slice(1);
  }
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
}

function judgeOwn(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('../..')) {
    return 'reach another folder by its #name, not by ../../';
  }
  const room = roomOf(file);
  const target = resolveOwn(file, specifier) ?? '';
  if (specifier.startsWith('.') && roomOf(target) !== room) {
    return 'reach another room by its #name';
  }
  if (isTest(file) && roomOf(target) === 'test') {
    return undefined;
  }
  const allowed = MAY_IMPORT[room] ?? [];
  return allowed.some((part) => target.startsWith(`${part}/`)) ? undefined : `${room} may import ${allowed.join(', ')} only`;
}

function judgePackage(file: string, specifier: string): string | undefined {
  if (WITHOUT_NODE.includes(roomOf(file)) && !isTest(file) && isBuiltin(specifier)) {
    return `${roomOf(file)} runs in a browser too: nothing of Node`;
  }
  return KEPT.find((kept) => kept.package.test(specifier) && !kept.files.test(file))?.reason;
}

function roomOf(file: string): string {
  return file.slice(0, file.indexOf('/'));
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
