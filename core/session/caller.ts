import type { Session, SessionWay } from '#core/session/sessions.ts';
import type { EntryFault } from '#shared/procedure.ts';
import type { Permission } from '#shared/people/permission.ts';

/** Where a call came from; absent for what the program itself or the command line does. */
export interface Caller {
  readonly way: SessionWay;
  /** What the browser or program calls itself. */
  readonly userAgent: string;
  /** The session it came with, locked or not; null when it came with none. */
  readonly session: Session | null;
  /** Why only what needs no name is answered; null when somebody is known. */
  readonly fault: EntryFault | null;
  /** What a program's key is narrowed to; null is everything its person may. */
  readonly scopes: ReadonlySet<Permission> | null;
  /** Whether it would still be let in as it was: asked while an answer goes on and on. */
  isStillIn(): boolean;
  /** Somebody is there: the time until the session is locked begins anew. */
  noteActive(): void;
}
