import { isUuid, packUuid, unpackUuid } from '#shared/sync/pack-id.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

/**
 * Changes of one type and shape, a column for each of their parts: what is alike stands together and compresses well.
 * Shape: names of the fields, those with a stamp of their own marked, and what the change is.
 */
export interface Packed {
  readonly type: string;
  readonly shape: string;
  readonly columns: unknown[][];
}

/** Changes, by type and shape. Their order among types is lost: what says "the third one" means the third that `unpack` gives. */
export function pack(changes: readonly RecordChange[]): Packed[] {
  const groups = new Map<string, { readonly packed: Packed; readonly parts: readonly Part[]; last: string[] }>();
  for (const change of changes) {
    const parts = partsOf(change);
    const shape = parts.map(([name, key]) => (key === null ? name : `${name} ${key}`)).join(',');
    const key = `${change.type}|${shape}`;
    let group = groups.get(key);
    if (!group)
      groups.set(key, (group = { packed: { type: change.type, shape, columns: parts.map(() => []) }, parts, last: [] }));
    const { columns } = group.packed;
    const { last } = group;
    parts.forEach((part, index) => {
      const value = read(change, part);
      columns[index]?.push(isDelta(part) ? shorten(value as string, last[index] ?? '') : value);
      if (isDelta(part)) last[index] = value as string;
    });
  }
  return [...groups.values()].map(({ packed }) => packed);
}

/** What `pack` made. @throws {TypeError} when it isn't what pack makes */
export function unpack(packed: readonly Packed[]): RecordChange[] {
  return packed.flatMap(({ type, shape, columns }) => {
    const parts = shape.split(',').map((part) => readPart(part));
    const count = columns[0]?.length ?? 0;
    if (columns.length !== parts.length || columns.some((column) => column.length !== count))
      throw new TypeError('uneven columns');
    if (new Set(shape.split(',')).size !== parts.length) throw new TypeError('a part that comes twice');
    const last: string[] = [];
    return Array.from({ length: count }, (_, row) => {
      const change = { type, id: '', base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: '' };
      parts.forEach((part, index) => {
        const raw = columns[index]?.[row];
        const value = isDelta(part) ? (last[index] = lengthen(raw, last[index] ?? '')) : raw;
        write(change, part, value);
      });
      return change;
    });
  });
}

const singleParts = ['id', 'uuid', 'by', 'base', 'gone'] as const;
const keyedParts = { field: 'fields', stamp: 'stamps', seen: 'seen' } as const;
type Part = readonly [name: (typeof singleParts)[number], key: null] | readonly [name: keyof typeof keyedParts, key: string];

function partsOf({ id, base, gone, stamps, fields, seen }: RecordChange): readonly Part[] {
  const parts: Part[] = [
    [isUuid(id) ? 'uuid' : 'id', null],
    ['by', null],
  ];
  if (base !== null) parts.push(['base', null]);
  if (gone !== null) parts.push(['gone', null]);
  for (const field of Object.keys(fields).sort()) parts.push(['field', field]);
  for (const field of Object.keys(stamps).sort()) parts.push(['stamp', field]);
  for (const field of Object.keys(seen).sort()) parts.push(['seen', field]);
  return parts;
}

function readPart(text: string): Part {
  const single = singleParts.find((name) => name === text);
  if (single) return [single, null];
  const [name = '', key = '', ...rest] = text.split(' ');
  // An object's own nature is no field of a record.
  if (!Object.hasOwn(keyedParts, name) || !text.includes(' ') || rest.length > 0 || key in {}) throw new TypeError('not a part');
  return [name as keyof typeof keyedParts, key];
}

function read(change: RecordChange, [name, key]: Part): unknown {
  if (name === 'uuid') return packUuid(change.id);
  return key === null ? change[name] : change[keyedParts[name]][key];
}

function write(change: Record<string, unknown>, [name, key]: Part, value: unknown) {
  if (name === 'uuid') change['id'] = unpackUuid(value as string);
  else if (key !== null) (change[keyedParts[name]] as Record<string, unknown>)[key] = value;
  else if (typeof value === 'string') change[name] = value;
  else throw new TypeError('not a text');
}

/** Ids and stamps begin like the ones before them. */
function isDelta([name]: Part): boolean {
  return name !== 'by' && name !== 'field';
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** How many characters are those of the one before, in base 36, then the rest. */
function shorten(value: string, previous: string): string {
  let same = 0;
  while (same < 35 && same < value.length && value[same] === previous[same]) same += 1;
  return digits[same] + value.slice(same);
}

function lengthen(value: unknown, previous: string): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  const same = digits.indexOf(value[0] ?? '-');
  if (same < 0 || same > previous.length) throw new TypeError('not a packed text');
  return previous.slice(0, same) + value.slice(1);
}
