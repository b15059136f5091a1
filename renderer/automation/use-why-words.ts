import { useText } from '#renderer/app/text.ts';
import { useFieldLabel } from '#renderer/automation/use-field-label.ts';
import { useRuleWords } from '#renderer/automation/use-words.ts';
import type { AutomationRun } from '#shared/automation/contract.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';

/** `whyOf(run)`: what set a rule off, as it says of itself: its event, and what was there. */
export function useWhyWords(): (run: Pick<AutomationRun, 'why' | 'recordType'>) => string {
  const t = useText();
  const words = useRuleWords();
  const labelOf = useFieldLabel();
  return ({ why: { event, detail }, recordType }) => {
    const type = event as AutomationEvent['type'];
    const record = recordType === 'deal' ? 'deal' : 'party';
    switch (type) {
      case 'recordCreated':
        return words.event({ type, record: detail as 'deal' });
      case 'fieldChanged':
        return words.event({ type, record, field: detail, filled: false });
      case 'stageEntered':
        return words.event({ type, stageId: detail === '' ? null : detail });
      case 'taskDone':
      case 'taskOverdue':
        return words.event({ type, taskType: null, purpose: detail });
      case 'documentAccepted':
        return words.event({ type, kind: detail === '' ? null : (detail as 'quote') });
      case 'dateReached':
        return `${t(`automation.event.${type}`)}: ${labelOf(record, detail)}`;
      default:
        return words.event({ type });
    }
  };
}
