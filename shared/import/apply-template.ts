import { foldText } from '#shared/text/fold-text.ts';
import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';

/**
 * A saved mapping used for another file: columns of the same name become the same things, wherever they stand. How the
 * file is read, and where its data begins, stays as it was found out.
 */
export function applyTemplate(template: Mapping, proposed: Mapping): Mapping {
  const columns = proposed.columns.map((column): ColumnMapping => {
    const same = template.columns.filter(({ header }) => header !== '' && foldText(header) === foldText(column.header));
    const found = same.find(({ index }) => index === column.index) ?? same[0];
    if (found === undefined) return column;
    const { labelColumn, prefixColumn, ...rest } = found;
    const placed = { ...rest, index: column.index, header: column.header };
    // Neighbours are known by their places, which hold only where the column stands where it stood.
    if (found.index !== column.index) return placed;
    return { ...placed, ...(labelColumn !== undefined && { labelColumn }), ...(prefixColumn !== undefined && { prefixColumn }) };
  });
  const { subject, dateOrder, decimal } = template;
  return { ...proposed, subject, dateOrder, decimal, columns };
}
