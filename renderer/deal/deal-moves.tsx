import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { notifyDone, notifyError } from '#renderer/app/notify.ts';
import { MissingFieldsDialog } from '#renderer/deal/asked/MissingFieldsDialog.tsx';
import type { PendingMove } from '#renderer/deal/board/pending.ts';
import { LostDialog } from '#renderer/deal/LostDialog.tsx';
import type { DealRow } from '#shared/deal/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

interface DealMoves {
  /** Asks for what is missing before, when the stage needs it. */
  readonly move: (deal: DealRow, stage: Stage) => void;
  readonly win: (deal: DealRow) => void;
  /** Asks why. */
  readonly lose: (deal: DealRow) => void;
  readonly reopen: (deal: DealRow) => void;
}

/** Moves under way, by the deal's id. */
type PendingMoves = ReadonlyMap<string, PendingMove>;

interface Blocked {
  readonly deal: DealRow;
  readonly stage: Stage;
  readonly fields: readonly string[];
}

const DealMovesContext = createContext<DealMoves | null>(null);
// Apart from the moves themselves, which every card on a board has: a move draws only the columns that it touches.
const PendingContext = createContext<PendingMoves>(new Map());

/** What moves deals, with the questions a move may ask; for the board and for cards. */
export function DealMovesProvider({ children }: { readonly children: ReactNode }) {
  const { pending, track } = usePending();
  const [lost, setLost] = useState<DealRow | null>(null);
  const [blocked, setBlocked] = useState<Blocked | null>(null);
  const move = useCallback(
    (deal: DealRow, stage: Stage) => {
      const ask = async () => {
        try {
          const { actId } = await client.deal.move({ id: deal.id, stageId: stage.id });
          notifyDone('deal.moved.done', { title: deal.title, stage: stage.name }, { undoActId: actId });
        } catch (error) {
          const fields = missingFields(error);
          if (fields === null) notifyError(error);
          else setBlocked({ deal, stage, fields });
        }
      };
      track({ row: deal, to: stage.id }, ask);
    },
    [track],
  );
  const win = useCallback(
    (deal: DealRow) =>
      track({ row: deal, to: 'closed' }, async () => {
        const { actId } = await client.deal.win({ id: deal.id });
        notifyDone('deal.won.done', { title: deal.title }, { undoActId: actId });
      }),
    [track],
  );
  const reopen = useCallback(
    (deal: DealRow) =>
      track({ row: deal, to: deal.stageId }, async () => {
        const { actId } = await client.deal.reopen({ id: deal.id });
        notifyDone('deal.reopened.done', { title: deal.title }, { undoActId: actId });
      }),
    [track],
  );
  const moves = useMemo(() => ({ move, win, lose: setLost, reopen }), [move, win, reopen]);
  return (
    <DealMovesContext.Provider value={moves}>
      <PendingContext.Provider value={pending}>{children}</PendingContext.Provider>
      <LostDialog
        deal={lost}
        onClose={() => setLost(null)}
        onLose={(deal, reason) =>
          track({ row: deal, to: 'closed' }, async () => {
            const { actId } = await client.deal.lose({ id: deal.id, ...reason });
            notifyDone('deal.lost.done', { title: deal.title }, { undoActId: actId });
          })
        }
      />
      <MissingFieldsDialog
        blocked={blocked}
        onClose={() => setBlocked(null)}
        onFilled={({ deal, stage }) => {
          setBlocked(null);
          move(deal, stage);
        }}
      />
    </DealMovesContext.Provider>
  );
}

export function useDealMoves(): DealMoves {
  const moves = useContext(DealMovesContext);
  if (moves === null) throw new Error('deals are moved outside of DealMovesProvider');
  return moves;
}

export function usePendingMoves(): PendingMoves {
  return useContext(PendingContext);
}

/** Keeps a move in sight until what is read has it, or until it failed. */
function usePending() {
  const queries = useQueryClient();
  const [pending, setPending] = useState<PendingMoves>(new Map());
  const track = useCallback(
    (move: PendingMove, ask: () => Promise<void>) => {
      const settle = async () => {
        try {
          await ask();
        } catch (error) {
          notifyError(error);
        }
        await queries.invalidateQueries({ queryKey: api.deal.key() });
        setPending((now) => new Map([...now].filter(([, other]) => other !== move)));
      };
      setPending((now) => new Map([...now, [move.row.id, move]]));
      void settle();
    },
    [queries],
  );
  return { pending, track };
}

function missingFields(error: unknown): readonly string[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'FIELDS_MISSING') return null;
  return (error.data as { readonly fields: readonly string[] }).fields;
}
