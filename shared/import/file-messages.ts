import { defineMessages } from '#shared/messages/define.ts';

/** The frame of the import page and its first step: choosing a file. */
export const importFileMessages = defineMessages({
  'import.title': {
    en: 'Import a list',
    es: 'Importar una lista',
    pt: 'Importar uma lista',
    el: 'Εισαγωγή λίστας',
    ru: 'Загрузка списка',
  },

  'import.steps': { en: 'Steps', es: 'Pasos', pt: 'Passos', el: 'Βήματα', ru: 'Шаги' },

  'import.step.file': { en: 'Your file', es: 'Tu archivo', pt: 'O seu arquivo', el: 'Το αρχείο σας', ru: 'Ваш файл' },
  'import.step.columns': {
    en: 'What’s in your list',
    es: 'Qué hay en tu lista',
    pt: 'O que há na sua lista',
    el: 'Τι έχει η λίστα σας',
    ru: 'Что в вашем списке',
  },
  'import.step.check': {
    en: 'What will happen',
    es: 'Qué va a pasar',
    pt: 'O que vai acontecer',
    el: 'Τι θα γίνει',
    ru: 'Что произойдёт',
  },

  'import.back': { en: 'Back', es: 'Atrás', pt: 'Voltar', el: 'Πίσω', ru: 'Назад' },

  'import.next': { en: 'Next', es: 'Siguiente', pt: 'Seguinte', el: 'Επόμενο', ru: 'Далее' },

  'import.drop.title': {
    en: 'Drop your list here',
    es: 'Suelta aquí tu lista',
    pt: 'Largue aqui a sua lista',
    el: 'Αφήστε εδώ τη λίστα σας',
    ru: 'Перетащите сюда ваш список',
  },
  'import.drop.formats': {
    en: 'Excel, LibreOffice, text or phone contacts',
    es: 'Excel, LibreOffice, texto o contactos del móvil',
    pt: 'Excel, LibreOffice, texto ou contactos do telefone',
    el: 'Excel, LibreOffice, κείμενο ή επαφές κινητού',
    ru: 'Excel, LibreOffice, текст или контакты из телефона',
  },
  'import.drop.choose': {
    en: 'Choose a file',
    es: 'Elegir archivo',
    pt: 'Escolher arquivo',
    el: 'Επιλογή αρχείου',
    ru: 'Выбрать файл',
  },
  'import.drop.another': {
    en: 'Choose another file',
    es: 'Elegir otro archivo',
    pt: 'Escolher outro arquivo',
    el: 'Επιλογή άλλου αρχείου',
    ru: 'Выбрать другой файл',
  },
  'import.drop.safe': {
    en: 'Nothing is saved until you say so, and the whole import can be undone.',
    es: 'No se guarda nada hasta que tú lo digas, y toda la importación se puede deshacer.',
    pt: 'Nada é guardado até você confirmar, e toda a importação pode ser desfeita.',
    el: 'Τίποτα δεν αποθηκεύεται πριν το πείτε εσείς, και όλη η εισαγωγή μπορεί να αναιρεθεί.',
    ru: 'Ничего не сохранится без вашего согласия, и всю загрузку можно отменить.',
  },
  'import.drop.reading': {
    en: 'Reading {name}…',
    es: 'Leyendo {name}…',
    pt: 'A ler {name}…',
    el: 'Διαβάζεται: {name}…',
    ru: 'Читаем {name}…',
  },
  'import.drop.chosen': {
    en: 'Chosen: {name}',
    es: 'Elegido: {name}',
    pt: 'Escolhido: {name}',
    el: 'Επιλέχθηκε: {name}',
    ru: 'Выбран: {name}',
  },
  'import.drop.failed': {
    en: '{name} could not be read',
    es: 'No se ha podido leer {name}',
    pt: 'Não foi possível ler {name}',
    el: 'Το {name} δεν διαβάστηκε',
    ru: 'Не удалось прочитать {name}',
  },

  'import.help.title': {
    en: 'Where is my list?',
    es: '¿Dónde está mi lista?',
    pt: 'Onde está a minha lista?',
    el: 'Πού είναι η λίστα μου;',
    ru: 'Где взять список?',
  },
  'import.help.google': {
    en: 'Google Contacts',
    es: 'Contactos de Google',
    pt: 'Contactos do Google',
    el: 'Επαφές Google',
    ru: 'Контакты Google',
  },
  'import.help.googleText': {
    en: 'On contacts.google.com choose Export, then “Google CSV”.',
    es: 'En contacts.google.com elige «Exportar» y luego «CSV de Google».',
    pt: 'Em contacts.google.com escolha «Exportar» e depois «CSV do Google».',
    el: 'Στο contacts.google.com επιλέξτε «Εξαγωγή» και μετά «CSV Google».',
    ru: 'На contacts.google.com выберите «Экспорт», затем «CSV Google».',
  },
  'import.help.outlookText': {
    en: 'File → Open & Export → Import/Export → Export to a file → Comma separated values → Contacts.',
    es: 'Archivo → Abrir y exportar → Importar o exportar → Exportar a un archivo → Valores separados por comas → Contactos.',
    pt: 'Ficheiro (Arquivo) → Abrir e exportar → Importar/exportar → Exportar para um arquivo → Valores separados por vírgulas → Contactos.',
    el: 'Αρχείο → Άνοιγμα και εξαγωγή → Εισαγωγή/Εξαγωγή → Εξαγωγή σε αρχείο → Τιμές διαχωρισμένες με κόμμα → Επαφές.',
    ru: 'Файл → Открыть и экспортировать → Импорт и экспорт → Экспорт в файл → Значения, разделённые запятыми → Контакты.',
  },
  'import.help.iphone': { en: 'iPhone', es: 'iPhone', pt: 'iPhone', el: 'iPhone', ru: 'iPhone' },
  'import.help.iphoneText': {
    en: 'In Contacts open Lists, hold “All contacts” and choose Export. Send the file to this computer by mail or cable.',
    es: 'En Contactos abre Listas, mantén pulsado «Todos los contactos» y elige Exportar. Envía el archivo a este ordenador por correo o cable.',
    pt: 'Em Contactos abra Listas, mantenha premido «Todos os contactos» e escolha Exportar. Envie o arquivo para este computador por e-mail ou cabo.',
    el: 'Στις Επαφές ανοίξτε τις Λίστες, κρατήστε πατημένο το «Όλες οι επαφές» και επιλέξτε Εξαγωγή. Στείλτε το αρχείο σε αυτόν τον υπολογιστή με email ή καλώδιο.',
    ru: 'В «Контактах» откройте «Списки», задержите палец на «Все контакты» и выберите «Экспортировать». Перешлите файл на этот компьютер по почте или кабелю.',
  },
  'import.help.android': {
    en: 'Android phone',
    es: 'Móvil Android',
    pt: 'Telefone Android',
    el: 'Κινητό Android',
    ru: 'Телефон Android',
  },
  'import.help.androidText': {
    en: 'In Contacts choose the menu, then Manage or Settings, then Export. The file ends in .vcf.',
    es: 'En Contactos abre el menú, luego Gestionar o Ajustes y Exportar. El archivo acaba en .vcf.',
    pt: 'Em Contactos abra o menu, depois Gerir ou Definições e Exportar. O arquivo termina em .vcf.',
    el: 'Στις Επαφές ανοίξτε το μενού, μετά Διαχείριση ή Ρυθμίσεις και Εξαγωγή. Το αρχείο τελειώνει σε .vcf.',
    ru: 'В «Контактах» откройте меню, затем «Управление» или «Настройки» и «Экспорт». Файл заканчивается на .vcf.',
  },
  'import.help.oneC': { en: '1C', es: '1C', pt: '1C', el: '1C', ru: '1С' },
  'import.help.oneCText': {
    en: 'Open the list of counterparties, choose More → Output list, then save it as Excel.',
    es: 'Abre la lista de contrapartes, elige Más → Mostrar lista y guárdala como Excel.',
    pt: 'Abra a lista de contrapartes, escolha Mais → Mostrar lista e guarde-a como Excel.',
    el: 'Ανοίξτε τη λίστα συναλλασσομένων, επιλέξτε Περισσότερα → Εμφάνιση λίστας και αποθηκεύστε τη ως Excel.',
    ru: 'Откройте справочник «Контрагенты», выберите «Ещё» → «Вывести список» и сохраните его в формате Excel.',
  },
  'import.help.paper': { en: 'A notebook', es: 'Una libreta', pt: 'Um caderno', el: 'Τετράδιο', ru: 'Тетрадь' },
  'import.help.paperText': {
    en: 'Type it into any spreadsheet, one customer a row, names of columns above. Order doesn’t matter.',
    es: 'Pásala a una hoja de cálculo, un cliente por fila y los nombres de las columnas arriba. El orden da igual.',
    pt: 'Passe-o para uma folha de cálculo, um cliente por linha e os nomes das colunas em cima. A ordem não importa.',
    el: 'Περάστε το σε ένα υπολογιστικό φύλλο, ένας πελάτης ανά γραμμή, με τα ονόματα των στηλών επάνω. Η σειρά δεν έχει σημασία.',
    ru: 'Перепишите в любую таблицу: один клиент — одна строка, сверху названия столбцов. Порядок не важен.',
  },
});
