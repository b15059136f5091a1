/** The part of a keyboard event that says what was pressed. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Names of what was pressed, best first, as shortcuts are written: "KeyN", "Shift+Slash", "Ctrl+KeyK". Letters go by
 * the physical key. "/" and "?" also go by what is typed, because a Spanish or Portuguese keyboard has them elsewhere.
 */
export function chordsOf(press: KeyPress): readonly string[] {
  if (press.altKey) return [];
  const control = press.ctrlKey || press.metaKey ? 'Ctrl+' : '';
  const byPlace = `${control}${press.shiftKey ? 'Shift+' : ''}${press.code}`;
  if (control !== '') return [byPlace];
  if (press.key === '/') return ['Slash'];
  if (press.key === '?') return ['Shift+Slash'];
  return [byPlace];
}

/** What stands on the keys of a shortcut: ["Ctrl", "K"]. */
export function chordKeys(chord: string): readonly string[] {
  if (chord === 'Slash') return ['/'];
  if (chord === 'Shift+Slash') return ['?'];
  return chord.split('+').map((part) => part.replace(/^(Key|Digit)/, ''));
}
