import { useEffect, useState } from 'react';

export interface Timer {
  readonly seconds: number;
  readonly isRunning: boolean;
  readonly toggle: () => void;
  readonly set: (seconds: number) => void;
}

const second = 1000;

/** Counts the seconds of a call while it runs. */
export function useTimer(startsRunning: boolean): Timer {
  const [counted, setCounted] = useState(0);
  const [since, setSince] = useState<number | null>(() => (startsRunning ? Date.now() : null));
  const [, setTick] = useState(0);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = window.setInterval(() => setTick((tick) => tick + 1), second);
    return () => window.clearInterval(timer);
  }, [since]);
  const seconds = counted + (since === null ? 0 : Math.floor((Date.now() - since) / second));
  return {
    seconds,
    isRunning: since !== null,
    toggle: () => {
      setCounted(seconds);
      setSince(since === null ? Date.now() : null);
    },
    set: (next) => {
      setCounted(next);
      setSince(since === null ? null : Date.now());
    },
  };
}

/** "4:05". */
export function clockText(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}
