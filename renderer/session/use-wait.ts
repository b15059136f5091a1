import { useEffect, useState } from 'react';

/** Whole seconds until then, counted down; 0 once it is past or for null. */
export function useWait(until: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until === null) return undefined;
    const look = () => setNow(Date.now());
    const [first, timer] = [window.setTimeout(look), window.setInterval(look, 250)];
    return () => {
      window.clearTimeout(first);
      window.clearInterval(timer);
    };
  }, [until]);
  return left;
}
