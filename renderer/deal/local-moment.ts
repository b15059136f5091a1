/** A moment as a field of date and time holds it, in the machine's time zone: "2026-11-22T14:30". */
export function writeLocalMoment(ms: number): string {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field holds, as a moment; null when it is none. */
export function readLocalMoment(text: string): number | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? new Date(text).getTime() : null;
}
