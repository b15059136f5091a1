import type { Preset } from './preset.ts';

/** Lists of counterparties out of 1C: organisations mostly, people among them, each with somebody to talk to. */
export const oneC: Preset = {
  id: '1c',
  marks: [
    'Код, Наименование, ИНН',
    'Наименование, ИНН, КПП',
    'Наименование, Полное наименование, ИНН',
    'Контрагент, ИНН, КПП',
    'Контрагент, ИНН, Код',
    'Наименование в программе, ИНН',
    'Наименование, Наименование полное, Код',
    'Наименование, ЮрФизЛицо',
    'Наименование, Вид контрагента, Код',
  ],
  subject: 'auto',
  columns: `
    Код = ignore
    Наименование = companyName
    Наименование в программе = companyName
    Контрагент = companyName
    Полное наименование = legalName
    Наименование полное = legalName
    Сокращенное наименование = legalName
    Наименование для печати = legalName
    Контактное лицо = contactPerson
    Основное контактное лицо = contactPerson
    Телефон = phone
    Телефоны = phone
    Телефон контактного лица = phone@contact
    Телефон контрагента = phone@company
    Основной менеджер = custom
    Менеджер = custom
    Ответственный = custom
    Группа = groups
    Родитель = groups
    Входит в группу = groups
    Группа доступа = groups
    Вид контрагента = partyType
    ЮрФизЛицо = partyType
    Юр. / физ. лицо = partyType
    Комментарий = notes
    Дополнительная информация = notes
    Покупатель = custom
    Поставщик = custom
    Ссылка = ignore
    Пометка удаления = ignore
    Это группа = ignore
    Головной контрагент = custom
  `,
};
