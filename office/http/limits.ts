import type { Rate } from '#office/http/token-buckets.ts';
import { frameBytes } from '#shared/sync/protocol.ts';

/** How much head office takes on, from one and from all. */
export interface Limits {
  /** Bytes of one request's body: a frame and its head. */
  readonly body: number;
  /** Bytes of a message of many frames. */
  readonly message: number;
  /** Messages whose frames are being collected, of all computers. */
  readonly collecting: number;
  /** Messages being worked on at once; others are asked to come again. */
  readonly working: number;
  readonly perAddress: Rate;
  readonly perDevice: Rate;
  /** Tries to join, of one address. */
  readonly tries: Rate;
  readonly connections: number;
  /** Milliseconds until the head of a request must be there. */
  readonly headTime: number;
  /** Milliseconds until all of a request must be there: a frame takes a minute on a line of 70 kbit/s. */
  readonly requestTime: number;
  /** Milliseconds that requests under way have to end when the program stops. */
  readonly stopTime: number;
}

export const usualLimits: Limits = {
  body: frameBytes + 4096,
  message: 32 * 1024 * 1024,
  collecting: 64,
  working: 32,
  perAddress: { burst: 200, perSecond: 20 },
  perDevice: { burst: 60, perSecond: 10 },
  tries: { burst: 10, perSecond: 10 / 3600 },
  connections: 4000,
  headTime: 10_000,
  requestTime: 90_000,
  stopTime: 10_000,
};
