/** Kinds of record that hang on a client, by which erasures are counted. */
export const countedTypes = [
  'party',
  'link',
  'lead',
  'deal',
  'deal_contact',
  'deal_line',
  'task',
  'notice',
  'activity',
  'file',
  'automation_run',
  'automation_step',
  'document',
  'payment',
  'conflict',
  'consent',
] as const;
