/** What stands in an archive beside the data, for whoever opens it without Cartera. */
export const readme = `CARTERA

English
Everything that Cartera keeps, in open formats. *.jsonl: one record a line, JSON, UTF-8; money is in cents, times are UTC milliseconds.
contacts.csv and companies.csv are for reading in a spreadsheet. files/: attached files, named by the SHA-256 of their content; file.jsonl
says what each is called. To bring all of it back: Settings > Your data > Restore, or "cartera import FILE.zip".

Español
Todo lo que guarda Cartera, en formatos abiertos. *.jsonl: un registro por línea, en JSON y UTF-8; el dinero va en céntimos y las horas en
milisegundos UTC. contacts.csv y companies.csv se abren con una hoja de cálculo. files/: los archivos adjuntos; file.jsonl dice cómo se llama cada
uno. Para recuperarlo todo: Ajustes > Tus datos > Restaurar.

Português
Tudo o que o Cartera guarda, em formatos abertos. *.jsonl: um registo por linha, em JSON e UTF-8; o dinheiro está em cêntimos e as horas em
milissegundos UTC. contacts.csv e companies.csv abrem-se numa folha de cálculo. files/: os ficheiros anexos; file.jsonl diz como se chama cada um.
Para recuperar tudo: Definições > Os seus dados > Restaurar.

Ελληνικά
Όλα όσα κρατά το Cartera, σε ανοιχτές μορφές. *.jsonl: μία εγγραφή ανά γραμμή, JSON, UTF-8· τα ποσά σε λεπτά και οι ώρες σε χιλιοστά UTC.
Τα contacts.csv και companies.csv ανοίγουν σε λογιστικό φύλλο. files/: τα συνημμένα αρχεία· το file.jsonl λέει πώς ονομάζεται το καθένα.

Русский
Всё, что хранит Cartera, в открытых форматах. *.jsonl: по записи в строке, JSON, UTF-8; деньги в копейках и центах, время в миллисекундах UTC.
contacts.csv и companies.csv открываются в электронной таблице. files/: вложенные файлы; как каждый называется, сказано в file.jsonl.
Чтобы вернуть всё: Настройки > Ваши данные > Восстановить.
`;
