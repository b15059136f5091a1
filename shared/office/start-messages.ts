import { defineMessages } from '#shared/messages/define.ts';

/** What starting head office says in the terminal. */
export const officeStartMessages = defineMessages({
  'office.start.usage': {
    en: `Usage: npm run office -- --data FOLDER [--port 4900] [--host 0.0.0.0]
  --data FOLDER          where head office keeps its data
  --port NUMBER          4900 when left out
  --host ADDRESS         who can reach it: 127.0.0.1 only this computer, 0.0.0.0 all (when left out)
  --database ADDRESS     postgres://... instead of a file in the folder
  --tls-cert FILE, --tls-key FILE   certificate and its key, for https
  --address ADDRESS      how computers reach it from elsewhere, such as https://office.example.com
  --behind-proxy         a proxy in front says who asks (X-Forwarded-For)
  --name NAME            what head office is called
  --rate NUMBER          requests a second from one address; 20 when left out
  --log LEVEL            debug, info, warn or error`,
    es: `Uso: npm run office -- --data CARPETA [--port 4900] [--host 0.0.0.0]
  --data CARPETA         dónde guarda sus datos la central
  --port NÚMERO          4900 si no se indica
  --host DIRECCIÓN       quién puede llegar: 127.0.0.1 solo este equipo, 0.0.0.0 todos (si no se indica)
  --database DIRECCIÓN   postgres://... en lugar de un archivo en la carpeta
  --tls-cert ARCHIVO, --tls-key ARCHIVO   certificado y su clave, para https
  --address DIRECCIÓN    cómo llegan los equipos desde fuera, como https://central.example.com
  --behind-proxy         un proxy delante dice quién pregunta (X-Forwarded-For)
  --name NOMBRE          cómo se llama la central
  --rate NÚMERO          peticiones por segundo de una dirección; 20 si no se indica
  --log NIVEL            debug, info, warn o error`,
    pt: `Uso: npm run office -- --data PASTA [--port 4900] [--host 0.0.0.0]
  --data PASTA           onde a sede guarda os seus dados
  --port NÚMERO          4900 se não for indicado
  --host ENDEREÇO        quem pode chegar: 127.0.0.1 só este computador, 0.0.0.0 todos (se não for indicado)
  --database ENDEREÇO    postgres://... em vez de um ficheiro na pasta
  --tls-cert FICHEIRO, --tls-key FICHEIRO   certificado e a sua chave, para https
  --address ENDEREÇO     como os computadores chegam de fora, como https://sede.example.com
  --behind-proxy         um proxy à frente diz quem pede (X-Forwarded-For)
  --name NOME            como se chama a sede
  --rate NÚMERO          pedidos por segundo de um endereço; 20 se não for indicado
  --log NÍVEL            debug, info, warn ou error`,
    el: `Χρήση: npm run office -- --data ΦΑΚΕΛΟΣ [--port 4900] [--host 0.0.0.0]
  --data ΦΑΚΕΛΟΣ         πού κρατά τα δεδομένα του το κεντρικό
  --port ΑΡΙΘΜΟΣ         4900 αν δεν δοθεί
  --host ΔΙΕΥΘΥΝΣΗ       ποιος φτάνει: 127.0.0.1 μόνο αυτός ο υπολογιστής, 0.0.0.0 όλοι (αν δεν δοθεί)
  --database ΔΙΕΥΘΥΝΣΗ   postgres://... αντί για αρχείο στον φάκελο
  --tls-cert ΑΡΧΕΙΟ, --tls-key ΑΡΧΕΙΟ   πιστοποιητικό και το κλειδί του, για https
  --address ΔΙΕΥΘΥΝΣΗ    πώς φτάνουν οι υπολογιστές από αλλού, όπως https://office.example.com
  --behind-proxy         ένας διακομιστής μπροστά λέει ποιος ρωτά (X-Forwarded-For)
  --name ΟΝΟΜΑ           πώς λέγεται το κεντρικό
  --rate ΑΡΙΘΜΟΣ         αιτήματα το δευτερόλεπτο από μία διεύθυνση· 20 αν δεν δοθεί
  --log ΕΠΙΠΕΔΟ          debug, info, warn ή error`,
    ru: `Запуск: npm run office -- --data ПАПКА [--port 4900] [--host 0.0.0.0]
  --data ПАПКА           где головной офис хранит данные
  --port ЧИСЛО           4900, если не указано
  --host АДРЕС           кто может подключиться: 127.0.0.1 — только этот компьютер, 0.0.0.0 — все (если не указано)
  --database АДРЕС       postgres://... вместо файла в папке
  --tls-cert ФАЙЛ, --tls-key ФАЙЛ   сертификат и его ключ, для https
  --address АДРЕС        как к нему обращаются извне, например https://office.example.com
  --behind-proxy         прокси впереди сообщает, кто обращается (X-Forwarded-For)
  --name НАЗВАНИЕ        как называется головной офис
  --rate ЧИСЛО           запросов в секунду с одного адреса; 20, если не указано
  --log УРОВЕНЬ          debug, info, warn или error`,
  },
  'office.start.listening': {
    en: 'Head office is at {address}. Its page: {page}',
    es: 'La central está en {address}. Su página: {page}',
    pt: 'A sede está em {address}. A sua página: {page}',
    el: 'Το κεντρικό είναι στο {address}. Η σελίδα του: {page}',
    ru: 'Головной офис работает по адресу {address}. Его страница: {page}',
  },
  'office.start.badFlag': {
    en: 'This can’t be used: {flag}',
    es: 'Esto no se puede usar: {flag}',
    pt: 'Isto não pode ser usado: {flag}',
    el: 'Αυτό δεν μπορεί να χρησιμοποιηθεί: {flag}',
    ru: 'Это указано неверно: {flag}',
  },
  'office.start.portTaken': {
    en: 'Port {port} is taken by another program. Choose another with --port.',
    es: 'El puerto {port} lo usa otro programa. Elige otro con --port.',
    pt: 'A porta {port} está ocupada por outro programa. Escolha outra com --port.',
    el: 'Η θύρα {port} χρησιμοποιείται από άλλο πρόγραμμα. Επιλέξτε άλλη με --port.',
    ru: 'Порт {port} занят другой программой. Выберите другой: --port.',
  },
  'office.start.noAddress': {
    en: 'Head office can’t be reached at {host}:{port} ({code}).',
    es: 'No se puede abrir la central en {host}:{port} ({code}).',
    pt: 'Não é possível abrir a sede em {host}:{port} ({code}).',
    el: 'Το κεντρικό δεν μπορεί να ανοίξει στο {host}:{port} ({code}).',
    ru: 'Не удаётся открыть головной офис на {host}:{port} ({code}).',
  },
  'office.start.noDatabase': {
    en: 'The database can’t be reached ({code}). Is it running, and is its address right?',
    es: 'No se puede acceder a la base de datos ({code}). ¿Está en marcha y es correcta su dirección?',
    pt: 'Não é possível aceder à base de dados ({code}). Está a funcionar e o endereço está certo?',
    el: 'Η βάση δεδομένων δεν είναι προσβάσιμη ({code}). Λειτουργεί, και είναι σωστή η διεύθυνσή της;',
    ru: 'База данных недоступна ({code}). Запущена ли она и верен ли её адрес?',
  },
  'office.start.newerData': {
    en: 'This data was written by a newer Cartera. Update this one first.',
    es: 'Estos datos los escribió una versión más nueva de Cartera. Actualiza esta primero.',
    pt: 'Estes dados foram escritos por um Cartera mais recente. Atualize este primeiro.',
    el: 'Αυτά τα δεδομένα γράφτηκαν από νεότερο Cartera. Ενημερώστε πρώτα αυτό.',
    ru: 'Эти данные записаны более новой версией Cartera. Сначала обновите эту.',
  },
  'office.start.encrypted': {
    en: 'The data in {folder} is encrypted or isn’t head office’s. Encrypted data is opened by Cartera: start head office in its settings, under “Branches”.',
    es: 'Los datos de {folder} están cifrados o no son de la central. Los datos cifrados los abre Cartera: pon en marcha la central en sus ajustes, en «Sucursales».',
    pt: 'Os dados em {folder} estão encriptados ou não são da sede. Os dados encriptados são abertos pelo Cartera: inicie a sede nas definições, em «Filiais».',
    el: 'Τα δεδομένα στο {folder} είναι κρυπτογραφημένα ή δεν είναι του κεντρικού. Τα κρυπτογραφημένα τα ανοίγει το Cartera: ξεκινήστε το κεντρικό από τις ρυθμίσεις του, στα «Υποκαταστήματα».',
    ru: 'Данные в {folder} зашифрованы или это не данные головного офиса. Зашифрованные открывает сама Cartera: запустите головной офис в её настройках, в разделе «Филиалы».',
  },
  'office.start.badCertificate': {
    en: 'The certificate or its key can’t be used: {file} ({code}).',
    es: 'El certificado o su clave no se pueden usar: {file} ({code}).',
    pt: 'O certificado ou a sua chave não podem ser usados: {file} ({code}).',
    el: 'Το πιστοποιητικό ή το κλειδί του δεν μπορεί να χρησιμοποιηθεί: {file} ({code}).',
    ru: 'Сертификат или его ключ не подходят: {file} ({code}).',
  },
  'office.start.badFolder': {
    en: 'The folder can’t be written to: {folder} ({code}).',
    es: 'No se puede escribir en la carpeta: {folder} ({code}).',
    pt: 'Não é possível escrever na pasta: {folder} ({code}).',
    el: 'Δεν είναι δυνατή η εγγραφή στον φάκελο: {folder} ({code}).',
    ru: 'Нельзя записать в папку: {folder} ({code}).',
  },
});
