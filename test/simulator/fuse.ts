import type { Connection, WriteTx } from '#core/database/connection.ts';

/** The computer went off: nothing that wasn't committed is there any more, and nothing more happens until it is started again. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Makes a copy crash at one of its next steps: before, within and after transactions. */
export interface Fuse {
  /** After so many steps more; null never. */
  left: number | null;
  isBlown: boolean;
}

function step(fuse: Fuse) {
  if (fuse.isBlown) throw new Crash('it is off');
  if (fuse.left === null) return;
  fuse.left -= 1;
  if (fuse.left > 0) return;
  fuse.isBlown = true;
  throw new Crash('it went off');
}

/** A connection that crashes when its fuse does. */
export function connectByFuse(connection: Connection, fuse: Fuse): Connection {
  return {
    ...connection,
    transaction(work) {
      if (fuse.left === null && !fuse.isBlown) return connection.transaction(work);
      step(fuse);
      const result = connection.transaction((tx) => {
        const done = work(countWrites(tx, fuse));
        step(fuse);
        return done;
      });
      step(fuse);
      return result;
    },
  };
}

function countWrites(tx: WriteTx, fuse: Fuse): WriteTx {
  return {
    ...tx,
    write<Parameters extends unknown[]>(sql: string) {
      const statement = tx.write<Parameters>(sql);
      return {
        run(...parameters: Parameters) {
          step(fuse);
          return statement.run(...parameters);
        },
      };
    },
  };
}
