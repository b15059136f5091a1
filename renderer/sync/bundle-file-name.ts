/**
 * What a file of changes is called, so that one sees whose it is and of when.
 * @param at UTC milliseconds
 * @example bundleFileName(['Branch 3', 'changes'], at) is "Branch 3 changes 2026-11-22 14-05.cartera"
 */
export function bundleFileName(words: readonly string[], at: number): string {
  const moment = new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString();
  // What no file may be called on Windows or elsewhere.
  const name = words.join(' ').replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ');
  return `${name.replace(/\s+/g, ' ').trim()} ${moment.slice(0, 10)} ${moment.slice(11, 16).replace(':', '-')}.cartera`;
}
