import { Select } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import type { SourceRow } from '#shared/import/table.ts';
import { cellText } from '#shared/import/values/cell-text.ts';

interface HeaderSelectProps {
  readonly sample: readonly SourceRow[];
  /** Lines that hold the names of the columns now. */
  readonly headerLines: readonly number[];
  readonly onChange: (headerLines: readonly number[]) => void;
}

const linesOffered = 20;

/** In which row the names of the columns stand. */
export function HeaderSelect({ sample, headerLines, onChange }: HeaderSelectProps) {
  const t = useText();
  const textOf = (lines: readonly number[]) =>
    sample
      .filter(({ line }) => lines.includes(line))
      .flatMap(({ cells }) => cells.map(cellText))
      .filter((text) => text !== '')
      .slice(0, 4)
      .join(', ');
  const single = sample.slice(0, linesOffered).map(({ line }) => ({
    value: String(line),
    label: t('import.reading.headerRow', { line, text: textOf([line]) }),
  }));
  const double =
    headerLines.length > 1
      ? [
          {
            value: headerLines.join(),
            label: t('import.reading.headerRows', { lines: headerLines.join(', '), text: textOf(headerLines) }),
          },
        ]
      : [];
  return (
    <Select
      size="sm"
      label={t('import.reading.header')}
      w={260}
      value={headerLines.length === 0 ? 'none' : headerLines.join()}
      allowDeselect={false}
      data={[{ value: 'none', label: t('import.reading.noHeader') }, ...double, ...single]}
      onChange={(value) => value !== null && onChange(value === 'none' ? [] : value.split(',').map(Number))}
    />
  );
}
