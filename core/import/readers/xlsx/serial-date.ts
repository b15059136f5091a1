import type { DateKind } from './date-format.ts';

const dayMs = 86_400_000;
/** Serial 25,569 is 1970-01-01 counted from 1900; the 1904 epoch starts 1,462 days later. */
const unixEpochSerial = 25_569;
const epoch1904Days = 1_462;
/** 9999-12-31: beyond it Excel shows no date. */
const lastSerial = 2_958_466;

export interface SerialDate {
  /** Days since the epoch, the time of day as fraction. */
  readonly serial: number;
  readonly kind: DateKind;
  readonly is1904: boolean;
}

/**
 * A sheet's day number as ISO text: "2021-01-31", "2021-01-31T10:30" or "10:30", as its format shows it. Null for
 * day 0 (what Excel makes of an empty cell), undefined for numbers that are no date.
 */
export function formatSerialDate({ serial, kind, is1904 }: SerialDate): string | null | undefined {
  if (!(serial >= 0 && serial < lastSerial)) return undefined;
  if (kind === 'time') return formatDuration(serial);
  const days = is1904 ? serial + epoch1904Days : withoutFalseLeapDay(serial);
  if (serial < 1 && !is1904) return serial === 0 ? null : formatDuration(serial);
  // Binary fractions of a day miss the second by a hair.
  const iso = new Date(Math.round(((days - unixEpochSerial) * dayMs) / 1000) * 1000).toISOString();
  const time = iso.slice(11, 16);
  return kind === 'date' || time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${time}`;
}

/** Excel counts a 29 February 1900 that never was: earlier days lie one further on. */
function withoutFalseLeapDay(serial: number): number {
  return serial < 60 ? serial + 1 : serial;
}

function formatDuration(days: number): string {
  const minutes = Math.floor(Math.round(days * 86_400) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
