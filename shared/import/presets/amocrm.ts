import type { Preset } from './preset.ts';

/** amoCRM writes people and organisations into one table and tells them apart in "Тип". */
export const amocrm: Preset = {
  id: 'amocrm',
  marks: [
    'Ответственный, Теги, Рабочий телефон, Рабочий email',
    'Ответственный, Теги, Ближайшая задача, Наименование',
    'Полное имя контакта, Рабочий телефон, Мобильный телефон',
    'Тип, Наименование, Ответственный, Теги',
    'Название компании, Ответственный, Теги',
    'Рабочий телефон, Рабочий прямой телефон, Мобильный телефон, Факс',
  ],
  subject: 'auto',
  columns: `
    ID = ignore
    Тип = partyType
    Наименование = fullName
    Полное имя контакта = fullName
    Имя = givenName
    Фамилия = familyName
    Имя контакта = givenName
    Фамилия контакта = familyName
    Компания = companyName
    Компания контакта = companyName
    Название компании = companyName
    Дата создания = custom
    Создатель = ignore
    Кем создан = ignore
    Дата изменения = ignore
    Автор изменения = ignore
    Кем изменен = ignore
    Теги = tags
    Теги контакта = tags
    Теги компании = tags
    Ближайшая задача = ignore
    Ответственный = custom
    Сделки = ignore
    Рабочий телефон = phone:work
    Рабочий прямой телефон = phone:Рабочий прямой
    Мобильный телефон = phone:mobile
    Факс = phone:fax
    Домашний телефон = phone:home
    Другой телефон = phone:other
    Рабочий телефон (контакт) = phone:work
    Рабочий прямой телефон (контакт) = phone:Рабочий прямой
    Мобильный телефон (контакт) = phone:mobile
    Факс (контакт) = phone:fax
    Домашний телефон (контакт) = phone:home
    Другой телефон (контакт) = phone:other
    Рабочий телефон (компания) = phone:work@company
    Рабочий прямой телефон (компания) = phone:Рабочий прямой@company
    Мобильный телефон (компания) = phone:mobile@company
    Факс (компания) = phone:fax@company
    Домашний телефон (компания) = phone:home@company
    Другой телефон (компания) = phone:other@company
    Рабочий email = email:work
    Личный email = email:home
    Другой email = email:other
    Рабочий email (контакт) = email:work
    Личный email (контакт) = email:home
    Другой email (контакт) = email:other
    Рабочий email (компания) = email:work@company
    Личный email (компания) = email:home@company
    Другой email (компания) = email:other@company
    Должность = jobTitle
    Должность (контакт) = jobTitle
    Адрес = address.full
    Адрес (компания) = address.full@company
    Web = webPage
    Web (компания) = webPage@company
    Примечание = notes
    Примечания = notes
    Примечание # = notes
    Примечание # (контакт) = notes
  `,
};
