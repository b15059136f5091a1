import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError } from '#core/host/command-line/faults.ts';
import { columnMappingSchema, columnTargetSchema, mappingSchema } from '#shared/import/mapping.ts';
import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';
import { makeCustomKey } from '#shared/import/slug.ts';
import type { SourceOptions } from '#shared/import/table.ts';
import { foldText } from '#shared/text/fold-text.ts';

/** What a mapping file says: everything, or only what differs from what would be proposed. */
export type MappingFile =
  | { readonly type: 'whole'; readonly mapping: Mapping }
  | {
      readonly type: 'overrides';
      readonly source: SourceOptions;
      /** @throws {CommandError} when it names a header that the list doesn't have */
      applyTo(proposed: Mapping): Mapping;
    };

const columnOverrideSchema = z.union([
  columnTargetSchema,
  columnMappingSchema.omit({ index: true, header: true }).partial().extend({ target: columnTargetSchema }),
]);
/** `columns` goes by header: { "Tlf. 2": "phone", "Comercial": { "target": "custom", "customType": "text" } }. */
const overridesSchema = mappingSchema
  .omit({ columns: true })
  .partial()
  .extend({ columns: z.record(z.string(), columnOverrideSchema).default({}) });

/** Reads a mapping file. @throws {CommandError} that names the field where it isn't right */
export async function readMappingFile(path: string): Promise<MappingFile> {
  const value = await readJson(path);
  const columns = (value as { columns?: unknown } | null)?.columns;
  if (Array.isArray(columns)) return { type: 'whole', mapping: validate(mappingSchema, value, path) };
  const { columns: byHeader, source = {}, ...rest } = validate(overridesSchema, value, path);
  const given = Object.fromEntries(Object.entries(rest).filter(([field]) => field in (value as object))) as Partial<Mapping>;
  return {
    type: 'overrides',
    source,
    applyTo: (proposed) => ({ ...proposed, ...given, columns: overrideColumns(proposed.columns, byHeader, path) }),
  };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    throw new CommandError('mappingUnreadable', { file: path, message: error instanceof Error ? error.message : '' }, error);
  }
}

function validate<Schema extends z.ZodType>(schema: Schema, value: unknown, file: string): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommandError('mappingInvalid', { file, field: issue?.path.join('.') ?? '', message: issue?.message ?? '' });
}

function overrideColumns(
  proposed: readonly ColumnMapping[],
  byHeader: z.infer<typeof overridesSchema>['columns'],
  file: string,
): ColumnMapping[] {
  const columns = [...proposed];
  const keys = new Set(proposed.flatMap(({ customKey }) => customKey ?? []));
  for (const [header, override] of Object.entries(byHeader)) {
    const index = columns.findIndex((column) => foldText(column.header) === foldText(header));
    const column = columns[index];
    if (!column) {
      const headers = proposed.map((known) => known.header).filter((known) => known !== '');
      throw new CommandError('mappingUnknownHeader', { file, header, headers: headers.join(', ') });
    }
    const wanted = typeof override === 'string' ? { target: override } : override;
    columns[index] = changeColumn(column, definedOf(wanted), keys);
  }
  return columns;
}

/** What was proposed for another target, such as a group of address columns, doesn't hold for the one asked for. */
function changeColumn(column: ColumnMapping, override: Partial<ColumnMapping>, keys: Set<string>): ColumnMapping {
  const { index, header, target } = column;
  const base = override.target === target ? column : { index, header, label: '', group: 0 };
  const changed = { ...base, ...override } as ColumnMapping;
  if (changed.target !== 'custom' || changed.customKey !== undefined) return changed;
  return { ...changed, customKey: makeCustomKey(header, keys) };
}

function definedOf(value: object): Partial<ColumnMapping> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
