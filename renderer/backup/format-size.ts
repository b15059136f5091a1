import type { Language } from '#shared/settings/contract.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes as people read them: "1.4 GB". */
export function formatSize(bytes: number, language: Language): string {
  const index = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  const unit = units[index] ?? 'kilobyte';
  const size = bytes / 1000 ** (index + 1);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: size < 10 ? 1 : 0 }).format(size);
}
