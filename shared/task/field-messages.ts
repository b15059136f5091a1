import { defineMessages } from '#shared/messages/define.ts';

/** What of a task can be asked for in a condition, besides what its form names. */
export const taskFieldMessages = defineMessages({
  'task.field.purpose': { en: 'Purpose', es: 'Propósito', pt: 'Finalidade', el: 'Σκοπός', ru: 'Назначение' },
  'task.field.status': { en: 'State', es: 'Estado', pt: 'Estado', el: 'Κατάσταση', ru: 'Состояние' },
  'task.field.assigneeId': { en: 'For whom', es: 'Para quién', pt: 'Para quem', el: 'Για ποιον', ru: 'Кому поручено' },
  'task.field.authorId': { en: 'Given by', es: 'Quién la dio', pt: 'Dada por', el: 'Ανατέθηκε από', ru: 'Кто поставил' },
  'task.field.branchId': { en: 'Branch', es: 'Sucursal', pt: 'Filial', el: 'Υποκατάστημα', ru: 'Филиал' },
  'task.field.dueAt': { en: 'Due', es: 'Vence', pt: 'Prazo', el: 'Προθεσμία', ru: 'Срок' },
  'task.field.createdAt': { en: 'Added on', es: 'Añadida el', pt: 'Adicionada em', el: 'Προστέθηκε στις', ru: 'Когда добавлена' },
  'task.field.doneAt': { en: 'Done on', es: 'Hecha el', pt: 'Feita em', el: 'Ολοκληρώθηκε στις', ru: 'Когда сделана' },
  'task.field.escalatedAt': {
    en: 'Late since',
    es: 'Con retraso desde',
    pt: 'Em atraso desde',
    el: 'Καθυστερεί από',
    ru: 'Просрочена с',
  },
  'task.field.outcome': {
    en: 'How the call ended',
    es: 'Cómo terminó la llamada',
    pt: 'Como terminou a chamada',
    el: 'Πώς κατέληξε η κλήση',
    ru: 'Чем кончился звонок',
  },
});
