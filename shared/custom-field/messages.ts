import { defineMessages } from '#shared/messages/define.ts';

export const customFieldMessages = defineMessages({
  'customField.type.text': { en: 'Text', es: 'Texto', pt: 'Texto', el: 'Κείμενο', ru: 'Текст' },
  'customField.type.longText': {
    en: 'Long text',
    es: 'Texto largo',
    pt: 'Texto longo',
    el: 'Μεγάλο κείμενο',
    ru: 'Длинный текст',
  },
  'customField.type.number': { en: 'Number', es: 'Número', pt: 'Número', el: 'Αριθμός', ru: 'Число' },
  'customField.type.money': {
    en: 'Amount of money',
    es: 'Importe',
    pt: 'Valor em dinheiro',
    el: 'Χρηματικό ποσό',
    ru: 'Сумма денег',
  },
  'customField.type.date': { en: 'Date', es: 'Fecha', pt: 'Data', el: 'Ημερομηνία', ru: 'Дата' },
  'customField.type.yesNo': { en: 'Yes or no', es: 'Sí o no', pt: 'Sim ou não', el: 'Ναι ή όχι', ru: 'Да или нет' },
  'customField.type.choice': {
    en: 'One of a list',
    es: 'Una opción de una lista',
    pt: 'Uma opção de uma lista',
    el: 'Μία επιλογή από λίστα',
    ru: 'Один вариант из списка',
  },
  'customField.type.multiChoice': {
    en: 'Several of a list',
    es: 'Varias opciones de una lista',
    pt: 'Várias opções de uma lista',
    el: 'Πολλές επιλογές από λίστα',
    ru: 'Несколько вариантов из списка',
  },
  'customField.type.url': {
    en: 'Web address',
    es: 'Dirección web',
    pt: 'Endereço web',
    el: 'Διεύθυνση ιστοσελίδας',
    ru: 'Ссылка',
  },
  'customField.type.email': { en: 'Email', es: 'Correo electrónico', pt: 'E-mail', el: 'Email', ru: 'Эл. почта' },
  'customField.type.phone': { en: 'Phone', es: 'Teléfono', pt: 'Telefone', el: 'Τηλέφωνο', ru: 'Телефон' },

  'customField.manage': {
    en: 'Add or change own fields',
    es: 'Añadir o cambiar campos propios',
    pt: 'Adicionar ou mudar campos próprios',
    el: 'Προσθήκη ή αλλαγή δικών σας πεδίων',
    ru: 'Добавить или изменить свои поля',
  },
  'customField.unreadable.number': {
    en: 'Type a number, for example {example}',
    es: 'Escribe un número, por ejemplo {example}',
    pt: 'Escreva um número, por exemplo {example}',
    el: 'Γράψτε έναν αριθμό, για παράδειγμα {example}',
    ru: 'Введите число, например {example}',
  },
});
