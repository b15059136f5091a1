import { parseSync } from 'oxc-parser';

export type Import = {
  /** What the import statement names, as written. */
  readonly specifier: string;
  /** Types only: erased, so that it can't make a cycle at run time. */
  readonly typeOnly: boolean;
  readonly line: number;
};

/** Every module that a source file imports, re-exports or loads dynamically by a literal name. */
export function readImports(file: string, source: string): readonly Import[] {
  const { module } = parseSync(file, source);
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length;
  const statics = module.staticImports.map(({ moduleRequest, entries, start }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    line: lineOf(start),
  }));
  const exports = module.staticExports.flatMap(({ entries, start }) => {
    const first = entries[0]?.moduleRequest;
    return first ? [{ specifier: first.value, typeOnly: entries.every((entry) => entry.isType), line: lineOf(start) }] : [];
  });
  const dynamics = module.dynamicImports.flatMap(({ moduleRequest, start }) => {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(source.slice(moduleRequest.start, moduleRequest.end))?.[2];
    return literal === undefined ? [] : [{ specifier: literal, typeOnly: false, line: lineOf(start) }];
  });
  return [...statics, ...exports, ...dynamics];
}
