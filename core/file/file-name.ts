/** Marks that turn the direction of text, so that "fdp.exe" reads as "exe.pdf", and what ends a line. */
const hidden = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The last part of a file's name as it was given, without what hides how it ends; empty where nothing is left. At most 255 characters. */
export function plainFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last.toWellFormed().replaceAll(hidden, '').trim();
  return /^\.*$/.test(name) ? '' : name.slice(0, 255).toWellFormed();
}

/** Names that Windows keeps for devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const mostBytes = 200;

/** The same as any file system can keep it; its end is what stays of one that is too long. */
export function storableFileName(given: string): string {
  const name = plainFileName(given)
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .replace(/[. ]+$/, '');
  const characters = [...name];
  while (Buffer.byteLength(characters.join('')) > mostBytes) characters.shift();
  const short = characters.join('') || 'file';
  return devices.test(short) ? `_${short}` : short;
}
