import { useState } from 'react';

/** A choice about this window, kept in the browser; where nothing can be kept it holds while the window is open. */
export function useStored<Value extends string>(key: string, otherwise: Value): readonly [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (read(key) as Value | null) ?? otherwise);
  const keep = (next: Value) => {
    setValue(next);
    try {
      window.localStorage.setItem(key, next);
    } catch {
      // Storage is switched off or full: the choice still holds in this window.
    }
  };
  return [value, keep];
}

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}
