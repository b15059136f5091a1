/** A moment as an input of date and time holds it, in the machine's time zone: "2026-11-22T14:30". */
export function writeLocalMoment(ms: number): string {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such an input holds, as a moment. */
export function readLocalMoment(text: string): number {
  return new Date(text).getTime();
}
