import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { firstCall } from '#shared/automation/processes/usual-rules.ts';

/** What to say at a first call, whatever the trade. */
export const firstScript: ProcessDefinition['script'] = {
  name: 'process.script.first',
  purpose: firstCall,
  steps: ['process.script.hello', 'process.script.wish', 'process.script.next', 'process.script.repeat'],
  answers: [
    { question: 'process.script.howMuch', answer: 'process.script.howMuchAnswer' },
    { question: 'process.script.cheaper', answer: 'process.script.cheaperAnswer' },
    { question: 'process.script.thinking', answer: 'process.script.thinkingAnswer' },
  ],
};
