/**
 * A hybrid logical time as text that sorts by time: 9 characters of milliseconds, 4 of a counter within the
 * millisecond, then the device, all in base 36. "0mb9x1k2c0001a7f3k2"
 */
export type Stamp = string;

const counterLimit = 36 ** 4;

export interface Clock {
  /** A stamp later than every one given or observed before. */
  next(): Stamp;
  /** Makes sure that coming stamps are later than one seen elsewhere. */
  observe(stamp: Stamp): void;
  /** Goes on from a stamp, even an earlier one: a copy whose clock was ahead is set back when head office says so. */
  startFrom(stamp: Stamp): void;
}

/** Milliseconds (UTC) of a stamp. */
export function millisecondsOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 9), 36);
}

/**
 * A clock for one device that never goes back, whatever the wall clock does.
 * @param device up to 8 letters and digits that tell this device from others
 * @param now wall clock in UTC milliseconds
 */
export function createClock(device: string, now: () => number): Clock {
  let milliseconds = 0;
  let counter = 0;
  let prefix = '';
  function moveTo(time: number) {
    milliseconds = time;
    prefix = time.toString(36).padStart(9, '0');
  }
  return {
    next() {
      const wall = now();
      if (wall > milliseconds) {
        moveTo(wall);
        counter = 0;
      } else if (++counter >= counterLimit) {
        moveTo(milliseconds + 1);
        counter = 0;
      }
      return prefix + counter.toString(36).padStart(4, '0') + device;
    },
    startFrom(stamp) {
      moveTo(millisecondsOf(stamp));
      counter = Number.parseInt(stamp.slice(9, 13), 36);
    },
    observe(stamp) {
      const time = millisecondsOf(stamp);
      const seen = Number.parseInt(stamp.slice(9, 13), 36);
      if (time > milliseconds) {
        moveTo(time);
        counter = seen;
      } else if (time === milliseconds && seen > counter) counter = seen;
    },
  };
}
