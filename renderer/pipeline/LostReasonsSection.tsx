import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { useLostReasons } from '#renderer/pipeline/use-pipelines.ts';
import { NamesEditor } from '#renderer/settings/NamesEditor.tsx';
import { Section } from '#renderer/settings/Section.tsx';

/** Why deals are lost: what is asked when one is. */
export function LostReasonsSection() {
  const t = useText();
  const reasons = useLostReasons();
  const queries = useQueryClient();
  const set = useMutation(
    api.pipeline.setLostReasons.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.pipeline.lostReasons.queryKey(), saved),
    }),
  );
  return (
    <Section id="lost-reasons" title="deal.settings.lostReasons" text="deal.settings.lostReasonsText">
      <NamesEditor
        items={reasons}
        label={t('deal.lost.reason')}
        addLabel={t('deal.settings.newLostReason')}
        maxLength={120}
        isSaving={set.isPending}
        onSave={(items) => set.mutate({ reasons: items.map(({ id, name }) => ({ name, ...(id === undefined ? {} : { id }) })) })}
      />
    </Section>
  );
}
