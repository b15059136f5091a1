import { useText } from '#renderer/app/text.ts';
import { useRuleWords } from '#renderer/automation/use-words.ts';
import { useFilterSentence } from '#renderer/filter/use-filter-sentence.ts';
import type { Automation } from '#shared/automation/contract.ts';
import { entityOf } from '#shared/automation/events.ts';

/** A rule read aloud: "When a request comes in → task “Call”: Ana, in 15 minutes". */
export function RuleSentence({ rule }: { readonly rule: Pick<Automation, 'event' | 'conditions' | 'actions'> }) {
  const t = useText();
  const words = useRuleWords();
  const sentenceOf = useFilterSentence(entityOf(rule.event));
  const conditions = sentenceOf(rule.conditions);
  const event = words.event(rule.event);
  const when = conditions === '' ? event : t('automation.withIf', { when: event, conditions });
  return t('automation.arrow', { when, then: rule.actions.map(words.action).join(' → ') });
}
