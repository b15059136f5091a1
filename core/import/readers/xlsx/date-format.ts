export type DateKind = 'date' | 'time' | 'dateTime';

/** Built-in number formats that show a date or a time (ECMA-376 18.8.30, East Asian ones included). */
const builtIn = new Map<number, DateKind>([
  ...range(14, 17, 'date'),
  ...range(18, 21, 'time'),
  [22, 'dateTime'],
  ...range(27, 31, 'date'),
  ...range(32, 35, 'time'),
  [36, 'date'],
  ...range(45, 47, 'time'),
  ...range(50, 54, 'date'),
  ...range(55, 56, 'time'),
  ...range(57, 58, 'date'),
]);

/** What a number format shows, given its id and, if the file defines it, its code; undefined when it shows no date. */
export function findDateKind(id: number, code: string | undefined): DateKind | undefined {
  return code === undefined ? builtIn.get(id) : findDateKindOfCode(code);
}

/** What a number format code such as `[$-419]dd mmmm yyyy;@` shows. */
export function findDateKindOfCode(code: string): DateKind | undefined {
  const shown = code
    .replace(/"[^"]*"|[\\_*]./g, '')
    // Elapsed time stays, colours, conditions and locales go.
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';')[0]!
    .replace(/s\.0+/gi, 's')
    .replace(/am\/pm|a\/p/gi, '');
  if (/[0#?]/.test(shown) || /standard|general|est[aá]ndar/i.test(shown)) return undefined;
  const hasTime = /[hs]/i.test(shown);
  const hasDate = /[dy]/i.test(shown) || (!hasTime && /m/i.test(shown)) || /mmm/i.test(shown);
  if (hasDate) return hasTime ? 'dateTime' : 'date';
  return hasTime ? 'time' : undefined;
}

function range(from: number, to: number, kind: DateKind): [number, DateKind][] {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, kind]);
}
