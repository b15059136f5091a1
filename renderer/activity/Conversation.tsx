import { useRef } from 'react';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { Composer } from '#renderer/activity/Composer.tsx';
import { useKeptDraft } from '#renderer/activity/draft.ts';
import { Timeline } from '#renderer/activity/Timeline.tsx';
import type { RenderChange } from '#renderer/activity/Timeline.tsx';
import { useCard } from '#renderer/card/card-context.tsx';
import type { ActivityType } from '#shared/activity/contract.ts';

interface ConversationProps {
  /** Only what was about this deal of the party. */
  readonly dealId?: string;
  /** How a change of the deal is shown. */
  readonly renderChange?: RenderChange;
}

/** What to write down about a party, and all that was written before. */
export function Conversation({ dealId, renderChange }: ConversationProps = {}) {
  const { party, canWrite } = useCard();
  const [draft, setDraft] = useKeptDraft(dealId ?? party.id);
  const text = useRef<HTMLTextAreaElement>(null);
  const write = (type: ActivityType) => {
    setDraft({ ...draft, type });
    text.current?.focus();
  };
  useShortcuts(
    canWrite
      ? {
          KeyW: { label: 'card.shortcut.note', run: () => write('note') },
          KeyC: { label: 'card.shortcut.call', run: () => write('call') },
        }
      : {},
  );
  return (
    <>
      {canWrite && <Composer draft={draft} onChange={setDraft} textRef={text} {...(dealId === undefined ? {} : { dealId })} />}
      <Timeline {...(dealId === undefined ? {} : { dealId })} {...(renderChange === undefined ? {} : { renderChange })} />
    </>
  );
}
