import type { Format } from '#renderer/app/create-format.ts';

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** Bytes as people read them: "1.4 GB". */
export function formatSize(bytes: number, format: Pick<Format, 'number'>): string {
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${format.number(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${units[unit]}`;
}
